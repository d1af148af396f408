"""How many bodies or people a chapter lists, however it sets them out."""

import re
from collections.abc import Iterator

from anonymity.checking.paper import Line, Paper
from anonymity.checking.passages import bare_of_numbers, repeated

ROW = re.compile(r"^\s*(?:[•·▪o*–-]\s+)?[A-Z][^\t]{2,90}?(?:\t|\s[–—-]\s|\s\(\w|, [A-Z])")
HEADS = re.compile(
    r"(?i)^\W*(?:names?|roles?|posts?(?: and \w+)?|organi[sz]ations?|agenc(?:y|ies)|bod(?:y|ies)|"
    r"contributions?|(?:job )?titles?|positions?|designations?|representing|services?|"
    r"(?:type|form|nature) of (?:report|contribution|involvement)|reports?|members?|"
    r"role (?:and|or) \w+|member of (?:the )?panel)\W*$"
)
OWN_PARAGRAPH = re.compile(r"^\s*\(?\d+(?:\.\d+)*[.)]?\s")
LONGEST_HEADING = 9  # words
LONGEST_CELL = 20
FEWEST = 3  # that make a list
COLUMNS = (2, 3, 4)


def listed_under(paper: Paper, heading: re.Pattern[str]) -> int:
    """Return how many the chapter under a heading lists; none where that is not clear."""
    return next((count for block in blocks(paper, heading) if (count := entries(block))), 0)


def blocks(paper: Paper, heading: re.Pattern[str]) -> Iterator[list[Line]]:
    """Yield the lines that stand under each heading of that name, without margins."""
    margins = repeated(paper)
    lines = [one for one in paper.lines if one.is_empty or bare_of_numbers(one) not in margins]
    for at, line in enumerate(lines):
        if len(line.text.split()) <= LONGEST_HEADING and heading.search(line.text.strip()):
            yield lines[at + 1 :]


def entries(lines: list[Line]) -> int:
    return rows_in(lines) or cells_in(lines)


def rows_in(lines: list[Line]) -> int:
    """Return how many rows follow one another: “Name – post”, “Name, post”, or with a tab."""
    found, is_free = 0, True
    for line in lines:
        if line.is_empty:
            is_free = True
        elif is_row(line):
            found += not is_head(line)
            is_free = False
        elif found and (is_free or ends_a_list(line)):
            break
        elif not found and is_cell(line) and HEADS.match(line.text):
            return 0
        else:
            is_free = False
    return found if found >= FEWEST else 0


def is_row(line: Line) -> bool:
    text = line.text.rstrip()
    is_said = text.endswith((".", ":")) or OWN_PARAGRAPH.match(text)
    return bool(ROW.match(text)) and not is_said


def is_head(line: Line) -> bool:
    return "\t" in line.text and bool(HEADS.match(line.text.split("\t")[0]))


def ends_a_list(line: Line) -> bool:
    return line.text.rstrip().endswith(".") or bool(OWN_PARAGRAPH.match(line.text))


def cells_in(lines: list[Line]) -> int:
    """Return how many rows a table has that a file tells with each cell in a line of its own."""
    cells = [line for line in lines[:LONGEST_TABLE] if not line.is_empty]
    first = next((at for at, line in enumerate(cells) if HEADS.match(line.text)), None)
    if first is None:
        return 0
    last = next(
        (at for at, line in enumerate(cells) if at > first and not is_cell(line)), len(cells)
    )
    table = cells[first:last]
    columns = next((at for at, line in enumerate(table) if not HEADS.match(line.text)), 0)
    found, over = divmod(len(table) - columns, columns) if columns in COLUMNS else (0, 0)
    return found if found >= FEWEST and not over else 0


LONGEST_TABLE = 160  # lines


def is_cell(line: Line) -> bool:
    text = line.text.rstrip()
    return (
        len(text.split()) <= LONGEST_CELL
        and not text.endswith((".", ":"))
        and not OWN_PARAGRAPH.match(text)
        and "\t" not in text
    )
