"""Which accounts are locked out, for whoever administers them."""

from datetime import datetime

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum

from accounts.lockouts import LIMITS


def locked_out(*, at: datetime) -> set[str]:
    """Return the email addresses, in small letters, of accounts that somebody tried too often."""
    lately = AccessAttempt.objects.filter(attempt_time__gte=at - settings.AXES_COOLOFF_TIME)
    by_account = {names: limit for names, limit in LIMITS.items() if "username" in names}
    return {
        found["username"]
        for names, limit in by_account.items()
        for found in lately.order_by()
        .values(*names)
        .annotate(failures=Sum("failures_since_start"))
        .filter(failures__gte=limit)
    }
