"""What the page of one letter shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from agencies.models import User
from messaging.models import State as Mail
from postoffice.models import Dispatch, Reply, SentWords
from postoffice.queries.leaving import is_cleared, why_not_yet, why_withheld
from postoffice.queries.standing import Standing, outs_sent, with_facts
from postoffice.rules import check_can_send
from reviews.access import allows


@dataclass(frozen=True)
class LineShown:
    """One recommendation in a letter: how it stands, and what was answered, latest first."""

    line: SentWords
    standing: Standing | None
    replies: list[Reply]


def page_of(dispatch: Dispatch, reader: User, *, today: date) -> dict[str, Any]:
    lines = lines_of(dispatch, today)
    may_keep = allows(check_can_send, reader, dispatch.review)
    is_sent = dispatch.is_sent  # of what was not, nothing is asked that cannot be there
    links = list(dispatch.links.select_related("link__message")) if is_sent else []
    chases = list(dispatch.chases.all()) if is_sent else []
    words = [shown.line for shown in lines]
    return {
        "review": dispatch.review,
        "dispatch": dispatch,
        "lines": lines,
        "acknowledgements": dispatch.acknowledgements.select_related("original"),
        "chases": chases,
        "bounced": bool(links) and links[-1].link.message.state == Mail.FAILED,
        "link": links[-1].link if links and links[-1].link.is_open(today) else None,
        "why_not": (why_withheld if is_sent else why_not)(dispatch, words),
        "is_cleared": dispatch.is_sent or is_cleared(dispatch.review),
        "waits": any(shown.standing not in DONE for shown in lines),
        "was_last": any(one.answer_by for one in chases),
        "may_keep": may_keep,
        "today": today,
    }


DONE = (Standing.REPLIED, Standing.NOT_THEIRS)


def why_not(dispatch: Dispatch, lines: list[SentWords]) -> str:
    """Say what keeps a letter here yet; nothing where it may go."""
    changed = next((line for line in lines if not line.is_as_it_stands), None)
    if changed:
        return (
            f"Recommendation {changed.number} says something else by now. Discard this letter and "
            "put it together anew."
        )
    return why_not_yet(dispatch, lines)


def lines_of(dispatch: Dispatch, today: date) -> list[LineShown]:
    rows = dispatch.lines.select_related("recommendation__review")
    if not dispatch.is_sent:
        return [LineShown(line, None, []) for line in rows]
    asked = (
        with_facts(rows)
        .select_related("dispatch")
        .prefetch_related("replies__passed_to", "replies__document", "replies__original")
    )
    lines: list[Any] = list(asked)
    return [
        LineShown(line, out.standing, list(line.replies.all()))
        for line, out in zip(lines, outs_sent(lines, today), strict=True)
    ]
