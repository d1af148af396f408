"""Agencies of which nothing more is asked: they had found nothing, and found something since."""

from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse

from evidence.models import EvidenceRequest, ReturnKind, ScopingReturn, Tier
from evidence.models.return_kind import TELLING
from reviews.access import Held, Permission
from reviews.lifecycle import ENDED
from reviews.queries.asking import Question, Row
from reviews.queries.work import WorkItem, place, task, told_in_part


def corrected_since(held: Held, today: date) -> Question:
    answers = ScopingReturn.objects.filter(involvement=OuterRef("involvement"))
    before = answers.filter(recorded_at__lte=OuterRef("recorded_at"), return_kind=ReturnKind.NIL)
    since = answers.filter(recorded_at__gt=OuterRef("recorded_at"), return_kind__in=TELLING)
    asked = EvidenceRequest.objects.standing().filter(
        Exists(before),
        Exists(since),
        tier=Tier.NOTHING,
        involvement__review__in=held.reviews(Permission.EVIDENCE_REQUEST),
    )
    return told_in_part(asked.exclude(involvement__review__stage__in=ENDED))


def decide_again(part: Row, today: date) -> WorkItem:
    return WorkItem(
        what=f"Decide again what to ask of {part['agency']}",
        why="It had found nothing, and found something since",
        href=reverse("evidence:change-request", args=[part["reference"], part["part"]]),
        **place(part),
    )


corrections_to_weigh = task(corrected_since, decide_again)
