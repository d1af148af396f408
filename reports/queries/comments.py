"""The comments on a draft, as one of its readers may read them."""

from collections.abc import Iterable
from dataclasses import dataclass

from agencies.models import Actor
from reports.models import Draft, DraftComment
from reviews import access
from reviews.access import Permission
from reviews.checks.register import Register, names_held
from reviews.checks.true_names import certain, findings


@dataclass(frozen=True)
class ShownComment:
    """
    A comment and what its reader may read of it.

    holds_a_name: it was written by a link and holds a true name. words: empty where this reader
    may not know everybody, who is told that there is such a comment and whose.
    """

    comment: DraftComment
    words: str
    holds_a_name: bool


def shown_to(reader: Actor, draft: Draft, comments: Iterable[DraftComment]) -> list[ShownComment]:
    """Return the comments for one reader. The names are read where any came by a link."""
    rows = list(comments)
    register = names_held(draft.review) if any(one.release_id for one in rows) else Register()
    knows = access.has(reader, Permission.IDENTITIES_READ_ALL, on=draft.review)
    return [shown(one, register, knows_everybody=knows) for one in rows]


def shown(comment: DraftComment, register: Register, *, knows_everybody: bool) -> ShownComment:
    by_link = comment.release_id is not None
    holds = by_link and bool(certain(findings({"": comment.words}, register)))
    words = comment.words if knows_everybody or not holds else ""
    return ShownComment(comment, words, holds)
