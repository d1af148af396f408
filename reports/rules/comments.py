from collections.abc import Mapping, Sequence
from datetime import date

from agencies.models import Actor
from reports.models import Disposition, Draft, DraftComment
from reviews import access, rules
from reviews.access import Permission, Refused

WORDED = {"words": "Comment", "reason": "Why?", "changed_where": "Where did the text change?"}
HOLDS_A_NAME = (
    "These words hold a name that not everybody who reads them may know. Call people as the report "
    "does"
)


def check_can_comment(actor: Actor, draft: Draft) -> None:
    """Refuse comments by somebody who does not comment, or on what the panel has not got."""
    access.require(actor, Permission.DRAFT_COMMENT, on=draft.review)
    check_is_released(draft)


def check_can_enter(
    actor: Actor, draft: Draft, provenance: Mapping[str, object], *, today: date
) -> None:
    """Refuse a comment entered for somebody without the right, or dated in the future."""
    access.require(actor, Permission.AGREEMENT_RECORD, on=draft.review)
    check_is_released(draft)
    given_on = provenance.get("given_on")
    if not isinstance(given_on, date):
        raise Refused("Say whose words these are, and how they reached you", field="received_via")
    rules.check_possible_on(given_on, field="given_on", called="The day they gave it", today=today)


def check_is_released(draft: Draft) -> None:
    rules.check_is_open(draft.review)
    if not draft.is_released:
        raise Refused("This draft is not released yet. Comments come after that.")


def check_says_something(words: str, paragraph: str, numbers: Sequence[str]) -> None:
    """Refuse a comment without words, or on a paragraph that the draft does not have."""
    if not words.strip():
        raise Refused("Write your comment", field="words")
    if paragraph and paragraph not in numbers:
        raise Refused(
            f"There is no paragraph {paragraph}. Enter a number such as {numbers[0]}, or leave "
            "it empty for the whole",
            field="paragraph",
        )


def check_names_nobody(actor: Actor, draft: Draft, said: Mapping[str, str]) -> None:
    """
    Refuse words beside a draft with a true name: not everybody who reads drafts may know it.
    Whose name it is hears only who may know everybody.

    said: the words, by field.
    """
    try:
        rules.check_names_nobody(draft.review, said, called=WORDED)
    except Refused as refusal:
        if access.has(actor, Permission.IDENTITIES_READ_ALL, on=draft.review):
            raise
        raise Refused(HOLDS_A_NAME, field=refusal.field) from refusal


def check_can_settle(actor: Actor, comment: DraftComment, disposition: str, reason: str) -> None:
    """Refuse to settle a comment without the right, an answer or a reason."""
    access.require(actor, Permission.DRAFT_WRITE, on=comment.draft.review)
    rules.check_is_open(comment.draft.review)
    if disposition not in Disposition:
        raise Refused("Say whether it is adopted", field="disposition")
    if not reason.strip():
        raise Refused("Say why, in words the person who made it can read", field="reason")
