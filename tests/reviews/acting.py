"""What the tests of pages do again and again."""

from django.urls import reverse

from agencies.models import COMMAND_LINE
from reviews import access
from reviews.lifecycle import Stage
from tests.factories.reviews import AT, ReviewFactory, playing


def day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def url(name, review, *args):
    return reverse(f"reviews:{name}", args=[review.reference, *args])


LETTER = (b"From: police@example.org\nSubject: A death\nTo: csp@example.org\n"
          b"Date: Mon, 5 Jan 2026 10:00:00 +0000\n\nWe write to tell you.\n")  # fmt: skip


def downloaded(client, address):
    response = client.get(address)
    assert response["Content-Disposition"].startswith("attachment")
    return b"".join(response.streaming_content)


def in_review(client, role, stage=Stage.NOTIFIED, **told):
    review = ReviewFactory(at_stage=stage, **told)
    client.force_login(playing(role, to=review))
    return review


def admit(user, role, place):
    """Admit somebody who is there already, in one role more."""
    access.admit(user=user, role=role, to=place, by=COMMAND_LINE, at=AT, from_on=AT.date())
