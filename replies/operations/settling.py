"""Decide about a reply: an answer of its agency, something beside it, or not for this review."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.models import User
from audit import trail
from documents.models import Route
from evidence.models import ReturnKind, ScopingReturn
from evidence.operations import answering
from evidence.rules.scoping import Answer
from replies import rules
from replies.models import IncomingReply, ReplyKind
from replies.rules import NOT_SAID
from reviews import access
from reviews import rules as review_rules
from reviews.access import Permission
from reviews.models import AgencyInvolvement

GIVES_A_REASON = (ReturnKind.REFUSED, ReturnKind.WRONG_BODY)


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What an officer says of one reply, from what was read and what they mended."""

    kind: ReplyKind
    part: AgencyInvolvement | None = None
    given_on: date | None = None
    on_behalf_of: str = ""
    words: str = ""
    searched_in: str = ""
    searched_for: str = ""
    searched_by: str = ""
    unusual_reason: str = ""
    corrects_because: str = ""

    @property
    def answer(self) -> Answer:
        """
        What is recorded as the agency's answer. A nil return in two lines does not say what was
        searched; that it does not is recorded, so that it can be asked.
        """
        reason = self.words if self.kind.value in GIVES_A_REASON else ""
        is_nil = self.kind == ReplyKind.NIL
        unsaid = NOT_SAID if is_nil else ""
        return Answer(
            return_kind=self.kind.value,
            account="" if reason else self.words,
            reason=reason or (NOT_SAID if self.kind.value in GIVES_A_REASON else ""),
            systems_searched=self.searched_in or unsaid,
            names_searched=self.searched_for or unsaid,
            searched_by=self.searched_by or unsaid,
            unusual_reason=self.unusual_reason,
            corrects_because=self.corrects_because,
        )


@transaction.atomic
def settle(
    *, reply: IncomingReply, decided: Decision, today: date, by: User, at: datetime
) -> IncomingReply:
    """
    Record what a reply is. An answer becomes the agency's return, with the file it came in as its
    original and what was attached as its documents.

    Raises Refused without the right, for a reply already settled, or one that lacks something.
    """
    access.require(by, Permission.SCOPING_SEND, on=reply.review)
    review_rules.check_is_open(reply.review)
    reply = (
        IncomingReply.objects.select_for_update(of=("self",))
        .select_related("review")
        .get(pk=reply.pk)
    )
    rules.check_can_settle(reply)
    rules.check_is_whole(reply, decided.kind, decided.part, decided.given_on)
    if decided.kind.is_answer and decided.part:
        reply.scoping_return = answer_of(reply, decided, decided.part, today=today, by=by, at=at)
    reply.settled_as = decided.kind
    reply.involvement = None if decided.kind == ReplyKind.ASIDE else decided.part
    reply.searched_in, reply.searched_for = decided.searched_in, decided.searched_for
    reply.searched_by, reply.given_on = decided.searched_by, decided.given_on
    reply.settled_at, reply.settled_by = at, by
    reply.save()
    trail.record(
        "reply.settled",
        by=by,
        at=at,
        review_ref=reply.review.reference,
        document_id=reply.document_id,
        kind=reply.settled_as,
        **({"involvement_id": reply.involvement_id} if reply.involvement_id else {}),
    )
    return reply


def answer_of(
    reply: IncomingReply,
    decided: Decision,
    part: AgencyInvolvement,
    *,
    today: date,
    by: User,
    at: datetime,
) -> ScopingReturn:
    attached = reply.files.filter(document__isnull=False).select_related("document")
    return answering.record_return(
        involvement=part,
        said=decided.answer,
        provenance={
            "received_via": Route.EMAIL if reply.is_email else Route.POST,
            "on_behalf_of": decided.on_behalf_of or NOT_SAID,
            "given_on": decided.given_on,
            "original": reply.document,
        },
        files=[row.document for row in attached if row.document],
        today=today,
        by=by,
        at=at,
    )


@transaction.atomic
def bring_back(*, reply: IncomingReply, by: User, at: datetime) -> None:
    """
    Let a reply that was set aside or kept beside be decided anew.

    Raises Refused without the right, or for one that is recorded as an answer.
    """
    access.require(by, Permission.SCOPING_SEND, on=reply.review)
    review_rules.check_is_open(reply.review)
    reply = (
        IncomingReply.objects.select_for_update(of=("self",))
        .select_related("review")
        .get(pk=reply.pk)
    )
    rules.check_can_bring_back(reply)
    reply.bring_back()
    trail.record(
        "reply.brought_back",
        by=by,
        at=at,
        review_ref=reply.review.reference,
        document_id=reply.document_id,
    )
