"""The picture of the composite as a file of its own (SVG), to be printed or looked at closely."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Protocol

from django.template.loader import render_to_string

from privacy.marking import OFFICIAL_SENSITIVE

TEMPLATE = "documents/composite_picture.svg"
LINE = 20  # from one line of words to the next
FIRST_LINE = 74  # below the title
LETTERS = 140  # that a line holds
# As static/css/chronologies.css has them: few programs beside browsers know its way to name them
COLOURS = (
    "#1d70b8", "#00703c", "#4c2c92", "#942514", "#28706f", "#99004d", "#594d00", "#12393d",
    "#6e3619",
)  # fmt: skip
KEY = (
    "Darker is more; a thin line is where an agency tells nothing for three months or longer; a "
    "dot above the lanes is a key event."
)
BAND = "Grey behind the lanes is the period under review."


class Period(Protocol):
    @property
    def words(self) -> str: ...
    @property
    def width(self) -> int: ...


class Lane(Protocol):
    @property
    def label(self) -> str: ...
    @property
    def colour(self) -> int: ...
    @property
    def words(self) -> str: ...


class Picture(Protocol):
    """What is drawn: `composite.queries.picture.Picture`, as far as it matters here."""

    @property
    def height(self) -> int: ...
    @property
    def span(self) -> str: ...
    @property
    def period(self) -> Period | None: ...
    @property
    def lanes(self) -> Sequence[Lane]: ...


@dataclass(frozen=True)
class Line:
    """Words at a height, beside the colour that they explain."""

    y: int
    words: str
    colour: int | None = None


def picture_svg(picture: Picture, *, reference: str, about: Sequence[str]) -> str:
    """
    Return the picture as SVG that needs nothing else.

    about: what stands above it: who exported it and when, which part of the story it is.
    """
    above = [*lines([(words, None) for words in about], begin=FIRST_LINE)]
    lanes_at = FIRST_LINE + LINE * len(above)
    named = [(f"{lane.label}: {lane.words}.", lane.colour) for lane in picture.lanes]
    explained = [(words, None) for words in explanations(picture)]
    legend = [*lines([*named, *explained], begin=lanes_at + picture.height + 2 * LINE)]
    foot_at = legend[-1].y + 2 * LINE
    context = {
        "picture": picture,
        "title": f"{reference}: what each agency tells, {picture.span}",
        "marking": OFFICIAL_SENSITIVE,
        "about": above,
        "legend": legend,
        "colours": COLOURS,
        "lanes_at": lanes_at,
        "foot_at": foot_at,
        "height": foot_at + LINE,
    }
    return without_controls(render_to_string(TEMPLATE, context))


def explanations(picture: Picture) -> Iterator[str]:
    """Yield what the signs of the picture mean, but for the colours."""
    yield KEY
    if picture.period:
        yield f"{picture.period.words}.{f' {BAND}' if picture.period.width else ''}"


def lines(said: Sequence[tuple[str, int | None]], *, begin: int) -> Iterator[Line]:
    """Yield lines that fit, one below the other. A colour stands beside the first of its words."""
    y = begin
    for words, colour in said:
        for place, part in enumerate(wrap(words, LETTERS)):
            yield Line(y, part, None if place else colour)
            y += LINE


def without_controls(drawn: str) -> str:
    """Leave out what no XML may hold, and what stands before its first line."""
    return "".join(sign for sign in drawn if sign.isprintable() or sign in "\n ").lstrip()
