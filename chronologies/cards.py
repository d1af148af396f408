"""What this app shows on a review's home page."""

from collections.abc import Mapping
from datetime import date
from operator import itemgetter

from django.db.models import Count
from django.urls import reverse

from agencies.models import User
from chronologies.cycle import SubmissionState
from chronologies.gates import WITH_CHRONOLOGY
from chronologies.models import ChronologySubmission
from chronologies.models.submission import counted
from evidence.models import EvidenceRequest
from pages.parts import Card
from reviews.access import Permission
from reviews.models import AgencyInvolvement
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows


def files_of_agency(part: AgencyInvolvement, reader: User, today: date) -> Mapping[str, Question]:
    files = ChronologySubmission.objects.filter(involvement=part)
    told_of = {"number": "number", "state": "state", "rows_rejected": "rows_rejected"}
    return {
        "files": told(files, entries=Count("entries"), **told_of),
        "asked": told(
            EvidenceRequest.objects.standing().filter(involvement=part, tier__in=WITH_CHRONOLOGY),
            due_on="due_on",
        ),
    }


def how_far_the_agency_is(part: AgencyInvolvement, rows: Rows, today: date) -> Card | None:
    """How far one agency's chronology is; nothing where none is asked for and none came."""
    href = reverse("chronologies:chronology", args=[part.review.reference, part.pk])
    files = sorted(rows["files"], key=itemgetter("number"))
    if not files:
        return Card("Chronology", href, "Not sent yet") if rows["asked"] else None
    last = files[-1]
    lines = [counted(last["entries"], "entry", "entries")]
    if last["rows_rejected"]:
        lines.append(f"{counted(last['rows_rejected'], 'row', 'rows')} to mend")
    return Card("Chronology", href, SubmissionState(last["state"]).label, lines)


of_agency = CardKind((Permission.CHRONOLOGY_READ_RAW,), files_of_agency, how_far_the_agency_is)
