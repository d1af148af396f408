"""What an answer to a scoping letter must say, and when a letter or an answer can be dated."""

from dataclasses import dataclass
from datetime import date

from evidence.models import ReturnKind, ScopingRequest
from reviews import rules
from reviews.access import Refused
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What an agency says when it is asked. Which parts are needed depends on the kind."""

    return_kind: str
    records_secured: bool | None = None
    systems_searched: str = ""
    names_searched: str = ""
    searched_from: date | None = None
    searched_to: date | None = None
    searched_by: str = ""
    search_scope_note: str = ""
    account: str = ""
    contact_from: date | None = None
    contact_to: date | None = None
    reason: str = ""
    unusual_reason: str = ""
    withheld: str = ""
    withheld_because: str = ""
    withheld_basis: str = ""
    redaction_agreed_with: str = ""
    corrects_because: str = ""


# What must be said of what is held back, once anything is.
ABOUT_WITHHELD = {
    "withheld": "Say in general words what is held back",
    "withheld_because": "Say why it is held back",
    "withheld_basis": "Choose on what legal basis it is held back",
    "redaction_agreed_with": "Say with whom that was agreed, or that it is not agreed yet",
}

NEEDED: dict[str, dict[str, str]] = {
    ReturnKind.NIL: {
        "systems_searched": "Say which systems and records were searched",
        "names_searched": "Say which names, aliases and addresses were searched under",
        "searched_by": "Say who searched",
    },
    ReturnKind.SUMMARY: {"account": "Enter the summary"},
    ReturnKind.EXPERT_INPUT: {"account": "Say what you could advise on"},
    ReturnKind.WRONG_BODY: {"reason": "Say why, and who may hold records"},
    ReturnKind.REFUSED: {"reason": "Give the reason for refusing"},
    ReturnKind.NOT_PURSUED: {"reason": "Give the reason for not pursuing it"},
    ReturnKind.NO_RESPONSE: {"reason": "Say what was tried and what it led to"},
}


def missing(answer: Answer, *, has_file: bool) -> dict[str, str]:
    """
    Return what an answer of its kind still lacks, each with the words that ask for it.

    has_file: something is attached, which may be the whole answer.
    """
    found = {
        field: words
        for field, words in NEEDED.get(answer.return_kind, {}).items()
        if not str(getattr(answer, field)).strip()
    }
    if has_file:
        found.pop("account", None)
    elif answer.return_kind == ReturnKind.LETTER and not answer.account.strip():
        found["account"] = "Attach the letter, or enter what it says"
    found |= missing_of_withheld(answer)
    if answer.searched_from and answer.searched_to and answer.searched_to < answer.searched_from:
        found["searched_to"] = "The search must end on or after the day it begins"
    if answer.contact_from and answer.contact_to and answer.contact_to < answer.contact_from:
        found["contact_to"] = "The latest contact must be on or after the earliest"
    return found


def missing_of_withheld(answer: Answer) -> dict[str, str]:
    """Return what is not said yet of what an agency holds back; nothing where it holds none."""
    said = {field for field in ABOUT_WITHHELD if str(getattr(answer, field)).strip()}
    return {field: words for field, words in ABOUT_WITHHELD.items() if said and field not in said}


def corrects_nil(standing: str | None, return_kind: str) -> bool:
    """
    Test whether an answer takes back that nothing was found. What was decided rested on that.

    standing: the kind of the answer that it takes the place of, to the same letter.
    """
    kind = ReturnKind(return_kind)
    return standing == ReturnKind.NIL and not (kind.is_nothing or kind.is_by_partnership)


def missing_correction(standing: str | None, answer: Answer) -> dict[str, str]:
    """Ask why a nil return was wrong, where an answer takes its place and does not say."""
    if corrects_nil(standing, answer.return_kind) and not answer.corrects_because.strip():
        return {"corrects_because": "Say why the earlier answer, that nothing was found, was wrong"}
    return {}


def check_correction(standing: str | None, answer: Answer) -> None:
    """Refuse to take a nil return back without saying why it was wrong."""
    for field, words in missing_correction(standing, answer).items():
        raise Refused(words, field=field)


def check_answer(answer: Answer, *, has_file: bool) -> None:
    """Refuse an answer that lacks what its kind needs."""
    for field, words in missing(answer, has_file=has_file).items():
        raise Refused(words, field=field)


def check_contact(answer: Answer, *, today: date) -> None:
    """Refuse a contact that is still to come."""
    for field in ("contact_from", "contact_to"):
        if (getattr(answer, field) or today) > today:
            raise Refused("The contact must be today or in the past", field=field)


def check_answered_on(
    review: Review,
    request: ScopingRequest | None,
    answer: Answer,
    answered_on: date,
    *,
    today: date,
) -> None:
    """Refuse an impossible day; ask why where an answer is dated before the letter it answers."""
    field = "answered_on" if ReturnKind(answer.return_kind).is_by_partnership else "given_on"
    rules.check_possible_on(answered_on, field=field, called="The day", today=today)
    rules.check_after_death(review, answered_on, field=field, called="The day")
    if request is None or answered_on >= request.sent_on:
        return
    if ReturnKind(answer.return_kind).is_by_partnership:
        raise Refused("The day must be on or after the day of the letter", field=field)
    if not answer.unusual_reason.strip():
        raise Refused(
            "This day comes before the letter was sent. Check it, or say why it is right",
            field="unusual_reason",
        )


def check_sent_on(review: Review, sent_on: date, due_on: date, reason: str, *, today: date) -> None:
    """Refuse an impossible day; ask why where a letter went out before the notification."""
    rules.check_possible_on(sent_on, field="sent_on", called="The letter", today=today)
    rules.check_after_death(review, sent_on, field="sent_on", called="The letter")
    check_due_on(due_on, sent_on=sent_on)
    if sent_on < review.notified_on and not reason.strip():
        raise Refused(
            "This day comes before the notification. Check it, or say why it is right",
            field="unusual_reason",
        )


def check_due_on(due_on: date, *, sent_on: date) -> None:
    """Refuse an answer that would be due before the letter is sent."""
    if due_on < sent_on:
        raise Refused("The answer must be due on or after the day of the letter", field="due_on")


def check_chased_on(request: ScopingRequest, chased_on: date, *, today: date) -> None:
    """Refuse a reminder in the future, or before the letter."""
    rules.check_possible_on(chased_on, field="chased_on", called="The day", today=today)
    if chased_on < request.sent_on:
        raise Refused("The day must be on or after the day of the letter", field="chased_on")
