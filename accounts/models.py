"""What is kept of people's sign-ins. Their second factors are rows of allauth's own."""

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    """
    One browser that came here. Signed in, it says whose it is and when it was last used.

    `accounts.sessions` writes the rows from what the session holds.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )
    signed_in_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField()
    device = models.CharField(max_length=60, blank=True, help_text="Such as Firefox on Windows")

    class Privacy:
        identifying = frozenset({"session_data"})
        plain = frozenset(
            {"session_key", "expire_date", "user", "signed_in_at", "last_used_at", "device"}
        )

    class Meta(AbstractBaseSession.Meta):
        abstract = False
        ordering = ["-last_used_at", "session_key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(user__isnull=True, signed_in_at__isnull=True)
                | models.Q(user__isnull=False, signed_in_at__isnull=False),
                name="session_says_who_signed_in_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"session of user {self.user_id}"


class DemonstrationAccount(models.Model):
    """
    The mark of an account that `load_demonstration` made: it may sign in without a second factor,
    and only where the settings say that all of this is a demonstration.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"user"})

    class Meta:
        ordering = ["user"]

    def __str__(self) -> str:
        return f"demonstration account of user {self.user_id}"
