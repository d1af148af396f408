"""Keep what a body said: by its link, or entered from its letter or email."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from actionplans.operations.recommendations import keep_answer
from agencies.models import Actor, person_behind
from anonymity.checking.all_checks import check_paper
from anonymity.checking.finding import Severity
from anonymity.checking.paper import Paper
from anonymity.queries.identifiers import known_of
from audit import trail
from audit.models import ActorKind
from documents.models import Document
from guests.operations import links as guest_links
from messaging import post
from postoffice import rules
from postoffice.models import Acknowledgement, Dispatch, DispatchLink, Reply, ReplyKind, SentWords
from postoffice.operations.preparing import note
from postoffice.rules import Said
from privacy.row_locks import lifted
from reviews.access import Refused


@dataclass(frozen=True, kw_only=True)
class Guest:
    """Who answers by a link, as they say themselves."""

    full_name: str
    job_title: str


@transaction.atomic
def acknowledge_by_link(
    *,
    link: DispatchLink,
    guest: Guest,
    their_reference: str = "",
    today: date,
    at: datetime,
) -> Acknowledgement:
    """Note that a body has what was sent. Raises Refused where the link no longer stands."""
    dispatch = link.dispatch
    rules.check_link_stands(dispatch, is_open=link.link.is_open(today))
    made = Acknowledgement.objects.create(
        dispatch=dispatch,
        acknowledged_on=today,
        their_reference=their_reference.strip(),
        recorded_at=at,
        **vars(guest),
    )
    tell("dispatch.acknowledged_by_link", link, at=at)
    return made


@transaction.atomic
def record_acknowledgement(
    *,
    dispatch: Dispatch,
    acknowledged_on: date,
    their_reference: str = "",
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> Acknowledgement:
    """Enter what came by letter or email. Raises Refused without the right or for its day."""
    rules.check_can_send(by, dispatch.review)
    rules.check_is_sent(dispatch)
    rules.check_day(
        dispatch, acknowledged_on, field="acknowledged_on", called="The day", today=today
    )
    made = Acknowledgement.objects.create(
        dispatch=dispatch,
        acknowledged_on=acknowledged_on,
        their_reference=their_reference.strip(),
        recorded_at=at,
        recorded_by=person_behind(by),
        **provenance,
    )
    note("dispatch.acknowledged", dispatch, by=by, at=at)
    return made


@transaction.atomic
def reply_by_link(
    *,
    link: DispatchLink,
    line: SentWords,
    said: Said,
    guest: Guest,
    document: Document | None = None,
    today: date,
    at: datetime,
) -> Reply:
    """
    Take in a body's reply to one recommendation by its link, which opens nothing more once all
    have one. It is an acknowledgement too, where none came before.

    Raises Refused where the link no longer stands, or for a reply that lacks what its kind needs.
    """
    dispatch = link.dispatch
    rules.check_link_stands(dispatch, is_open=link.link.is_open(today))
    if not dispatch.acknowledgements.exists():
        acknowledge_by_link(link=link, guest=guest, today=today, at=at)
    made = keep(
        line, said, replied_on=today, more={**vars(guest), "document": document}, by=None, at=at
    )
    tell("dispatch.replied_by_link", link, at=at, reply_id=made.pk)
    if not waiting(dispatch):
        guest_links.use(link=link.link, today=today, at=at)
        post.send(
            "recommendations_answered",
            to=link.link.sent_to,
            review_ref=dispatch.review.reference,
            by=None,
            at=at,
        )
    return made


@transaction.atomic
def record_reply(
    *,
    dispatch: Dispatch,
    line: SentWords,
    said: Said,
    replied_on: date,
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> Reply:
    """Enter a reply that came by letter or email. Raises Refused as the others do."""
    rules.check_can_send(by, dispatch.review)
    rules.check_is_sent(dispatch)
    rules.check_day(dispatch, replied_on, field="replied_on", called="The day", today=today)
    made = keep(line, said, replied_on=replied_on, more=dict(provenance), by=by, at=at)
    note("dispatch.replied", dispatch, by=by, at=at, reply_id=made.pk)
    return made


def keep(
    line: SentWords,
    said: Said,
    *,
    replied_on: date,
    more: dict[str, Any],
    by: Actor | None,
    at: datetime,
) -> Reply:
    """Add a reply, and what it says to the plan, against the very words that were sent."""
    rules.check_said(said)
    answer = None
    if said.kind != ReplyKind.NOT_OURS:
        names = ("received_via", "on_behalf_of", "given_on", "original")
        answer = keep_answer(
            one=line.recommendation,
            kind=said.kind,
            answered_on=replied_on,
            reason=said.words,
            to_words=line.text,
            provenance={name: more[name] for name in names if name in more},
            by=by,
            at=at,
        )
    return Reply.objects.create(
        line=line,
        **{**vars(said), "words": said.words.strip()},
        replied_on=replied_on,
        answer=answer,
        recorded_at=at,
        recorded_by=person_behind(by) if by else None,
        **more,
    )


def waiting(dispatch: Dispatch) -> bool:
    """Test whether any recommendation in it has no reply."""
    return dispatch.lines.filter(replies__isnull=True).exists()


@transaction.atomic
def release(
    *, dispatch: Dispatch, reply: Reply, words: str, today: date, by: Actor, at: datetime
) -> None:
    """
    Let the public page say what a body answered, with these words of it, which may be none.

    Raises Refused without the right, or for words that give somebody away.
    """
    rules.check_can_send(by, dispatch.review)
    rules.check_can_release(reply)
    with lifted():
        known = known_of(dispatch.review)
    for stop in check_paper(Paper.of_text(words), known):
        if stop.severity == Severity.STOP:
            raise Refused(f"These words give somebody away. {stop.reason}", field="words")
    reply.public_words, reply.released_on = words.strip(), today
    reply.released_by = person_behind(by)
    reply.save(update_fields=["public_words", "released_on", "released_by"])
    note("dispatch.reply_released", dispatch, by=by, at=at, reply_id=reply.pk)


@transaction.atomic
def take_back_release(*, dispatch: Dispatch, reply: Reply, by: Actor, at: datetime) -> None:
    """Take a reply off the public page. Raises Refused without the right."""
    rules.check_can_send(by, dispatch.review)
    reply.public_words, reply.released_on, reply.released_by = "", None, None
    reply.save(update_fields=["public_words", "released_on", "released_by"])
    note("dispatch.reply_taken_back", dispatch, by=by, at=at, reply_id=reply.pk)


def tell(event: str, link: DispatchLink, *, at: datetime, **ids: int) -> None:
    """Add to the trail what somebody did by a link."""
    dispatch = link.dispatch
    trail.record(
        event,
        by=ActorKind.SIGNED_OUT,
        at=at,
        review_ref=dispatch.review.reference,
        dispatch_id=dispatch.pk,
        link_id=link.link_id,
        **ids,
    )
