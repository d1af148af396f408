"""Recommendations in a table: of a plan, a spreadsheet or a report."""

import re
from collections.abc import Sequence

from learning.readers.lines import ReadLine, Take

Row = Sequence[str]
HEADS = {
    "number": re.compile(r"^(rec\.?(ommendation)?\s*)?(no\.?|number|ref\w*|#)$", re.I),
    "text": re.compile(r"recommendation|lesson|learning|what (should|is to)", re.I),
    "addressee": re.compile(r"agency|organisation|addressee|lead|owner|responsible|to whom", re.I),
    "themes": re.compile(r"theme|topic|subject", re.I),
}
LEARNING = re.compile(r"lesson|learning", re.I)
SCOPE = re.compile(r"scope|milestone|action|date|outcome|status|evidence|progress", re.I)
NUMBERED = re.compile(r"^(\d{1,2}[a-z]?)[.)]\s+(?=\S)")
FIRST = 5  # rows in which the heads may stand


def lines_of_table(rows: Sequence[Row]) -> list[ReadLine] | None:
    """Return the recommendations of a table; None where no column of it is one of them."""
    for place, row in enumerate(rows[:FIRST]):
        columns = columns_of(row)
        if "text" in columns and (len(columns) > 1 or filled(row) == 1 or place == 0):
            is_learning = bool(LEARNING.search(row[columns["text"]]))
            take = Take.LEARNING if is_learning else Take.RECOMMENDATION
            return lines_under(rows[place + 1 :], columns, take)
    return None


def is_head(row: Row) -> bool:
    """Test whether a row of several cells names the columns of recommendations."""
    return len(row) > 1 and "text" in columns_of(row) and len(columns_of(row)) > 1


def filled(row: Row) -> int:
    return len({cell for cell in row if cell})


def columns_of(heads: Row) -> dict[str, int]:
    """Return where each part stands, by the words of the heads; the first that fits has it."""
    found: dict[str, int] = {}
    for place, head in enumerate(heads):
        for part, words in HEADS.items():
            fits = words.search(head) and len(head.split()) <= MOST
            if part not in found and fits and not (part == "text" and SCOPE.search(head)):
                found[part] = place
                break
    return found


MOST = 8  # words of a head


def lines_under(rows: Sequence[Row], columns: dict[str, int], take: Take) -> list[ReadLine]:
    """Return a line for each row; one that says nothing new belongs to the row above."""
    found: list[ReadLine] = []
    seen: set[str] = set()
    for row in rows:
        part = {name: cell(row, place) for name, place in columns.items()}
        text = part["text"]
        if text and text not in seen:
            seen.add(text)
            found.append(line_of(part, take))
        elif not text and any(row):
            rest = " | ".join(dict.fromkeys(one for one in row if one))
            found.append(ReadLine(take=Take.LEFT_OUT, text=rest))
    return found


def line_of(part: dict[str, str], take: Take) -> ReadLine:
    text, number = part["text"], part.get("number", "")
    numbered = NUMBERED.match(text)
    if numbered and not number:
        text, number = text[numbered.end() :], numbered[1]
    return ReadLine(
        take=take,
        text=text,
        number=number[:20],
        addressee=part.get("addressee", "")[:200],
        themes="\n".join(one.strip() for one in part.get("themes", "").split(";") if one.strip()),
    )


def cell(row: Row, place: int) -> str:
    return row[place].strip() if place < len(row) else ""
