"""
Draw the same data as SVG, for papers and pages, and as PNG, for Word files.

A drawing is lines, shapes and words at places counted in dots from the top left. It knows nothing
of what it shows. The same data give the same bytes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.utils.html import escape

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

INK, QUIET, PALE, PAPER = "#0d1519", "#52616b", "#c9d3d9", "#ffffff"
FACE = "Liberation Sans, Arial, sans-serif"
FILES = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf")
LETTER, WIDE_LETTER = 13, 0.56  # dots of a letter, and how wide one is of that, about
SCALE = 3  # of a PNG, so that it prints sharply
FILLS = {"solid": INK, "pale": PALE}
SHAPES = ("line", "box", "circle", "diamond", "words")


@dataclass(frozen=True)
class Shape:
    """
    kind: one of SHAPES. at: of a line its two ends, of a box its left, top, width and height, of
    a circle and a diamond the middle and half their width, of words the middle of their foot.

    look: what is unusual of it, such as "dashed" of a line, "pale" of a box, "bold", "quiet" or
    "left" of words.
    """

    kind: str
    at: tuple[float, ...]
    words: str = ""
    look: str = ""

    def looks(self, how: str) -> bool:
        return how in self.look.split()

    @property
    def fill(self) -> str:
        return next((FILLS[one] for one in self.look.split() if one in FILLS), PAPER)

    @property
    def ink(self) -> str:
        return QUIET if self.looks("quiet") else PALE if self.looks("faint") else INK


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    shapes: tuple[Shape, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Return every word that stands in it, in the order in which it is drawn."""
        return tuple(one.words for one in self.shapes if one.words)


def width_of(words: str) -> float:
    """Return about how many dots words take."""
    return len(words) * LETTER * WIDE_LETTER


def as_address(drawing: Drawing) -> str:
    """Return a drawing as a data address, for an <img>."""
    return f"data:image/svg+xml;charset=utf-8,{quote(as_svg(drawing))}"


# SVG


def as_svg(drawing: Drawing) -> str:
    """Return a drawing as SVG without a style of its own: pages allow none in line."""
    size = f'width="{drawing.width}" height="{drawing.height}"'
    body = "".join(SVG[one.kind](one) for one in drawing.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width} {drawing.height}" '
        f'{size}><rect {size} fill="{PAPER}"/>{body}</svg>'
    )


def figure(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def said(names: str, values: Sequence[float]) -> str:
    pairs = zip(names.split(), values, strict=True)
    return " ".join(f'{name}="{figure(value)}"' for name, value in pairs)


def stroke(one: Shape) -> str:
    dashes = ' stroke-dasharray="5 4"' if one.looks("dashed") else ""
    return f'stroke="{one.ink}" stroke-width="{1 if one.looks("faint") else 1.8}"{dashes}'


def svg_line(one: Shape) -> str:
    return f"<line {said('x1 y1 x2 y2', one.at)} {stroke(one)}/>"


def svg_box(one: Shape) -> str:
    return f'<rect {said("x y width height", one.at)} fill="{one.fill}" {stroke(one)}/>'


def svg_circle(one: Shape) -> str:
    return f'<circle {said("cx cy r", one.at)} fill="{one.fill}" {stroke(one)}/>'


def svg_diamond(one: Shape) -> str:
    points = " ".join(f"{figure(x)},{figure(y)}" for x, y in corners(one))
    return f'<polygon points="{points}" fill="{one.fill}" {stroke(one)}/>'


def svg_words(one: Shape) -> str:
    weight = ' font-weight="bold"' if one.looks("bold") else ""
    anchor = "start" if one.looks("left") else "middle"
    return (
        f'<text {said("x y", one.at)} font-family="{FACE}" font-size="{LETTER}"{weight} '
        f'text-anchor="{anchor}" fill="{one.ink}">{escape(one.words)}</text>'
    )


SVG: dict[str, Callable[[Shape], str]] = {
    "line": svg_line,
    "box": svg_box,
    "circle": svg_circle,
    "diamond": svg_diamond,
    "words": svg_words,
}


def corners(one: Shape) -> list[tuple[float, float]]:
    x, y, half = one.at
    return [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]


# PNG


def as_png(drawing: Drawing) -> bytes:
    from PIL import Image, ImageDraw  # heavy: read where a Word file is made and nowhere else

    size = (drawing.width * SCALE, drawing.height * SCALE)
    paper = Image.new("RGB", size, PAPER)
    painter = Painter(ImageDraw.Draw(paper))
    for one in drawing.shapes:
        painter.paint(one)
    made = BytesIO()
    paper.save(made, format="PNG", optimize=True)
    return made.getvalue()


class Painter:
    """Paints shapes onto one picture, `SCALE` times as large as they are."""

    def __init__(self, pen: "ImageDraw") -> None:
        self.pen = pen
        self.faces: dict[bool, Any] = {}

    def paint(self, one: Shape) -> None:
        at = [value * SCALE for value in one.at]
        pen: dict[str, Any] = {"fill": one.fill, "outline": one.ink, "width": self.width_of(one)}
        match one.kind:
            case "line":
                self.line(one, at)
            case "box":
                x, y, width, height = at
                self.pen.rectangle((x, y, x + width, y + height), **pen)
            case "circle":
                x, y, half = at
                self.pen.ellipse((x - half, y - half, x + half, y + half), **pen)
            case "diamond":
                self.pen.polygon([(x * SCALE, y * SCALE) for x, y in corners(one)], **pen)
            case _:
                self.words(one, at)

    def width_of(self, one: Shape) -> int:
        return SCALE if one.looks("faint") else 2 * SCALE

    def line(self, one: Shape, at: Sequence[float]) -> None:
        for ends in dashes_of(at) if one.looks("dashed") else [tuple(at)]:
            self.pen.line(ends, fill=one.ink, width=self.width_of(one))

    def words(self, one: Shape, at: Sequence[float]) -> None:
        anchor = "ls" if one.looks("left") else "ms"
        face = self.face(is_bold=one.looks("bold"))
        self.pen.text((at[0], at[1]), one.words, fill=one.ink, font=face, anchor=anchor)

    def face(self, *, is_bold: bool) -> Any:
        """Return the face of papers; where this machine lacks it, the one that Pillow brings."""
        from PIL import ImageFont

        if is_bold not in self.faces:
            try:
                self.faces[is_bold] = ImageFont.truetype(FILES[is_bold], LETTER * SCALE)
            except OSError:
                self.faces[is_bold] = ImageFont.load_default(LETTER * SCALE)
        return self.faces[is_bold]


def dashes_of(at: Sequence[float]) -> list[tuple[float, ...]]:
    """Part a line into dashes: Pillow draws none."""
    x1, y1, x2, y2 = at
    long = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1)
    across, down = (x2 - x1) / long, (y2 - y1) / long
    dash, step = 5 * SCALE, 9 * SCALE
    begun = [begin * step for begin in range(int(long // step) + 1)]
    ends = [(one, min(one + dash, long)) for one in begun]
    return [(x1 + across * a, y1 + down * a, x1 + across * b, y1 + down * b) for a, b in ends]
