"""What this app shows on a review's home page, and of an agency's part on its page."""

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
from composite.models import FindingQuestion
from composite.queries.scope import standing_among
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
        "Chronology", reverse("composite:composite", args=[review.reference]), figure, lines
    )


composite = CardKind(
    (Permission.CHRONOLOGY_READ_COMPOSITE,), files_and_requests, how_much_of_the_story
)


def questions_to(part: AgencyInvolvement, reader: User, today: date) -> Mapping[str, Question]:
    """Ask what the agency was asked; for its own people alone."""
    if not access.has_own(reader, Permission.CHRONOLOGY_SUBMIT, on=part):
        return {}
    asked = FindingQuestion.objects.to_read().filter(involvement=part)
    return {"asked": told(asked, answered_at="answered_at", ended_at="ended_at")}


def what_the_agency_is_asked(part: AgencyInvolvement, rows: Rows, today: date) -> Card | None:
    """How many questions about its chronology wait for an answer; nothing where none was asked."""
    asked = rows.get("asked", [])
    if not asked:
        return None
    waiting = sum(not (row["answered_at"] or row["ended_at"]) for row in asked)
    done = "All answered" if all(row["answered_at"] for row in asked) else "None to answer"
    href = reverse("composite:questions", args=[part.review.reference, part.pk])
    figure = f"{waiting} to answer" if waiting else done
    return Card("Questions about the chronology", href, figure)


of_agency = CardKind((Permission.CHRONOLOGY_SUBMIT,), questions_to, what_the_agency_is_asked)
