"""Sent is not done; and what disagrees is answered before it is verified."""

from actionplans.checks import all_updates, sent_only
from actionplans.checks.remark import Remark
from actionplans.checks.update import Step, Update
from actionplans.cycle import DONE, ActionStatus
from actionplans.models import Action, ProgressNote
from reviews.access import Refused

REASON_WORDS = 3  # at the least, of a reason that somebody can follow


def update_of(action: Action, note: ProgressNote) -> Update:
    """Return what was asked of an action and what one note says. Prefetch its log for a list."""
    asked = (action.recommendation.text, action.text, action.outcome_measure)
    notes = action.progress_notes.all()
    earlier = [one for one in notes if one != note and one.recorded_at <= note.recorded_at]
    begun = [one.on for one in earlier if one.claims == ActionStatus.IN_PROGRESS]
    return Update(
        asked="\n".join(asked),
        said=said_of(action, note),
        on=note.on,
        begun_on=min(begun, default=None),
        has_file=note.document_id is not None,
        steps=tuple(
            Step(
                f"{one.text}\n{one.evidence}",
                one.due_on,
                one.done_on,
                is_shown=bool(one.evidence or one.document_id),
                is_told=action.plan_import_id is not None,
            )
            for one in action.milestones.all()
        ),
    )


def said_of(action: Action, note: ProgressNote) -> str:
    """Return what a note says and, where the plan prints other words as the outcome, those too."""
    is_said_otherwise = action.is_done and action.outcome.strip() not in ("", note.words.strip())
    return f"{note.words}\n{action.outcome}" if is_said_otherwise else note.words


def note_of_done(action: Action) -> ProgressNote | None:
    """Return the note that reports an action done, while it is so reported."""
    if not action.is_done:
        return None
    return next((note for note in action.progress_notes.all() if note.says_done), None)


def remarks_on(action: Action) -> list[Remark]:
    """Return all there is to look at in the report that an action is done."""
    note = note_of_done(action)
    return all_updates.remarks_on(update_of(action, note)) if note else []


def contradictions_of(action: Action) -> list[Remark]:
    """
    Return where the report that an action is done disagrees with what was asked, until whoever
    checked it has said why it holds all the same.
    """
    note = note_of_done(action)
    is_answered = action.standing_check is not None and bool(action.standing_check.despite)
    if note is None or is_answered:
        return []
    return all_updates.contradictions(update_of(action, note))


def check_says_more_than_sent(action: Action, note: ProgressNote) -> None:
    """
    Refuse to take as done what was only sent, shared or talked about.

    Source: the product's own rule. A recommendation closed because it was sent is refused.
    """
    if note.claims not in DONE:
        return
    for remark in sent_only.check(update_of(action, note)):
        raise Refused(f"{remark.missing} {remark.mend}", field="words")


def check_contradictions_answered(action: Action, *, holds: bool, despite: str) -> None:
    """
    Refuse to verify what disagrees with what was asked until somebody says why it holds, in more
    than a word.
    """
    if holds and len(despite.split()) < REASON_WORDS and contradictions_of(action):
        raise Refused(
            "What was asked and what was reported disagree. Say in a sentence why it is done all "
            "the same, or record that it is not.",
            field="despite",
        )
