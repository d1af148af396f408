from collections.abc import Mapping
from datetime import date

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from agencies.models import User
from evidence.models import ReturnKind, ScopingRequest, ScopingReturn
from pages.parts import Card
from reviews.access import Permission
from reviews.models import Review
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows

NO_LETTER = 0


def last_words(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    """Ask for the last letter to each agency, and for what it said to that letter."""
    letters = ScopingRequest.objects.filter(involvement=OuterRef("pk")).order_by("-sent_on", "-pk")
    answers = (
        ScopingReturn.objects.annotate(letter=Coalesce("request_id", NO_LETTER))
        .filter(involvement=OuterRef("pk"), letter=OuterRef("letter"))
        .order_by("-answered_on", "-pk")
    )
    parts = review.involvements.annotate(
        letter=Coalesce(Subquery(letters.values("pk")[:1]), NO_LETTER)
    )
    due, kind = letters.values("due_on")[:1], answers.values("return_kind")[:1]
    return {"parts": told(parts, letter="letter", due_on=Subquery(due), kind=Subquery(kind))}


def how_many_answered(review: Review, rows: Rows, today: date) -> Card:
    """How many agencies have answered, for those who read what they say."""
    href = reverse("evidence:agencies", args=[review.reference])
    parts = rows["parts"]
    if not parts:
        return Card("Agencies", href, "None asked yet")
    kinds = [ReturnKind(row["kind"]) for row in parts if row["kind"]]
    answered = sum(not kind.is_by_partnership for kind in kinds)
    waiting = [row for row in parts if not row["kind"]]
    counts = {
        "late": sum(bool(row["letter"]) and row["due_on"] < today for row in waiting),
        "not asked yet": sum(not row["letter"] for row in waiting),
        "with something to tell": sum(kind.tells for kind in kinds),
    }
    lines = [f"{count} {words}" for words, count in counts.items() if count]
    return Card("Agencies", href, f"{answered} of {len(parts)} answered", lines)


agencies = CardKind((Permission.SCOPING_READ,), last_words, how_many_answered)
