"""
The sequence of calls: who called whom, one below another, by the names that print.

It is handed months and no day or hour: what it tells is the order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from documents.drawings import Drawing, Shape, width_of

WIDTH, TOP = 640, 24
LEFT, RIGHT = 124, 64  # of the first line, where the months stand, and of the last
LINE, STEP, MONTH = 17, 34, 24  # of words, of a call, and of a month that begins
HEAD = 6  # of an arrow
FOOT = 26  # between the calls and their words
LETTERS = 84  # in a line below


@dataclass(frozen=True)
class Call:
    """caller, called: as they print. month: its first day, where it is known."""

    caller: str
    called: str
    words: str = ""
    month: date | None = None


def parties_of(calls: Sequence[Call]) -> list[str]:
    """Return who calls and is called, in the order in which they come up."""
    return list(dict.fromkeys(name for call in calls for name in (call.caller, call.called)))


def sequence(calls: Sequence[Call]) -> Drawing:
    """Draw an arrow for each call, from the one to the other, and below what was said."""
    parties = parties_of(calls)
    apart = (WIDTH - LEFT - RIGHT) / (len(parties) - 1)
    places = {name: LEFT + at * apart for at, name in enumerate(parties)}
    names, y = names_above(places, apart)
    begin = y
    arrows: list[Shape] = []
    month = None
    for number, call in enumerate(calls, start=1):
        if call.month != month:  # also where none is known: it is not that of the call above
            told = "Month not known" if call.month is None else said(call.month)
            arrows.append(Shape("words", (4, y + 14), told, "left quiet"))
            y, month = y + MONTH, call.month
        arrows += arrow(number, places[call.caller], places[call.called], y + STEP / 2)
        y += STEP
    lives = [Shape("line", (x, begin, x, y), look="faint") for x in places.values()]
    below, y = words_below(calls, y + FOOT)
    return Drawing(WIDTH, round(y), (*lives, *names, *arrows, *below))


def names_above(places: dict[str, float], apart: float) -> tuple[list[Shape], float]:
    """Write the names over their lines, and return where the lines begin."""
    room = int(min(apart, 2 * RIGHT) / width_of("n"))
    written = {
        name: wrap(name, room, break_long_words=False, break_on_hyphens=False) for name in places
    }
    longest = max(map(len, written.values()))
    shapes = [
        Shape("words", (places[name], TOP + (longest - len(lines) + at) * LINE), line, "bold")
        for name, lines in written.items()
        for at, line in enumerate(lines)
    ]
    return shapes, TOP + longest * LINE - 6


def arrow(number: int, begin: float, end: float, y: float) -> list[Shape]:
    back = -HEAD if end > begin else HEAD
    return [
        Shape("line", (begin, y, end, y)),
        Shape("line", (end, y, end + 1.5 * back, y - HEAD)),
        Shape("line", (end, y, end + 1.5 * back, y + HEAD)),
        Shape("words", (begin - 2.5 * back, y - 5), str(number), "bold"),
    ]


def words_below(calls: Sequence[Call], y: float) -> tuple[list[Shape], float]:
    """Write what was said at each call, under its number, and return where that ends."""
    shapes: list[Shape] = []
    for number, call in enumerate(calls, start=1):
        for at, line in enumerate(wrap(call.words, LETTERS)):
            if not at:
                shapes.append(Shape("words", (4, y), str(number), "left bold"))
            shapes.append(Shape("words", (30, y), line, "left"))
            y += LINE
    return shapes, y


def in_words(calls: Sequence[Call]) -> str:
    """Say in sentences what the drawing shows."""
    told = (f"{number}: {in_a_sentence(call)}" for number, call in enumerate(calls, start=1))
    return " ".join(["Calls, in their order.", *told])


def in_a_sentence(call: Call) -> str:
    month = f" in {said(call.month)}" if call.month else ""
    words = f": {call.words.rstrip('.')}" if call.words else ""
    return f"{call.caller} to {call.called}{month}{words}."


def said(month: date) -> str:
    return f"{month:%B %Y}"
