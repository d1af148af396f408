"""What dates polls show on a review's home page."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse

from agencies.models import User
from availability.models import DatesPoll, PollAnswer, PollInvitee
from pages.parts import Card
from reviews.access import Permission
from reviews.models import Review
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows


def asked_of_polls(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    answered = Exists(PollAnswer.objects.filter(invitee=OuterRef("pk")))
    asked = PollInvitee.objects.filter(poll__in=DatesPoll.objects.open().filter(review=review))
    return {"asked": told(asked, poll="poll_id", answered=answered)}


def how_far(review: Review, rows: Rows, today: date) -> Card | None:
    """How many have said when they can come, while days for a meeting are out."""
    asked = rows["asked"]
    if not asked:
        return None
    polls = list(dict.fromkeys(row["poll"] for row in asked))
    answered = sum(row["answered"] for row in asked)
    to_poll = reverse("availability:poll", args=[review.reference, polls[0]])
    to_list = reverse("availability:polls", args=[review.reference])
    href = to_poll if len(polls) == 1 else to_list
    return Card("Dates poll", href, f"{answered} of {len(asked)} answered")


poll = CardKind((Permission.PANEL_READ,), asked_of_polls, how_far)
