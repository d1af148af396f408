"""Who may say what an event means, and who decides what the checks of the story found."""

from agencies.models import Actor, User
from chronologies.models import ChronologyEntry
from chronologies.rules import check_can_read_entry
from composite.checks.all_checks import CODES
from composite.models import (
    LONGEST_ANSWER,
    LONGEST_QUESTION,
    CompositeExport,
    EventComment,
    FindingQuestion,
    ReconciliationFinding,
)
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Review

FILES_AT_ONCE = 3
TAKEN_BACK = "This question was taken back. There is nothing to answer any more."
DECIDED_WITHOUT = "This was decided without your answer. You are no longer asked."
FOUND_NO_MORE = "The checks do not find this any more. There is nothing to decide."


def check_can_note(actor: Actor, entry: ChronologyEntry) -> None:
    """Refuse what is said of an event by who is not of chair and panel, or may not read it."""
    review = entry.submission.involvement.review
    access.require(actor, Permission.CHRONOLOGY_NOTE, on=review)
    check_can_read_entry(actor, entry)
    rules.check_is_open(review)


def check_says_something(words: str) -> None:
    if not words.strip():
        raise Refused("Write your comment", field="words")


def check_can_take_back(actor: Actor, comment: EventComment) -> None:
    """Refuse to take back what somebody else said."""
    access.require(actor, Permission.CHRONOLOGY_NOTE, on=comment.review)
    rules.check_is_open(comment.review)
    if isinstance(actor, User) and comment.recorded_by_id != actor.pk:
        raise Refused("Only whoever wrote a comment takes it back.")


def check_can_reconcile(actor: Actor, review: Review) -> None:
    """
    Refuse all but the chair and the review's secretary.

    Source: permission matrix, row "Composite chronology".
    """
    access.require(actor, Permission.CHRONOLOGY_RECONCILE, on=review)
    rules.check_is_open(review)


def check_can_decide(actor: Actor, finding: ReconciliationFinding) -> None:
    """Refuse a second decision: the first is opened again before; and one of what is gone."""
    check_can_reconcile(actor, finding.review)
    if not finding.is_open:
        raise Refused("This is decided already. Open it again to decide otherwise.")
    if finding.gone_at:
        raise Refused(FOUND_NO_MORE)


def check_can_reopen(actor: Actor, finding: ReconciliationFinding) -> None:
    check_can_reconcile(actor, finding.review)
    if finding.is_open:
        raise Refused("Nothing is decided about this yet.")
    if finding.gone_at:
        raise Refused(FOUND_NO_MORE)


def check_can_ask(actor: Actor, finding: ReconciliationFinding) -> None:
    """Refuse a question about what is decided, or is found no more."""
    check_can_reconcile(actor, finding.review)
    if not finding.is_open or finding.gone_at:
        raise Refused("There is nothing to decide about this any more, so there is nothing to ask.")


def check_asks(question: str) -> None:
    if not question.strip():
        raise Refused("Write your question", field="question")
    if len(question.strip()) > LONGEST_QUESTION:
        raise Refused(f"Shorten your question to {LONGEST_QUESTION:,} characters", field="question")


def check_can_take_question_back(actor: Actor, question: FindingQuestion) -> None:
    """Refuse all who may not ask, and what is answered or has ended."""
    check_can_reconcile(actor, question.involvement.review)
    if not question.is_open:
        raise Refused("This is answered already, or nobody is asked any more.")


def check_can_answer(actor: Actor, question: FindingQuestion) -> None:
    """
    Refuse all but the agency's own people who send its chronology, and an answer to what is
    answered or no longer asked.
    """
    access.require_own(actor, Permission.CHRONOLOGY_SUBMIT, on=question.involvement)
    rules.check_is_open(question.involvement.review)
    if question.is_answered:
        raise Refused("This is answered already. An answer stays as it was given.")
    if question.is_taken_back:
        raise Refused(TAKEN_BACK)
    if question.is_decided:
        raise Refused(DECIDED_WITHOUT)


def check_answers(words: str) -> None:
    if not words.strip():
        raise Refused("Write your answer", field="words")
    if len(words.strip()) > LONGEST_ANSWER:
        raise Refused(f"Shorten your answer to {LONGEST_ANSWER:,} characters", field="words")


def check_gives_reason(reason: str, *, why: str) -> None:
    if not reason.strip():
        raise Refused(why, field="reason")


def check_can_read_narrative(actor: Actor, review: Review) -> None:
    """Refuse all but those who read the working text of the report: who writes or sends it."""
    if not access.has(actor, Permission.DRAFT_WRITE, on=review):
        access.require(actor, Permission.SUBMISSION_MAKE, on=review)


def check_is_known(code: str) -> None:
    """Refuse a check that there is not."""
    if code not in CODES:
        raise Refused("There is no such check.")


def check_can_export(actor: Actor, review: Review, *, is_named: bool) -> None:
    """Refuse all but those who read the composite in the whole review, and names without right."""
    access.require(actor, Permission.CHRONOLOGY_READ_COMPOSITE, on=review)
    if is_named:
        access.require(actor, Permission.IDENTITIES_READ, on=review)


def check_waits_for_few_files(unfinished: int) -> None:
    """Refuse to have more made at once than one person reads. Local default."""
    if unfinished >= FILES_AT_ONCE:
        raise Refused(
            f"{FILES_AT_ONCE} files are being made for you already. Wait for one of them, or stop "
            "it, before you ask for another."
        )


def check_can_take(actor: User, export: CompositeExport) -> None:
    """Refuse a file to whoever did not ask for it, or may not read any more what it holds."""
    if export.asked_by_id != actor.pk:
        raise Refused("This file was made for somebody else.")
    check_can_export(actor, export.review, is_named=export.is_named)
    if export.holds_unreleased and not access.has(
        actor, Permission.CHRONOLOGY_READ_RAW, on=export.review
    ):
        raise Refused(
            "This file holds what you no longer read before its release. Ask for it anew."
        )


def check_can_narrate(actor: Actor, review: Review) -> None:
    """Refuse all but those who write the report: its narrative is a section of it."""
    access.require(actor, Permission.DRAFT_WRITE, on=review)
    rules.check_is_open(review)


def check_has_words(text: str) -> None:
    if not text.strip():
        raise Refused("Write the paragraph", field="text")
