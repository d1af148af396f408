"""Make a numbered draft of the report, or take one in; release it to the panel."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, User, person_behind
from documents.kinds import DocumentKind
from documents.models import Document
from documents.reading import CannotReadWord
from messaging import post
from reports.models import Draft
from reports.operations.record import record
from reports.published.report import PublishedReport, as_data
from reports.published.text import text_hash, texts_of
from reports.queries.assembly.record import Record, record_of
from reports.queries.assembly.whole import report_from
from reports.queries.drafts import report_of
from reports.queries.elsewhere.whole import Reading, read_elsewhere, report_elsewhere
from reports.queries.readers import readers_of
from reports.rules import drafts as rules
from reviews.access import Refused
from reviews.checks.register import Register, register_of
from reviews.checks.true_names import Finding, findings
from reviews.models import Review
from reviews.rules import is_before_this_system


@transaction.atomic
def make_draft(
    *,
    review: Review,
    purpose: str,
    made_on: date,
    note: str = "",
    report: PublishedReport | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> Draft:
    """
    Keep the report as it would print now, under the next number, frozen with its hash.

    made_on: the day it was made, which may be past for a review begun before this system.
    report: what it said, where that is not what the record says now.

    Raises Refused without the right, without a purpose, for an impossible day, for a note with a
    true name, or where the last draft prints the same for the same purpose.
    """
    rules.check_can_make(by, review, purpose, made_on, today=today)
    rules.check_words_about(review, note=note)
    review = locked(review)
    material = record_of(review, today=made_on)
    if report is None:
        check_is_new(material, purpose)
    said = report or report_from(material, version="")
    draft = Draft(review=review, made_on=made_on, purpose=purpose, note=note)
    return numbered(draft, said, by=by, at=at)


def check_is_new(material: Record, purpose: str) -> None:
    """
    Refuse what the last draft says already. The same report may be put to another purpose: what
    the panel has read goes to the Home Office as it is. That there is one draft more is not news.
    """
    last = material.review.drafts.first()
    if last and last.purpose == purpose and not rules.is_held_by_its_words(last):
        before = replace(material, drafts=material.drafts[1:])
        rules.check_says_something_new(last, report_from(before, version=last.name))


@transaction.atomic
def take_in_draft(
    *,
    review: Review,
    original: Document,
    purpose: str,
    made_on: date,
    called: str = "",
    note: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> tuple[Draft, Reading]:
    """
    Keep a version that was made before the review was recorded here, under the next number: what
    its file says, whatever the record says now. Return what was read of it as well.

    original: a Word file or a PDF. called: its author's name for it, such as "Version 0.7".

    Raises Refused without the right, for a day after the review was recorded here, for a file that
    waits to be checked, that is a draft already, or that cannot be read; and for a true name in
    what is said about it.
    """
    rules.check_can_take_in(by, review, original, purpose, made_on, today=today)
    rules.check_words_about(review, note=note, called=called)
    review = locked(review)
    rules.check_is_new(review, original)
    read = reading_of(original)
    said = report_elsewhere(read, record_of(review, today=made_on))
    draft = Draft(
        review=review, made_on=made_on, purpose=purpose, note=note, original=original, called=called
    )
    return numbered(draft, said, by=by, at=at), read


def locked(review: Review) -> Review:
    """Return the review, of which nobody else makes a draft meanwhile."""
    rows = Review.objects.select_for_update(of=("self",)).select_related("partnership")
    return rows.get(pk=review.pk)


def reading_of(original: Document) -> Reading:
    with original.open() as file:
        content = file.read()
    try:
        return read_elsewhere(content, DocumentKind(original.kind))
    except CannotReadWord as fault:
        raise Refused(str(fault), field="file") from fault


def numbered(draft: Draft, said: PublishedReport, *, by: Actor, at: datetime) -> Draft:
    """Keep a draft under the next number, with its text and the hash of it."""
    last: int | None = draft.review.drafts.aggregate(last=Max("number"))["last"]
    draft.number = (last or 0) + 1
    said = replace(said, version=draft.name)
    draft.content, draft.sha256 = as_data(said), text_hash(said)
    draft.recorded_at, draft.recorded_by = at, person_behind(by)
    draft.save()
    note_of("report.draft_made", draft, by=by, at=at, sha256=draft.sha256)
    return draft


@transaction.atomic
def release_draft(
    *,
    draft: Draft,
    names_looked_at: bool = False,
    released_on: date | None = None,
    tell: bool = True,
    today: date,
    by: Actor,
    at: datetime,
) -> Draft:
    """
    Let everybody who reads drafts read this one, and email those with an account.

    names_looked_at: single words that are also names were read, and are ordinary words there.
    released_on: the day, where that is past. tell: False where people know of it already. Of what
    they had before the review was recorded here nobody is told.

    Raises Refused without the right, twice, for an impossible day, or for a text that gives
    somebody away.
    """
    draft = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    day = released_on or today
    rules.check_can_release(
        by,
        draft,
        gives_away(draft),
        names_looked_at=names_looked_at,
        released_on=day,
        today=today,
    )
    draft.released_on, draft.released_at = day, at
    draft.released_by = person_behind(by)
    draft.save()
    note_of("report.draft_released", draft, by=by, at=at)
    if tell and not is_before_this_system(draft.review, day):
        for reader in readers_of(draft.review, but=person_behind(by), today=today):
            tell_of(draft, reader, by=by, at=at)
    return draft


def gives_away(draft: Draft) -> list[Finding]:
    """
    Return where a draft holds a name or a day that print may not carry, and where what is said
    about it holds a name.
    """
    about = {called: getattr(draft, field) for field, called in rules.WORDS_ABOUT.items()}
    register = register_of(draft.review)
    names = Register(names=register.names)
    return findings(texts_of(report_of(draft)), register) + findings(about, names)


def tell_of(draft: Draft, reader: User, *, by: Actor, at: datetime) -> None:
    post.send(
        "draft_released",
        to=reader.email,
        review_ref=draft.review.reference,
        path=draft.get_absolute_url(),
        by=person_behind(by),
        at=at,
    )


def note_of(event: str, draft: Draft, *, by: Actor, at: datetime, **ids: int | str) -> None:
    record(event, draft.review, by=by, at=at, draft_id=draft.pk, number=draft.number, **ids)
