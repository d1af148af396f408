"""What a form of the panel says, and what a page does."""

from datetime import date

from django.urls import reverse

from agencies.models import User
from reviews import access
from reviews.access import Permission


def day(name, value):
    """Return the three inputs of a date."""
    return {
        f"{name}_day": str(value.day),
        f"{name}_month": str(value.month),
        f"{name}_year": str(value.year),
    }


def page(name, *args):
    return reverse(f"panels:{name}", args=args)


def text(response):
    return " ".join(response.content.decode().split())


SEAT = {
    "part": "PANEL_MEMBER",
    "full_name": "Ines Okafor",
    "job_title": "Head of Safeguarding",
    "is_voting": "yes",
    "shown_as": "NAME",
    "standing": "SEATED",
    **day("joined_on", date(2026, 2, 3)),
}
CHAIR = {"full_name": "Ruth Lindqvist", "is_voting": "no", "shown_as": "NAME",
         **day("joined_on", date(2026, 1, 30))}  # fmt: skip


def can_read(user, place, permission=Permission.PANEL_READ):
    return access.has(User.objects.get(pk=user.pk), permission, on=place)
