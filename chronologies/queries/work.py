"""What people have to do about chronologies: send, mend, sign off, release."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from chronologies.cycle import HAS_ROWS, SubmissionState
from chronologies.gates import WITH_CHRONOLOGY
from chronologies.models import ChronologySubmission
from chronologies.models.submission import counted
from evidence.models import EvidenceRequest
from reviews.access import Held, Permission
from reviews.queries.asking import Question, Row
from reviews.queries.work import (
    Task,
    WorkItem,
    place,
    task,
    together,
    told_in_part,
    told_in_review,
)

# Chronologies asked of the agencies this person sends for, and files that wait for them


def chronologies_of_mine(held: Held, today: date) -> Mapping[str, Question]:
    mine = held.parts(Permission.CHRONOLOGY_SUBMIT)
    asked = EvidenceRequest.objects.standing().filter(
        tier__in=WITH_CHRONOLOGY, involvement__in=mine
    )
    last = ChronologySubmission.objects.latest_of_each().filter(involvement__in=mine)
    return {
        "asked": told_in_part(asked, due_on=Coalesce("chronology_due_on", "due_on")),
        "last": told_in_part(
            last,
            number="number",
            state="state",
            is_given_back=~Q(given_back_note=""),
            rows_rejected="rows_rejected",
        ),
    }


def send(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    asked = {row["part"]: row for row in found["asked"]}
    last = {row["part"]: row for row in found["last"]}
    return [
        item(
            f"{words} of {row['agency']}",
            row,
            page=page_of(last.get(part)),
            due_on=asked[part]["due_on"] if part in asked else None,
        )
        for part, row in {**asked, **last}.items()
        if (words := left_to_do(last.get(part), is_asked=part in asked))
    ]


def left_to_do(last: Row | None, *, is_asked: bool) -> str:
    """Say what is left for whoever sends for an agency; nothing while others are to act."""
    if last is None or last["state"] == SubmissionState.UNREADABLE:
        return "Send the chronology" if is_asked else ""
    if last["state"] != SubmissionState.READ:
        return ""
    if last["is_given_back"]:
        return "Change the chronology"
    if last["rows_rejected"]:
        return f"Mend {counted(last['rows_rejected'], 'row', 'rows')} of the chronology"
    return "Submit the chronology"


def page_of(last: Row | None) -> str:
    """Return the page to go on from: that of the last file, where it has rows."""
    return "submission" if last and last["state"] in HAS_ROWS else "chronology"


chronologies_to_send = Task(chronologies_of_mine, send)


# What waits for somebody senior who did not submit it


def chronologies_before_seniors(held: Held, today: date) -> Question:
    waiting = (
        ChronologySubmission.objects.latest_of_each()
        .filter(involvement__in=held.parts(Permission.IMR_SIGN_OFF))
        .filter(state=SubmissionState.SUBMITTED)
        .exclude(submitted_by=held.user)
    )
    return told_in_part(waiting, number="number")


def sign_off(row: Row, today: date) -> WorkItem:
    return item(f"Sign off the chronology of {row['agency']}", row, page="sign-off")


chronologies_to_sign_off = task(chronologies_before_seniors, sign_off)


# What the chair can let the panel read


def chronologies_signed_off(held: Held, today: date) -> Mapping[str, Question]:
    waiting = ChronologySubmission.objects.to_release().filter(
        involvement__review__in=held.reviews(Permission.CHRONOLOGY_RELEASE),
        taken_back_at__isnull=True,
    )
    return {"waiting": told_in_review(waiting, "involvement__review__")}


def release(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        WorkItem(
            what=f"Release {counted(len(rows), 'chronology', 'chronologies')} to the panel",
            why="Signed off by the agency",
            href=reverse("chronologies:chronologies", args=[rows[0]["reference"]]),
            **place(rows[0]),
        )
        for rows in together(found["waiting"])
    ]


chronologies_to_release = Task(chronologies_signed_off, release)


def item(what: str, row: Row, *, page: str, due_on: date | None = None) -> WorkItem:
    """Return what to do about a chronology on a page about its agency or about one file of it."""
    which = [] if page == "chronology" else [row["number"]]
    return WorkItem(
        what=what,
        why="Asked of your agency by the panel",
        href=reverse(f"chronologies:{page}", args=[row["reference"], row["part"], *which]),
        due_on=due_on,
        **place(row),
    )
