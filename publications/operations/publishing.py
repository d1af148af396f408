"""Publish, and take down."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from anonymity.models import Destination
from anonymity.operations.certifying import check_may_leave
from panels.models import ProcessEffect
from panels.rules.holding_back import check_nothing_holds_back
from publications.models import Publication, PublicationDecision, Published
from publications.operations.deciding import record
from publications.operations.submissions import keep_pdf
from publications.queries.printing import public_pdf, words_in_pdf
from publications.queries.to_check import files_to_publish
from publications.rules import publishing as rules
from publications.rules.candidate import (
    Candidate,
    candidate_of,
    data_of,
    decision_of,
)
from publications.rules.checking import check_of, stops_in_paper
from reviews.access import Refused
from reviews.checks.register import register_of
from reviews.lifecycle import Stage
from reviews.models import Review
from reviews.operations import stages


@transaction.atomic
def publish(
    *,
    review: Review,
    published_on: date,
    reason: str = "",
    instead_of: int | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> Publication:
    """
    Let the world read what was decided: freeze it, and move the review to where it then stands.
    A set published before is taken down in its favour.

    reason: why the day is unusual, or why a gate is passed. Names never pass.
    instead_of: the id of the set that stands now, as whoever publishes has seen it.

    Raises Refused without the right or a confirmed decision, while another body's process holds
    publication back, while a name or a telling day stands
    in the words or in a finished paper, without a certificate of two people
    for these very files, or where the review is not that far.
    """
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_can_enter(by, review)
    rules.check_is_seen(review, instead_of)
    check_nothing_holds_back(review, ProcessEffect.PUBLICATION)
    decision = rules.check_decision_stands(decision_of(review))
    rules.check_day(review, published_on, field="published_on", called="The day", today=today)
    rules.check_after_decision(review, decision, published_on, reason)
    to = Stage.PUBLISHED if decision.is_to_publish else Stage.WITHHELD
    moves = rules.check_stage(review, to)
    candidate = safe_candidate(review, decision)
    papers = {kind: public_pdf(kind, content) for kind, content in candidate.contents.items()}
    check_papers(review, papers)
    check_may_leave(review, Destination.PUBLICATION, files_to_publish(candidate, papers))
    for earlier in review.publications.not_taken_down():
        _end(earlier, on=published_on, reason="Published again.", by=by, at=at)
    publication = _freeze(review, decision, candidate, published_on=published_on, by=by, at=at)
    for kind, content in papers.items():
        name = f"{review.reference}-{kind.value}.pdf"
        document = keep_pdf(content, name=name, review=review, by=by, at=at)
        publication.items.create(
            kind=kind,
            document=document,
            content=data_of(candidate.contents[kind]),
            sha256=document.sha256,
        )
    record("publication.published", review, by=by, at=at, publication_id=publication.pk)
    if moves:
        stages.move_on(
            review=review,
            to=to,
            moved_on=published_on,
            reason=reason,
            today=today,
            by=by,
            at=at,
        )
    return publication


@transaction.atomic
def take_down(
    *,
    publication: Publication,
    taken_down_on: date,
    reason: str,
    today: date,
    by: Actor,
    at: datetime,
) -> Publication:
    """
    Close the public page at once. What was published stays kept.

    Raises Refused without the right or a reason, for an impossible day, or a second time.
    """
    rules.check_can_enter(by, publication.review)
    if publication.is_taken_down:
        raise Refused("This is taken down already.")
    if not reason.strip():
        raise Refused("Say why it is taken down", field="reason")
    rules.check_day(
        publication.review, taken_down_on, field="taken_down_on", called="The day", today=today
    )
    if taken_down_on < publication.published_on:
        raise Refused("It was published only after that day", field="taken_down_on")
    _end(publication, on=taken_down_on, reason=reason, by=by, at=at)
    return publication


def safe_candidate(review: Review, decision: PublicationDecision) -> Candidate:
    """Return what would be public. Raises Refused unless nothing in it stands in the way."""
    candidate = candidate_of(review)
    if candidate is None:
        raise Refused("Say first which draft is published, and introduce it.")
    missing = [kind.label.lower() for kind in Published
               if kind in decision.items and kind not in candidate.contents]  # fmt: skip
    if missing:
        raise Refused(f"There are no words yet of: {', '.join(missing)}.")
    check = check_of(review, candidate)
    if not check.is_safe:
        said = " ".join(one.words for one in check.stops)
        raise Refused(f"{check.sentence} {said}")
    return candidate


def check_papers(review: Review, papers: dict[Published, bytes]) -> None:
    """Refuse papers that hold a name, whatever the words they were made from."""
    register = register_of(review)
    for kind, content in papers.items():
        rules.check_holds_nobody(
            stops_in_paper(f"{kind.label} as a PDF", words_in_pdf(content), register)
        )


def _freeze(
    review: Review,
    decision: PublicationDecision,
    candidate: Candidate,
    *,
    published_on: date,
    by: Actor,
    at: datetime,
) -> Publication:
    rows = {str(row.number): row.pk for row in review.recommendations.all()}
    return review.publications.create(
        decision=decision,
        title=candidate.title,
        about=candidate.about,
        recommendations=[
            {"number": number, "text": text, "row": rows[number]}
            for number, text in candidate.recommendations
        ],
        published_on=published_on,
        recorded_at=at,
        recorded_by=person_behind(by),
    )


def _end(publication: Publication, *, on: date, reason: str, by: Actor, at: datetime) -> None:
    publication.taken_down_on, publication.taken_down_reason = on, reason
    publication.taken_down_at, publication.taken_down_by = at, person_behind(by)
    publication.save()
    record(
        "publication.taken_down", publication.review, by=by, at=at, publication_id=publication.pk
    )
