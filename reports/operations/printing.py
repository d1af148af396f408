"""Numbered prints of the last draft for one person, for the command. In RELEASED_DOCUMENTS."""

from datetime import date, datetime, timedelta

from django.db import transaction

from agencies.models import Actor
from families.models import FamilyContact
from families.rules import READING_DAYS
from panels.models import PanelMember
from reports.access import drafts_for
from reports.models import Draft, DraftRelease, Means, ReaderKind
from reports.operations.releases import Time, release_to
from reports.queries.printing import Paper
from reports.queries.releases import printed
from reports.rules.releases import Reader
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review


def overview_report_for(review: Review, *, to: str, today: date, by: Actor, at: datetime) -> bytes:
    """
    Return the overview report of the last draft that the panel has, as a numbered print for one
    person, and record that it is released to them.

    A name of the compartment is family, one of the panel a panel member, any other an adviser. A
    print that this person has of this draft is printed again, under its number and its time.

    Raises Refused as `operations.releases.release_to` does, and where the panel has no draft.
    """
    return print_for(review, "overview-report", to=to, today=today, by=by, at=at)


def executive_summary_for(
    review: Review, *, to: str, today: date, by: Actor, at: datetime
) -> bytes:
    """Return the executive summary likewise."""
    return print_for(review, "executive-summary", to=to, today=today, by=by, at=at)


@transaction.atomic
def print_for(
    review: Review, paper: Paper, *, to: str, today: date, by: Actor, at: datetime
) -> bytes:
    access.require(by, Permission.DRAFT_WRITE, on=review)
    draft = drafts_for(by, review).released().first()
    if draft is None:
        raise Refused("No draft of this report is released to the panel yet.")
    draft.review = review
    release = standing_print(draft, to) or release_to(
        draft=draft,
        reader=reader_called(review, to),
        means=Means.PRINT,
        time=Time(until_on=today + timedelta(days=READING_DAYS)),
        today=today,
        by=by,
        at=at,
    )
    if paper == "executive-summary" and release.chapters:
        raise Refused("This copy is of chosen chapters of the overview report.")
    return printed(release, paper)


def standing_print(draft: Draft, name: str) -> DraftRelease | None:
    """Return the print of a draft that somebody was given and that was not recalled."""
    rows = draft.releases.filter(means=Means.PRINT, recalled_at=None, returned_on=None)
    found = next((one for one in rows if same(one.reader_name, name)), None)
    if found:
        found.draft = draft
    return found


def reader_called(review: Review, name: str) -> Reader:
    """Return as what somebody reads, by where the review knows their name."""
    people = FamilyContact.objects.filter(review=review).select_related("person")
    contact = next((one for one in people if same(one.name, name)), None)
    if contact:
        return Reader(name=name, kind=ReaderKind.FAMILY, contact=contact)
    members = PanelMember.objects.filter(review=review).values_list("full_name", flat=True)
    is_member = any(same(one, name) for one in members)
    return Reader(name=name, kind=ReaderKind.PANEL if is_member else ReaderKind.ADVISER)


def same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
