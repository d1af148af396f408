from reminders.models.absence import Absence
from reminders.models.digest import Digest
from reminders.models.feed import CalendarFeed
from reminders.models.reminder import Key, Reminder, State, Why, key_of

__all__ = ["Absence", "CalendarFeed", "Digest", "Key", "Reminder", "State", "Why", "key_of"]
