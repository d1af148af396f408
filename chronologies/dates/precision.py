"""How exactly a day or a time is known. The stored words are those that scripts see."""

from django.db.models import TextChoices


class Precision(TextChoices):
    EXACT = "exact", "Exact day"
    RANGE = "range", "Between two days"
    MONTH = "month", "Month"
    QUARTER = "quarter", "Quarter"
    SEASON = "season", "Season"
    YEAR = "year", "Year"
    BEFORE = "before", "Before a day"
    AFTER = "after", "After a day"
    UNKNOWN = "unknown", "Not known"


class TimePrecision(TextChoices):
    EXACT = "exact", "Exact time"
    ABOUT = "about", "About this time"
    RANGE = "range", "Between two times"
    PART_OF_DAY = "part", "Part of the day"
    UNKNOWN = "unknown", "Not known"
