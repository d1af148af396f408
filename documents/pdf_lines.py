"""The lines of a PDF with the place where each stands, so that paragraphs can be told apart."""

import re
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

from documents.list_signs import MARK, ONLY_MARK, ONLY_SIGN, SIGN
from documents.pdf_words import SHOWS, Letters, fonts_of, shown

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)
SAME_LINE = 0.4  # of the letters' height
NEW_PARAGRAPH = 1.3  # of the usual step from line to line
PAGE_NUMBER = re.compile(r"^(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?$", re.I)
ENDS = ".:;!?,"
FULL = 0.6  # of the longest line: after a fuller one, a figure goes on with its sentence
BULLETS = range(2, 8)  # points across


@dataclass(frozen=True)
class Line:
    """One line of a page. `y` grows upwards; `height` is that of its letters."""

    text: str
    page: int
    y: float
    height: float


@dataclass(frozen=True)
class Piece:
    text: str
    x: float
    y: float
    height: float


def paragraphs_of_pdf(content: bytes) -> str:
    """Return the paragraphs of a PDF, an empty line between two. Raises `pikepdf.PdfError`."""
    lines = without_furniture(lines_of_pdf(content))
    return "\n\n".join(text for _page, text in paragraphs(lines))


def paragraphs(lines: list[Line]) -> list[tuple[int, str]]:
    """Return the paragraphs, each with the page it begins on, from 0."""
    usual = usual_step(lines)
    longest = max((len(line.text) for line in lines), default=0)
    found: list[tuple[int, str]] = []
    previous: Line | None = None
    for line in lines:
        if previous and goes_on(
            previous, line, usual, is_full=len(previous.text) >= FULL * longest
        ):
            page, text = found[-1]
            found[-1] = (page, joined_to(text, line.text))
        else:
            found.append((line.page, line.text))
        previous = line
    return found


def lines_of_pdf(content: bytes) -> list[Line]:
    import pikepdf  # here, because few requests need it and all would wait for it

    with pikepdf.open(BytesIO(content)) as paper:
        return [
            line
            for number, page in enumerate(paper.pages)
            for line in lines_from(Drawing(page).pieces, number)
        ]


def lines_from(pieces: list[Piece], page: int) -> list[Line]:
    """Return the pieces of a page put together into lines, from its top to its foot."""
    lines: list[Line] = []
    for piece in in_reading_order(pieces):
        last = lines[-1] if lines else None
        if last and abs(last.y - piece.y) <= SAME_LINE * max(last.height, piece.height):
            text = f"{last.text} {piece.text}" if needs_space(last.text, piece.text) else (
                last.text + piece.text)  # fmt: skip
            lines[-1] = Line(text, page, last.y, max(last.height, piece.height))
        else:
            lines.append(Line(piece.text, page, piece.y, piece.height))
    tidy = [Line(" ".join(one.text.split()), one.page, one.y, one.height) for one in lines]
    return [line for line in tidy if line.text]


def in_reading_order(pieces: list[Piece]) -> list[Piece]:
    """Return pieces from the top, and from the left: bullets are often drawn after everything."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: -one.y):
        if rows and rows[-1][0].y - piece.y <= SAME_LINE * max(piece.height, rows[-1][0].height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [piece for row in rows for piece in sorted(row, key=lambda one: one.x)]


def needs_space(before: str, after: str) -> bool:
    """Test whether a bullet was drawn apart from its words."""
    return bool(ONLY_MARK.match(before)) and not after.startswith(" ")


def without_furniture(lines: list[Line]) -> list[Line]:
    """Leave out page numbers, and what stands at the same place of several pages."""
    seen = Counter((line.text, round(line.y)) for line in lines)
    return [
        line
        for line in lines
        if not PAGE_NUMBER.match(line.text) and seen[line.text, round(line.y)] == 1
    ]


def usual_step(lines: list[Line]) -> float:
    """Return how far apart the lines of one paragraph stand: most steps are no smaller."""
    steps = sorted(one.y - two.y for one, two in pairwise(lines) if follows(one, two))
    return steps[len(steps) // 5] if steps else 0.0


def follows(one: Line, two: Line) -> bool:
    return one.page == two.page and one.y > two.y


def goes_on(previous: Line, line: Line, usual: float, *, is_full: bool) -> bool:
    """Test whether a line belongs to the paragraph of the line before it."""
    if ONLY_SIGN.match(previous.text):
        return True
    is_near = follows(previous, line) and previous.y - line.y <= NEW_PARAGRAPH * usual
    if begins_a_point(line.text):
        is_figure = not SIGN.match(line.text) and is_full
        return is_figure and is_near and previous.text[-1] not in ENDS
    return is_near or (not follows(previous, line) and previous.text[-1] not in ENDS)


def begins_a_point(text: str) -> bool:
    return bool(MARK.match(text) or ONLY_MARK.match(text))


def joined_to(start: str, rest: str) -> str:
    return start[:-1] + rest if start.endswith("\u2010") else f"{start} {rest}"


def times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
            e * g + f * i + k, e * h + f * j + m)  # fmt: skip


class Drawing:
    """Follows what a page draws, as far as text needs it."""

    def __init__(self, page: Any) -> None:
        import pikepdf

        self.fonts = {name: Letters(font) for name, font in fonts_of(page).items()}
        self.letters: Letters | None = None
        self.size = self.leading = 0.0
        self.page: Matrix = SAME
        self.kept: list[Matrix] = []
        self.text = self.line = SAME
        self.pieces: list[Piece] = []
        self.path: list[tuple[float, float]] = []
        for step in pikepdf.parse_content_stream(page):
            self.follow(str(step.operator), step.operands)

    def follow(self, verb: str, operands: Any) -> None:
        if verb in SHOWS:
            if verb in {"'", '"'}:
                self.move(0, -self.leading)
            self.show(operands[-1])
        elif verb in MOVES:
            MOVES[verb](self, [float(one) for one in operands])
        elif verb in {"m", "l", "c", "v", "y", "re"}:
            self.draw(verb, [float(one) for one in operands])
        elif verb in {"f", "F", "f*", "B", "b", "n", "S", "s", "B*", "b*"}:
            self.fill(is_filled=verb not in {"n", "S", "s"})
        elif verb == "Tf":
            self.letters, self.size = self.fonts.get(str(operands[0])), float(operands[1])

    def move(self, x: float, y: float) -> None:
        self.line = times((1, 0, 0, 1, x, y), self.line)
        self.text = self.line

    def show(self, operand: Any) -> None:
        if self.letters is None:
            return
        _, b, _, d, x, y = times(self.text, self.page)
        height = self.size * (abs(d) or abs(b))
        self.pieces.append(Piece("".join(shown(operand, self.letters)), x, y, height))

    def draw(self, verb: str, numbers: list[float]) -> None:
        if verb == "re":
            x, y, width, height = numbers
            numbers = [x, y, x + width, y + height]
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            *_, across, up = times((1, 0, 0, 1, x, y), self.page)
            self.path.append((across, up))

    def fill(self, *, is_filled: bool) -> None:
        """Take a small filled disc or square for the bullet that it is."""
        across, up = [x for x, _ in self.path], [y for _, y in self.path]
        self.path = []
        if not (is_filled and across):
            return
        width, height = max(across) - min(across), max(up) - min(up)
        if all(side in BULLETS for side in (round(width), round(height))):
            middle = (max(up) + min(up)) / 2
            self.pieces.append(Piece("•", min(across), middle - height, height * 3))

    def begin(self) -> None:
        self.text = self.line = SAME

    def set_to(self, matrix: Matrix) -> None:
        self.text = self.line = matrix

    def keep(self) -> None:
        self.kept.append(self.page)

    def restore(self) -> None:
        self.page = self.kept.pop() if self.kept else SAME

    def transform(self, matrix: Matrix) -> None:
        self.page = times(matrix, self.page)


def step_down(drawing: Drawing, numbers: list[float]) -> None:
    drawing.leading = -numbers[1]
    drawing.move(*numbers)


def set_leading(drawing: Drawing, numbers: list[float]) -> None:
    drawing.leading = numbers[0]


MOVES: dict[str, Any] = {
    "BT": lambda drawing, numbers: drawing.begin(),
    "Td": lambda drawing, numbers: drawing.move(*numbers),
    "TD": step_down,
    "TL": set_leading,
    "T*": lambda drawing, numbers: drawing.move(0, -drawing.leading),
    "Tm": lambda drawing, numbers: drawing.set_to(tuple(numbers)),
    "q": lambda drawing, numbers: drawing.keep(),
    "Q": lambda drawing, numbers: drawing.restore(),
    "cm": lambda drawing, numbers: drawing.transform(tuple(numbers)),
}
