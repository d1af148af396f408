"""When nobody is written to, but for what is urgent: evenings, nights, weekends, bank holidays."""

from datetime import datetime, time

from django.conf import settings
from django.utils import timezone

from reviews.deadlines import is_working_day


def is_quiet(at: datetime) -> bool:
    """Test whether messages that can wait do. By the clock on the wall in Europe/London."""
    here = timezone.localtime(at)
    begins, ends = (time.fromisoformat(said) for said in settings.REMINDERS_QUIET)
    if settings.REMINDERS_ON_WORKING_DAYS and not is_working_day(here.date()):
        return True
    return not ends <= here.time() < begins
