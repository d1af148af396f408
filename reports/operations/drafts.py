"""Make a numbered draft of the report, and release it to the panel."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, User, person_behind
from messaging import post
from reports.models import Draft
from reports.operations.record import record
from reports.published.report import PublishedReport, as_data
from reports.published.text import text_hash, texts_of
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import report_from
from reports.queries.drafts import report_of
from reports.queries.readers import readers_of
from reports.rules import drafts as rules
from reviews.checks.register import register_of
from reviews.checks.true_names import Finding, findings
from reviews.models import Review


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

    Raises Refused without the right, without a purpose, or for an impossible day.
    """
    rules.check_can_make(by, review, purpose, made_on, today=today)
    review = (
        Review.objects.select_for_update(of=("self",))
        .select_related("partnership")
        .get(pk=review.pk)
    )
    number = (review.drafts.aggregate(Max("number"))["number__max"] or 0) + 1
    said = report or report_from(record_of(review, today=made_on), version="")
    said = replace(said, version=f"Draft {number}")
    draft = Draft.objects.create(
        review=review,
        number=number,
        made_on=made_on,
        purpose=purpose,
        note=note,
        content=as_data(said),
        sha256=text_hash(said),
        recorded_at=at,
        recorded_by=person_behind(by),
    )
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
    released_on: the day, where that is past. tell: False where people know of it already.

    Raises Refused without the right, twice, or for a text that gives somebody away.
    """
    draft = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    rules.check_can_release(by, draft, gives_away(draft), names_looked_at=names_looked_at)
    draft.released_on, draft.released_at = released_on or today, at
    draft.released_by = person_behind(by)
    draft.save()
    note_of("report.draft_released", draft, by=by, at=at)
    if tell:
        for reader in readers_of(draft.review, but=person_behind(by), today=today):
            tell_of(draft, reader, by=by, at=at)
    return draft


def gives_away(draft: Draft) -> list[Finding]:
    """Return where a draft holds a name or a day that print may not carry."""
    return findings(texts_of(report_of(draft)), register_of(draft.review))


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
