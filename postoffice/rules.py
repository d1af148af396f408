"""What may be sent to bodies outside a review, and what they may say. All raise `Refused`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from actionplans.models import Recommendation
from actionplans.rules.plan import check_can_plan
from agencies.models import Actor, PublicBody
from guests.rules import CLOSED
from postoffice.models import Chase, ChaseKind, Dispatch, Reply, ReplyKind, SentWords
from reviews import rules
from reviews.access import Refused
from reviews.models import Review

WITH_WORDS = frozenset({ReplyKind.IN_PART, ReplyKind.NOT_ACCEPTED})


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a body answers to one recommendation."""

    kind: str
    words: str = ""
    passed_to: PublicBody | None = None
    passed_to_words: str = ""


def check_can_send(actor: Actor, review: Review) -> None:
    """Refuse whoever does not write the plan, and everybody once the review has ended."""
    check_can_plan(actor, review)


def check_prepared(
    review: Review, body: PublicBody, chosen: Sequence[Recommendation], covering: str
) -> None:
    """Refuse nothing at all, what is of another review or its agencies, and a body that is gone."""
    if not chosen:
        raise Refused("Choose what is sent", field="recommendations")
    for one in chosen:
        if one.review_id != review.pk or one.addressee_id:
            raise Refused(
                "Choose recommendations of this review that go to no agency of it",
                field="recommendations",
            )
    if body.retired_on or body.partnership_id not in (None, review.partnership_id):
        raise Refused("Choose a body that stands in the directory", field="body")
    if not covering.strip():
        raise Refused("Enter the words of the letter", field="covering")


def check_is_not_sent(dispatch: Dispatch) -> None:
    if dispatch.is_sent:
        raise Refused("It was sent. What was sent stays as it was.")


def why_recommendation_stays(one: Recommendation) -> str:
    """Say why a recommendation that stands in a letter to a body cannot be removed; or nothing."""
    line = SentWords.objects.filter(recommendation=one).select_related("dispatch").first()
    if line is None:
        return ""
    body = line.dispatch.body_name
    if line.dispatch.is_sent:
        return f"This recommendation was sent to {body}. What was sent is kept."
    return f"This recommendation stands in a letter to {body}. Discard that letter first."


def check_is_sent(dispatch: Dispatch) -> None:
    if not dispatch.is_sent:
        raise Refused("It was not sent yet.")


def check_words_stand(lines: Sequence[SentWords]) -> None:
    """Refuse to send words that the panel has changed since they were put together."""
    for line in lines:
        if not line.is_as_it_stands:
            raise Refused(
                f"Recommendation {line.number} says something else by now. Discard this letter "
                "and put it together anew."
            )


def check_is_cleared(is_cleared: bool, because: str) -> None:
    """
    Refuse what leaves before the Home Office cleared the review, without a reason.

    Source: local default; the report, and with it its recommendations, is a draft until then.
    """
    if not is_cleared and not because.strip():
        raise Refused(
            "The Home Office has not cleared this review. Say why the recommendation leaves "
            "before that",
            field="early_because",
        )


def check_day(dispatch: Dispatch, day: date, *, field: str, called: str, today: date) -> None:
    """Refuse an impossible day, or one before the letter was sent."""
    rules.check_possible_on(day, field=field, called=called, today=today)
    if dispatch.sent_on and day < dispatch.sent_on:
        raise Refused(f"{called} cannot be before the letter was sent", field=field)


def check_said(said: Said) -> None:
    """Refuse a reply without its words where those are needed, or for nobody instead."""
    if said.kind in WITH_WORDS and not said.words.strip():
        raise Refused("Say why it is not accepted, or which part is", field="words")
    if said.kind == ReplyKind.NOT_OURS and not (said.passed_to or said.passed_to_words.strip()):
        raise Refused("Say which body it is for", field="passed_to_words")


def check_link_stands(dispatch: Dispatch, *, is_open: bool) -> None:
    """Refuse by a link that is over, taken back or used, and once the review has ended."""
    if not is_open:
        raise Refused(CLOSED)
    rules.check_is_open(dispatch.review)


def check_can_chase(dispatch: Dispatch, kind: str, chases: Sequence[Chase], *, waits: bool) -> None:
    """Refuse to chase where nothing is waited for, or after the last time."""
    check_is_sent(dispatch)
    if not waits:
        raise Refused("Every recommendation in it has a reply.")
    if any(one.kind == ChaseKind.FINAL for one in chases):
        raise Refused("They were asked for the last time.")
    if kind == ChaseKind.FINAL and not chases:
        raise Refused("Ask once more before you ask for the last time.", field="kind")


def check_answer_by(answer_by: date | None, *, today: date) -> None:
    """Refuse a last time without a day to come until which an answer is waited for."""
    if answer_by is None or answer_by <= today:
        raise Refused("Enter a day to come", field="answer_by")


def check_can_release(reply: Reply) -> None:
    """Refuse to make public what says no more than that it is for somebody else."""
    if reply.is_not_theirs:
        raise Refused("They did not answer it. Send it to whom it is for.")


def check_reason(words: str, *, field: str, asks: str) -> None:
    if not words.strip():
        raise Refused(asks, field=field)
