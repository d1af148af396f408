"""What this app shows on a review's home page."""

from collections.abc import Mapping
from datetime import date
from operator import itemgetter

from django.db.models import Count
from django.urls import reverse

from agencies.models import User
from chronologies.cycle import HAS_ROWS, SubmissionState
from chronologies.gates import WITH_CHRONOLOGY, furthest
from chronologies.models import ChronologySubmission
from chronologies.models.submission import counted
from chronologies.queries.composite import standing_among
from evidence.models import EvidenceRequest
from pages.parts import Card
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement, Review
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows


def files_and_requests(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    """Ask for every agency's files; and for whoever waits for them, of whom one is asked."""
    files = ChronologySubmission.objects.filter(involvement__review=review)
    told_of = {"id": "pk", "number": "number", "state": "state", "involvement_id": "involvement_id"}
    if not access.has(reader, Permission.CHRONOLOGY_READ_RAW, on=review):
        files = files.filter(state=SubmissionState.RELEASED)
        return {"files": told(files, entries=Count("entries"), **told_of)}
    asked = EvidenceRequest.objects.standing().filter(
        involvement__review=review, tier__in=WITH_CHRONOLOGY
    )
    return {
        "files": told(files, entries=Count("entries"), **told_of),
        "asked": told(asked, involvement_id="involvement_id"),
    }


def how_much_of_the_story(review: Review, rows: Rows, today: date) -> Card:
    """How much of the story there is, and how far the agencies are for those who wait for them."""
    files = sorted(rows["files"], key=itemgetter("number"))
    entries = {row["id"]: row.pop("entries") for row in files}
    read = [ChronologySubmission(**row) for row in files if row["state"] in HAS_ROWS]
    standing = standing_among(read)
    figure = counted(sum(entries[row.pk] for row in standing), "entry", "entries")
    lines = [f"of {counted(len(standing), 'agency', 'agencies')}"] if standing else []
    if "asked" in rows:
        asked = [row["involvement_id"] for row in rows["asked"]]
        states = furthest(asked, [(row["involvement_id"], row["state"]) for row in files])
        released = sum(state == SubmissionState.RELEASED for state in states.values())
        if states:
            lines.append(f"{released} of {len(states)} released to the panel")
    return Card(
        "Chronology", reverse("chronologies:composite", args=[review.reference]), figure, lines
    )


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


chronology = CardKind(
    (Permission.CHRONOLOGY_READ_COMPOSITE,), files_and_requests, how_much_of_the_story
)
of_agency = CardKind((Permission.CHRONOLOGY_READ_RAW,), files_of_agency, how_far_the_agency_is)
