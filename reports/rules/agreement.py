from datetime import date

from agencies.models import Actor
from panels.models import AgreementRound, Meeting, SubjectKind
from reports.models import Draft
from reviews import access, rules
from reviews.access import Permission, Refused

WORDS_ABOUT = {"otherwise": "Where else?", "reason": "Anything unusual"}


def check_can_record(actor: Actor, draft: Draft) -> None:
    """Refuse the panel's agreement to a draft that it has not got, or that it agreed already."""
    access.require(actor, Permission.AGREEMENT_RECORD, on=draft.review)
    rules.check_is_open(draft.review)
    if not draft.is_released:
        raise Refused("This draft is not released yet. The panel cannot have agreed it.")
    if draft.agreement:
        raise Refused("The panel’s agreement to this draft is recorded already.")


def check_can_ask(actor: Actor, draft: Draft) -> None:
    """Refuse to put a draft to people before it is released."""
    access.require(actor, Permission.AGREEMENT_RECORD, on=draft.review)
    if not draft.is_released:
        raise Refused("Release the draft to the panel first.")


def check_day(draft: Draft, agreed_on: date, reason: str, *, today: date) -> None:
    review = draft.review
    rules.check_possible_on(agreed_on, field="agreed_on", called="The agreement", today=today)
    rules.check_after_death(review, agreed_on, field="agreed_on", called="The agreement")
    rules.check_reason_for_unusual(review, agreed_on, reason, field="reason")


def check_words_about(draft: Draft, *, otherwise: str, reason: str) -> None:
    """Refuse a true name in what is said of the agreement: whoever reads drafts reads it."""
    said = {"otherwise": otherwise, "reason": reason}
    rules.check_names_nobody(draft.review, said, called=WORDS_ABOUT)


def check_agreed_somewhere(
    draft: Draft,
    *,
    meeting: Meeting | None,
    agreement_round: AgreementRound | None,
    otherwise: str,
    agreed_on: date,
) -> None:
    """Refuse an agreement that came about nowhere, in two places, or not on that day."""
    if sum(map(bool, (meeting, agreement_round, otherwise.strip()))) != 1:
        raise Refused("Say where it was agreed", field="where")
    if meeting and meeting.review_id != draft.review_id:
        raise Refused("Choose a meeting of this review", field="where")
    if meeting and meeting.held_on != agreed_on:
        raise Refused(
            f"{meeting.name} was on {meeting.held_on.day} {meeting.held_on:%B %Y}. Enter that "
            "day, or choose another meeting",
            field="agreed_on",
        )


def check_round_agreed(draft: Draft, asked_round: AgreementRound | None, reason: str) -> None:
    """Refuse a round about something else, one still open, or an objection passed over."""
    if asked_round is None:
        return
    about = (asked_round.review_id, asked_round.subject_kind, asked_round.subject_key)
    wanted = (draft.review_id, SubjectKind.DRAFT, str(draft.pk))
    if about != wanted or asked_round.is_withdrawn:
        raise Refused("Choose a round about this draft", field="where")
    if asked_round.is_open:
        raise Refused("Close the round first", field="where")
    if not asked_round.is_agreed and not reason.strip():
        raise Refused("The round did not agree it. Say why it stands all the same", field="reason")
