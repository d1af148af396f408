"""Who must show a second factor, and what may be done to factors now."""

from django.conf import settings

from accounts import factors
from accounts.models import DemonstrationAccount
from agencies.access import Refused
from agencies.models import User

DEMONSTRATION_DOMAIN = ".example"


def must_show_factor(user: User) -> bool:
    """Test whether a password is not enough. It never is, but for people we invented ourselves."""
    return factors.has_factor(user) or not is_invented(user)


def is_invented(user: User) -> bool:
    """Test whether an account is one of the demonstration's, in a demonstration."""
    return (
        settings.DEMONSTRATION
        and user.email.endswith(DEMONSTRATION_DOMAIN)
        and DemonstrationAccount.objects.filter(user=user).exists()
    )


def check_can_remove_factor(user: User) -> None:
    """Refuse to leave somebody without a second factor."""
    if factors.of(user).count() < 2 and not is_invented(user):
        raise Refused("This is your only second factor. Add another one before you remove it.")
