"""The letter of a dispatch, and the Commissioner's list, from the records."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from agencies.models import CommunitySafetyPartnership, Letterhead
from pages.templatetags.dates import date_long
from postoffice.models import Dispatch, Reply, SentWords
from postoffice.papers.commissioner import as_csv, as_paper
from postoffice.papers.letter import LetterToBody, letter_file
from postoffice.queries.leaving import public_words
from postoffice.queries.standing import Out, Standing
from reviews.models import Review

NOT_PUBLIC = "(not sent and not published yet)"


def letter_of(dispatch: Dispatch, *, today: date) -> bytes:
    """Return the letter as a Word file, dated the day it was sent, or today."""
    partnership = dispatch.review.partnership
    head = Letterhead.objects.filter(partnership=partnership).first()
    return letter_file(
        LetterToBody(
            head=head_lines(partnership, head),
            reference=dispatch.review.reference,
            dated=date_long(dispatch.sent_on or today),
            addressed_to=dispatch.addressed_to,
            covering=dispatch.covering,
            recommendations=[(line.number, line.text) for line in dispatch.lines.all()],
            signed_by=dispatch.signed_by,
            signed_by_post=dispatch.signed_by_post,
            partnership=partnership.name,
        )
    )


def head_lines(partnership: CommunitySafetyPartnership, head: Letterhead | None) -> list[str]:
    if head is None:
        return [partnership.name]
    address = ", ".join(filter(None, (line.strip(" ,") for line in head.address.splitlines())))
    reached = "    ".join(filter(None, (head.telephone, head.email)))
    return list(filter(None, [partnership.name, address, reached]))


def commissioners_list(title: str, outs: Iterable[Out], *, ending: str, today: date) -> bytes:
    """
    Return how national recommendations stand, as CSV or as a Word file.

    Words that neither were sent nor are public stay here; of a reply only what was released goes.
    """
    national = [one for one in outs if one.is_national]
    rows = rows_of(national)
    if ending == "csv":
        return as_csv(rows)
    return as_paper(title, rows, counted=counted(national), dated=date_long(today))


def counted(outs: Iterable[Out]) -> str:
    """Return "5 national recommendations: 2 replied, 3 overdue."."""
    standings = Counter(one.standing for one in outs)
    many = sum(standings.values())
    noun = "national recommendation" if many == 1 else "national recommendations"
    parts = [f"{standings[one]} {one.value.lower()}" for one in Standing if standings[one]]
    return f"{many} {noun}{': ' if parts else ''}{', '.join(parts)}."


def rows_of(outs: list[Out]) -> list[list[str]]:
    said = released([one.line for one in outs if one.line])
    public: dict[int, set[str]] = {}
    rows = []
    for one in outs:
        asked = one.recommendation
        rows.append(
            [
                asked.review.reference,
                str(one.line.number if one.line else asked.number),
                one.line.text if one.line else words_if_public(asked.review, asked.text, public),
                asked.get_scope_display(),
                one.body,
                *(day(on) for on in (one.sent_on, one.acknowledged_on)),
                one.answer,
                day(one.replied_on),
                said.get(one.line.pk, "") if one.line else "",
                one.standing.value,
            ]
        )
    return rows


def words_if_public(review: Review, text: str, known: dict[int, set[str]]) -> str:
    if review.pk not in known:
        known[review.pk] = public_words(review)
    return text if text in known[review.pk] else NOT_PUBLIC


def released(lines: list[SentWords]) -> dict[int, str]:
    """Return the words of replies that were released, by line."""
    rows = Reply.objects.filter(line__in=lines, released_on__isnull=False).order_by("pk")
    return {row.line_id: row.public_words for row in rows}


def day(on: date | None) -> str:
    return date_long(on) if on else ""
