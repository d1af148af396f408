from collections.abc import Mapping
from datetime import date

from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import reverse

from agencies.models import User
from evidence.cycle import NOT_IN, TO_READ, ImrState
from evidence.models import EvidenceRequest, ImrQuery, ImrVersion, ReportKind, Tier
from evidence.models.tier import REPORTS
from pages.parts import Card
from pages.templatetags.dates import date_long
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement, Review
from reviews.queries.asking import Question, Row, told
from reviews.queries.cards import CardKind, Rows


def reports_asked_for(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    """Ask how far each report is; or, for whoever sits on the panel, which it can read."""
    if not access.has(reader, Permission.EVIDENCE_STATUS, on=review):
        accepted = ImrVersion.objects.accepted().filter(imr__involvement__review=review)
        return {"accepted": told(accepted, imr="imr_id")}
    queries = ImrQuery.objects.open().filter(imr__involvement=OuterRef("involvement"))
    asked, overdue = Count("pk"), Count("pk", filter=Q(due_on__lt=today))
    per_agency = queries.order_by().values("imr__involvement")
    reports = EvidenceRequest.objects.standing().filter(
        involvement__review=review, tier__in=list(REPORTS)
    )
    return {
        "reports": told(
            reports,
            due_on="due_on",
            state="involvement__imr__state",
            author="involvement__imr__author_id",
            questions=Subquery(per_agency.annotate(n=asked).values("n")),
            late_answers=Subquery(per_agency.annotate(n=overdue).values("n")),
        )
    }


def how_far_it_is(review: Review, rows: Rows, today: date) -> Card:
    href = reverse("evidence:evidence", args=[review.reference])
    if "accepted" in rows:
        return Card("Evidence", href, f"{len({row['imr'] for row in rows['accepted']})} accepted")
    reports = rows["reports"]
    waiting = [row for row in reports if row["state"] in NOT_IN]
    questions = sum(row["questions"] or 0 for row in reports)
    counts = {
        "late": sum(is_late(row, today) for row in reports),
        "to read": sum(row["state"] in TO_READ for row in reports),
        f"question{'' if questions == 1 else 's'} not answered": questions,
        "without an author": sum(row["author"] is None for row in waiting),
    }
    lines = [f"{count} {words}" for words, count in counts.items() if count]
    accepted = sum(row["state"] == ImrState.ACCEPTED_BY_PANEL for row in reports)
    figure = f"{accepted} of {len(reports)} accepted" if reports else "None asked for yet"
    return Card("Evidence", href, figure, lines)


def is_late(row: Row, today: date) -> bool:
    is_overdue = row["state"] in NOT_IN and bool(row["due_on"] and row["due_on"] < today)
    return is_overdue or bool(row["late_answers"])


def report_of_agency(part: AgencyInvolvement, reader: User, today: date) -> Mapping[str, Question]:
    asked = EvidenceRequest.objects.standing().filter(
        involvement=part, tier__in=list(REPORTS), involvement__imr__isnull=False
    )
    return {"asked": told(asked, due_on="due_on", state="involvement__imr__state", tier="tier")}


def how_far_the_report_is(part: AgencyInvolvement, rows: Rows, today: date) -> Card | None:
    """How far one agency's report is, for those who follow it; nothing where none is asked."""
    if not rows["asked"]:
        return None
    asked = rows["asked"][0]
    kind = Tier(asked["tier"]).report or ReportKind.IMR
    is_waiting = asked["state"] in NOT_IN and asked["due_on"]
    lines = [f"Due {date_long(asked['due_on'], today)}"] if is_waiting else []
    href = reverse("evidence:imr", args=[part.review.reference, part.pk])
    return Card(kind.label, href, ImrState(asked["state"]).label, lines)


evidence = CardKind(
    (Permission.EVIDENCE_STATUS, Permission.IMR_READ_ACCEPTED), reports_asked_for, how_far_it_is
)
of_agency = CardKind((Permission.EVIDENCE_STATUS,), report_of_agency, how_far_the_report_is)
