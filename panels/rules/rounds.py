from collections.abc import Sequence
from datetime import date, timedelta

from agencies.models import Actor, User
from panels.models import (
    AgreementAnswer,
    AgreementInvitee,
    AgreementRound,
    AnswerKind,
    PanelMember,
    SubjectKind,
)
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Review


def check_can_run(actor: Actor, review: Review) -> None:
    """Refuse rounds to somebody who does not open and record them, or after the review ended."""
    access.require(actor, Permission.AGREEMENT_RECORD, on=review)
    rules.check_is_open(review)


def check_is_open(asked_round: AgreementRound) -> None:
    rules.check_is_open(asked_round.review)
    if not asked_round.is_open:
        raise Refused("This round is closed.")


def check_can_open(
    review: Review, kind: SubjectKind, key: str, emails: Sequence[str], closing_on: date, *,
    today: date,
) -> None:  # fmt: skip
    """Refuse a round that asks nobody, asks somebody twice, ends before it begins, or a second."""
    if not emails:
        raise Refused("Choose who is asked")
    if len({email.lower() for email in emails}) != len(emails):
        raise Refused("Two people have the same email address. Ask each person once")
    if closing_on < today:
        raise Refused("The last day to answer must be today or later", field="closing_on")
    if review.agreement_rounds.open().of(kind, key).exists():
        raise Refused("A round about this is open. Close it or withdraw it first.")


def check_nobody_is_held(review: Review, emails: Sequence[str]) -> None:
    """Refuse to ask somebody whose access to the review is held: a link would go round that."""
    if access.held_addresses(review) & {email.lower() for email in emails}:
        raise Refused(
            "One of these people cannot be asked yet: a CSP officer has to look at their access "
            "first. Leave them out, or ask once it is done."
        )


def check_answer(answer: str, comment: str) -> None:
    """Refuse an objection or a comment without words."""
    if answer == AnswerKind.OBJECT and not comment.strip():
        raise Refused("Say what you object to, and what would mend it", field="comment")
    if answer == AnswerKind.WITH_COMMENTS and not comment.strip():
        raise Refused("Write your comments", field="comment")


def check_can_answer(actor: User, invitee: AgreementInvitee) -> None:
    """Refuse an answer on the page by anybody but the person asked, or after the close."""
    access.require(actor, Permission.AGREEMENT_GIVE, on=invitee.round.review)
    if invitee.user_id != actor.pk:
        raise Refused("You were not asked in this round.")
    check_is_open(invitee.round)


def check_link_stands(invitee: AgreementInvitee, *, today: date) -> None:
    """
    Refuse an answer by a link that was taken back, after the last day or the end, or of somebody
    who left the panel since or whose access is held.
    """
    asked_round = invitee.round
    rules.check_is_open(asked_round.review)
    if not (invitee.has_link and asked_round.is_open) or asked_round.is_over(today):
        raise Refused("This link is no longer open.")
    is_held = invitee.email.lower() in access.held_addresses(asked_round.review)
    if is_held or invitee.has_left:
        raise Refused("This link is no longer open.")


def successor_to_ask(invitee: AgreementInvitee) -> PanelMember:
    """Return who came after somebody who left without an answer. Refuse where there is none."""
    if not invitee.has_left or invitee.answers.exists():
        raise Refused("They are on the panel still, or have answered.")
    successor = invitee.member.successor if invitee.member else None
    if successor is None or successor.has_left:
        raise Refused("Record on the page of the panel who came after them first.")
    if invitee.replacement:
        raise Refused("Somebody is asked in their place already.")
    return successor


def check_asked_once(asked_round: AgreementRound, email: str) -> None:
    """Refuse to ask somebody a second time in one round."""
    if asked_round.invitees.filter(email__iexact=email).exists():
        raise Refused("Somebody with this address was asked already", field="email")


def check_can_enter(
    invitee: AgreementInvitee,
    given_on: date,
    *,
    own: AgreementAnswer | None,
    because: str,
    today: date,
) -> None:
    """
    Refuse an answer for somebody that they cannot have given on that day, and one in the place
    of what they answered themselves (`own`) without saying why, or that is older than it.
    """
    if invitee.round.is_withdrawn:
        raise Refused("This round was withdrawn.")
    rules.check_possible_on(given_on, field="given_on", called="The answer", today=today)
    if given_on < invitee.round.opened_on:
        raise Refused("They were asked only after that day", field="given_on")
    if own is None:
        return
    if given_on < own.answered_on:
        raise Refused(
            f"They answered themselves on {own.answered_on.day} {own.answered_on:%B %Y}, after "
            "that day. What they said last stands",
            field="given_on",
        )
    if not because.strip():
        raise Refused(
            "Say why this stands in place of what they answered themselves",
            field="entered_because",
        )


def check_can_remind(asked_round: AgreementRound, *, today: date) -> None:
    check_is_open(asked_round)
    if asked_round.is_over(today):
        raise Refused("The last day to answer is past.")


def check_can_settle(answer: AgreementAnswer, words: str) -> None:
    """
    Refuse to settle plain agreement, what its giver has put another answer in place of since, or
    anything without a reason.
    """
    if answer.answer == AnswerKind.AGREE:
        raise Refused("There is nothing to settle in this answer.")
    latest = answer.invitee.answers.first()
    if latest and latest.pk != answer.pk and not latest.is_after_close:
        raise Refused(
            "They have answered again since. Read that answer: it stands in place of this"
        )
    if not words.strip():
        raise Refused("Say why, in words the person who made it can read", field="words")


def check_can_close(
    asked_round: AgreementRound, *, silent: int, unsettled: Sequence[str], today: date
) -> None:
    """
    Refuse to close while people still have time, or an objection has had no answer.

    unsettled: the names of those whose objection has none.
    """
    check_is_open(asked_round)
    if silent and not asked_round.is_over(today):
        last = asked_round.closing_on
        after = last + timedelta(days=1)
        people = "1 person has" if silent == 1 else f"{silent} people have"
        raise Refused(
            f"{people} until {last.day} {last:%B %Y} to answer. Close the round on {after.day} "
            f"{after:%B %Y} or later, or withdraw it."
        )
    if unsettled:
        many = len(unsettled)
        said = "1 objection is" if many == 1 else f"{many} objections are"
        whose = ", ".join(unsettled)
        raise Refused(f"{said} not settled: {whose}. Say first what becomes of it.")
