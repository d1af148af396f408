"""Decide whether the world may read it, and introduce it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from publications.models import PublicationDecision, PublicText
from publications.rules import publishing as rules
from publications.rules.candidate import draft_sent_last
from reports.models import Draft
from reviews.access import Refused
from reviews.models import Review
from reviews.rules import check_names_nobody

IN_OUR_WORDS = {"reasons": "Reasons", "family_note": "Note on this"}


@transaction.atomic
def decide(
    *,
    review: Review,
    choice: str,
    standing: str,
    decided_on: date,
    decided_by: str,
    items: Sequence[str],
    compelling: Sequence[str] = (),
    reasons: str = "",
    planned_on: date | None = None,
    family_view: str,
    family_note: str = "",
    provenance: dict[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> PublicationDecision:
    """
    Record whether the report is published, and what of it. It publishes nothing.

    items: of `Published`. compelling: of `Compelling`, where it is not published.
    provenance: the fields of `documents.models.Provenance`; empty where the CSP chair decides here.

    Raises Refused without the right, for an impossible day, reasons that do not fit the choice, a
    true name in the reasons or in the note on the family, or the decision that stands already.
    """
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_can_enter(by, review)
    rules.check_decided_for_the_chair(by, review, has_provenance=bool(provenance))
    rules.check_day(review, decided_on, field="decided_on", called="The decision", today=today)
    rules.check_choice(choice, items=items, compelling=compelling, reasons=reasons)
    check_names_nobody(
        review, {"reasons": reasons, "family_note": family_note}, called=IN_OUR_WORDS
    )
    said = {
        "choice": choice,
        "standing": standing,
        "decided_on": decided_on,
        "decided_by": decided_by,
        "items": list(items),
        "compelling": list(compelling),
        "reasons": reasons,
        "planned_on": planned_on,
        "family_view": family_view,
        "family_note": family_note,
    }
    rules.check_is_another(review.publication_decisions.first(), said, provenance)
    decision = review.publication_decisions.create(
        **said, recorded_at=at, recorded_by=person_behind(by), **provenance
    )
    record("publication.decided", review, by=by, at=at, decision_id=decision.pk, choice=choice)
    return decision


@transaction.atomic
def introduce(
    *, review: Review, draft: Draft, title: str, about: str, by: Actor, at: datetime
) -> PublicText:
    """
    Say which draft is to be published, and how the public page calls and introduces the review.

    Raises Refused without the right or words, for a draft of another review, one not released, or
    one that is older than what the Home Office saw.
    """
    rules.check_can_enter(by, review)
    if draft.review_id != review.pk:
        raise Refused("Choose a draft of this review", field="draft")
    if not draft.is_released:
        raise Refused("Release this draft to the panel first", field="draft")
    rules.check_is_not_older(draft, draft_sent_last(review))
    if not title.strip() or not about.strip():
        field = "about" if title.strip() else "title"
        raise Refused("Write what readers of the library see first", field=field)
    text = review.public_texts.create(
        draft=draft, title=title, about=about, recorded_at=at, recorded_by=person_behind(by)
    )
    record("publication.introduced", review, by=by, at=at, draft=draft.number)
    return text


def record(event: str, review: Review, *, by: Actor, at: datetime, **ids: int | str) -> None:
    trail.record(event, by=person_behind(by), at=at, review_ref=review.reference, **ids)
