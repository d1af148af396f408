"""Which clauses may be taken into a draft, and which wordings may leave it for a library."""

import re
from collections.abc import Collection, Iterable

from clauses.models import ClauseWording, Content, Library
from reviews.access import Refused
from reviews.checks.register import register_of
from reviews.checks.true_names import certain, findings
from reviews.models import Review


def check_may_take(wordings: Iterable[ClauseWording], libraries: Iterable[Library]) -> None:
    """Refuse clauses of a library that the person does not take from, and those retired."""
    open_to = set(libraries)
    if any(one.clause.library not in open_to for one in wordings):
        raise Refused("Choose clauses of your own library or the partnership’s")
    if any(one.clause.is_retired for one in wordings):
        raise Refused("One of these clauses is retired. Choose again.")


def check_is_of_no_review(review: Review, content: Content, *, is_looked_at: bool) -> None:
    """
    Refuse a text with a true name or telling day of a review; name what it is, never the value.

    What may be an ordinary word, a word of a name or a pseudonym, is the writer's to decide.
    """
    texts = {"The clause": "\n".join([content.title, content.text, content.note])}
    found = findings(texts, register_of(review))
    if stops := certain(found):
        raise Refused(
            " ".join(one.words for one in stops) + " Take it out: a clause tells of no case."
        )
    doubts = [one.words for one in found]
    if holds_any(texts["The clause"], review.people.values_list("pseudonym", flat=True)):
        doubts.append("It holds a pseudonym of this review.")
    if doubts and not is_looked_at:
        raise Refused(
            f"{' '.join(doubts)} Take it out, or say that it tells of no case.",
            field="is_looked_at",
        )


def holds_any(text: str, names: Collection[str]) -> bool:
    """Test whether any of these stands in a text as whole words."""
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
        for name in names
        if name.strip()
    )
