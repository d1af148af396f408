"""
The genogram: who is whose parent, partner, brother or sister, drawn by pseudonyms.

It is handed names that may be printed and nothing else. Children of a pair stand in the order of
their names, never of their ages.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from documents.drawings import Drawing, Shape, width_of

HALF, ROW, TOP, MARGIN = 20, 156, 56, 28  # of a symbol, between generations, above, beside
NARROWEST = 118  # between two people
NAME_AT, ROLE_AT, FOOT = 38, 54, 66  # below the middle of a symbol
TOPS = 34  # above the middle of a child: where brothers and sisters hang
PARENT, PARTNER, SIBLING = "PARENT", "PARTNER", "SIBLING"


@dataclass(frozen=True)
class Relative:
    """
    Somebody as print may know them. key: finds them among the ties.

    called: by pseudonym or role. what: such as "mother"; empty where there is nothing more to say.
    sex: "F" or "M" where it may be printed; empty otherwise.
    """

    key: int
    called: str
    what: str = ""
    sex: str = ""
    has_died: bool = False
    is_subject: bool = False


@dataclass(frozen=True)
class Tied:
    kind: str
    one: int
    other: int
    is_married: bool = False
    has_ended: bool = False


@dataclass(frozen=True)
class Family:
    """Relatives and how they are tied. Whoever is tied to nobody is not drawn."""

    everybody: tuple[Relative, ...]
    ties: tuple[Tied, ...]

    @cached_property
    def people(self) -> dict[int, Relative]:
        drawn = {key for tie in self.ties for key in (tie.one, tie.other)}
        found = sorted(self.everybody, key=lambda one: (one.called, one.key))
        return {one.key: one for one in found if one.key in drawn}

    def of(self, kind: str) -> list[Tied]:
        here = self.people
        return [tie for tie in self.ties if tie.kind == kind and {tie.one, tie.other} <= set(here)]

    @cached_property
    def children(self) -> dict[tuple[int, ...], list[int]]:
        """The children of each pair, or of one parent, in the order of their names."""
        parents: dict[int, list[int]] = {}
        for tie in self.of(PARENT):
            parents.setdefault(tie.other, []).append(tie.one)
        found: dict[tuple[int, ...], list[int]] = {}
        for key in self.people:
            if key in parents:
                found.setdefault(tuple(sorted(parents[key])), []).append(key)
        return found

    @cached_property
    def couples(self) -> dict[tuple[int, ...], Tied | None]:
        """Every pair: partners, and parents of one child who are not told to be partners."""
        told: dict[tuple[int, ...], Tied | None] = {
            tuple(sorted((tie.one, tie.other))): tie for tie in self.of(PARTNER)
        }
        return {**{pair: None for pair in self.children if len(pair) == 2}, **told}

    @cached_property
    def loose_siblings(self) -> list[Tied]:
        """Brothers and sisters who have no parent in common among those who are drawn."""
        common = [set(children) for children in self.children.values()]
        return [
            tie
            for tie in self.of(SIBLING)
            if not any({tie.one, tie.other} <= children for children in common)
        ]

    @cached_property
    def levels(self) -> dict[int, int]:
        """The generation of everybody: children below their parents, pairs beside each other."""
        level = dict.fromkeys(self.people, 0)
        beside = [*self.couples, *self.loose_pairs]
        for _ in self.people:  # enough, since nobody descends from themselves
            for tie in self.of(PARENT):
                level[tie.other] = max(level[tie.other], level[tie.one] + 1)
            for pair in beside:
                together = max(level[key] for key in pair)
                level.update(dict.fromkeys(pair, together))
        return self.lowered(level)

    def lowered(self, level: Mapping[int, int]) -> dict[int, int]:
        """Put parents who have none themselves right above their children."""
        low, has_parents = dict(level), {tie.other for tie in self.of(PARENT)}
        for pair, children in self.children.items():
            right_above = min(low[child] for child in children) - 1
            alone = not has_parents & set(pair) and not self.is_tied_aside(pair)
            if alone:
                low.update(dict.fromkeys(pair, max(right_above, 0)))
        return low

    def is_tied_aside(self, pair: tuple[int, ...]) -> bool:
        """Test whether one of a pair is somebody else's partner or parent too."""
        pairs = [other for other in (*self.couples, *self.children) if other != pair]
        return any(set(pair) & set(other) for other in (*pairs, *self.loose_pairs))

    @cached_property
    def rows(self) -> list[list[int]]:
        """Everybody by generation, from the left: partners beside each other."""
        found: list[list[int]] = []
        for number in range(max(self.levels.values(), default=-1) + 1):
            waiting = self.in_order(number, found[-1] if found else [])
            row: list[int] = []
            while waiting:
                self.put(waiting[0], row, waiting)
            found.append(row)
        return found

    def in_order(self, number: int, above: Sequence[int]) -> list[int]:
        """Return a generation in the order of its parents, then of names."""
        place = {key: at for at, key in enumerate(above)}
        under: dict[int, float] = {}
        for parents, children in self.children.items():
            known = [place[key] for key in parents if key in place]
            for child in children if known else ():
                under[child] = sum(known) / len(known)
        here = [key for key in self.people if self.levels[key] == number]
        return sorted(here, key=lambda key: under.get(key, len(above)))

    def put(self, key: int, row: list[int], waiting: list[int]) -> None:
        """Put somebody into a row with everybody tied to them: between two, where there are two."""
        if key not in waiting:
            return
        waiting.remove(key)
        partners = [one for one in self.beside(key, self.couples) if one in waiting]
        if len(partners) > 1:
            waiting.remove(partners[0])
            row.append(partners[0])
        row.append(key)
        for other in (*partners, *self.beside(key, self.loose_pairs)):
            self.put(other, row, waiting)

    def beside(self, key: int, pairs: Iterable[tuple[int, ...]]) -> list[int]:
        return [other for pair in pairs if key in pair for other in pair if other != key]

    @property
    def loose_pairs(self) -> list[tuple[int, ...]]:
        return [(tie.one, tie.other) for tie in self.loose_siblings]


# Where everybody stands


def places(family: Family, wide: float) -> dict[int, tuple[float, float]]:
    """Return the middle of everybody's symbol. Children hang under the middle of their parents."""
    across: dict[int, float] = {}
    for row in family.rows:
        across.update({key: at * wide for at, key in enumerate(row)})
    for _ in range(4):
        for row in family.rows:
            settle(row, across, wanted_below(family, across), wide)
        for row in reversed(family.rows):
            settle(row, across, wanted_above(family, across, wide), wide)
    left = min(across.values(), default=0)
    first = MARGIN + wide / 2 - left
    return {key: (x + first, TOP + ROW * family.levels[key]) for key, x in across.items()}


def wanted_below(family: Family, across: Mapping[int, float]) -> dict[int, float]:
    wanted = {}
    for parents, children in family.children.items():
        middle = sum(across[key] for key in parents) / len(parents)
        now = sum(across[key] for key in children) / len(children)
        wanted.update({key: across[key] + middle - now for key in children})
    return wanted


def wanted_above(family: Family, across: Mapping[int, float], wide: float) -> dict[int, float]:
    wanted = {}
    for parents, children in family.children.items():
        middle = sum(across[key] for key in children) / len(children)
        ordered = sorted(parents, key=lambda key: across[key])
        begin = middle - wide * (len(ordered) - 1) / 2
        wanted.update({key: begin + at * wide for at, key in enumerate(ordered)})
    return wanted


def settle(
    row: Sequence[int], across: dict[int, float], wanted: Mapping[int, float], wide: float
) -> None:
    """Move a row to where it is wanted, as far as nobody stands in anybody's way."""
    sought = [at for at, key in enumerate(row) if key in wanted]
    if not sought:
        return
    goals = []
    for at in range(len(row)):  # whoever is wanted nowhere stands beside whoever is
        near = min(sought, key=lambda one: abs(one - at))
        goals.append(wanted[row[near]] + (at - near) * wide)
    found: list[float] = []
    for goal in goals:
        found.append(max(goal, found[-1] + wide) if found else goal)
    back = sum(found[at] - goals[at] for at in sought) / len(sought)
    across.update({key: place - back for key, place in zip(row, found, strict=True)})


# How it is drawn


def genogram(family: Family) -> Drawing:
    longest = max(width_of(words) for one in family.people.values() for words in said_of(one))
    wide = max(NARROWEST, longest + 22)
    at = places(family, wide)
    shapes = [*couples(family, at), *descents(family, at), *siblings(family, at)]
    for key, (x, y) in at.items():
        shapes += symbol(family.people[key], x, y)
    right = max(x for x, _ in at.values()) + wide / 2 + MARGIN
    foot = max(y for _, y in at.values()) + FOOT + 30
    key_lines = legend(family, right)
    shapes += [
        Shape("words", (MARGIN, foot + 20 * n), words, "left quiet")
        for n, words in enumerate(key_lines)
    ]
    widest = max(width_of(words) for words in key_lines) + 2 * MARGIN
    return Drawing(round(max(right, widest)), round(foot + 20 * len(key_lines)), tuple(shapes))


def said_of(one: Relative) -> list[str]:
    return [one.called, one.what] if one.what else [one.called]


def symbol(one: Relative, x: float, y: float) -> list[Shape]:
    """Draw a square for a man, a circle for a woman, a diamond where that is not printed."""
    kind = {"F": "circle", "M": "box"}.get(one.sex, "diamond")
    look = "pale" if one.is_subject else ""
    half = HALF + 3 if kind == "diamond" else HALF
    at = (x - half, y - half, 2 * half, 2 * half) if kind == "box" else (x, y, half)
    found = [Shape(kind, at, look=look)]
    if one.has_died:
        reach = HALF * (1 if kind == "box" else 0.7 if kind == "circle" else 0.58)
        found += [
            Shape("line", (x - reach, y - reach, x + reach, y + reach)),
            Shape("line", (x - reach, y + reach, x + reach, y - reach)),
        ]
    found.append(Shape("words", (x, y + NAME_AT), one.called, "bold"))
    if one.what:
        found.append(Shape("words", (x, y + ROLE_AT), one.what, "quiet"))
    return found


Places = Mapping[int, tuple[float, float]]


def couples(family: Family, at: Places) -> list[Shape]:
    found: list[Shape] = []
    for pair, tie in family.couples.items():
        look = "" if tie and tie.is_married else "dashed"
        (x1, y), (x2, _) = sorted(at[key] for key in pair)
        high = bridge(family, pair, at)
        if high is None:
            found.append(Shape("line", (x1 + HALF, y, x2 - HALF, y), look=look))
        else:
            over = [(x1 + 8, y - HALF, x1 + 8, high), (x1 + 8, high, x2 - 8, high),
                    (x2 - 8, high, x2 - 8, y - HALF)]  # fmt: skip
            found += [Shape("line", ends, look=look) for ends in over]
        if tie and tie.has_ended:
            line_at, middle = (y if high is None else high), x1 + (x2 - x1) * 0.68
            if high is not None:
                middle = x1 + HALF + 16
            found += [
                Shape("line", (middle + by - 5, line_at + 9, middle + by + 5, line_at - 9))
                for by in (-4, 4)
            ]
    return found


def bridge(family: Family, pair: Sequence[int], at: Places) -> float | None:
    """Return how high the line of a pair goes over those between them; none where nobody is."""
    row = next(one for one in family.rows if pair[0] in one)
    first, last = sorted(row.index(key) for key in pair)
    return at[pair[0]][1] - HALF - 8 - 5 * (last - first) if last - first > 1 else None


def descents(family: Family, at: Places) -> list[Shape]:
    """Draw the lines from parents down to their children."""
    found: list[Shape] = []
    for number, (parents, children) in enumerate(family.children.items()):
        tops = [at[child] for child in children]
        bar = min(y for _, y in tops) - TOPS - 7 * (number % 3)
        x, y = fork(family, parents, at)
        ends = [x, *(place for place, _ in tops)]
        found += [Shape("line", (x, y, x, bar)), Shape("line", (min(ends), bar, max(ends), bar))]
        found += [Shape("line", (place, bar, place, top - HALF)) for place, top in tops]
    return found


def fork(family: Family, parents: Sequence[int], at: Places) -> tuple[float, float]:
    """Return where the line of the children leaves their parents."""
    if len(parents) == 1:
        x, y = at[parents[0]]
        return x, y + FOOT
    high = bridge(family, parents, at)
    (x1, y), (x2, _) = sorted(at[key] for key in parents)
    if high is None:
        return (x1 + x2) / 2, y
    row = next(one for one in family.rows if parents[0] in one)
    beside = sorted(at[key][0] for key in row)
    return next((a + b) / 2 for a, b in pairwise(beside) if a == x1), high


def siblings(family: Family, at: Places) -> list[Shape]:
    found: list[Shape] = []
    for tie in family.loose_siblings:
        (x1, y1), (x2, y2) = sorted((at[tie.one], at[tie.other]))
        bar = min(y1, y2) - TOPS
        found += [
            Shape("line", (x1, bar, x2, bar)),
            Shape("line", (x1, bar, x1, y1 - HALF)),
            Shape("line", (x2, bar, x2, y2 - HALF)),
        ]
    return found


def legend(family: Family, right: float) -> list[str]:
    """Say what its signs mean: those that stand in it."""
    people, told = family.people.values(), [tie for tie in family.couples.values() if tie]
    signs = {
        "Square: a man": any(one.sex == "M" for one in people),
        "circle: a woman": any(one.sex == "F" for one in people),
        "diamond: not said": any(not one.sex for one in people),
        "grey: whose death is reviewed": any(one.is_subject for one in people),
        "cross: has died": any(one.has_died for one in people),
        "broken line: not married": len(told) < len(family.couples)
        or any(not tie.is_married for tie in told),
        "two strokes: parted": any(tie.has_ended for tie in told),
    }
    lines = [""]
    for words in (words for words, is_there in signs.items() if is_there):
        longer = f"{lines[-1]}; {words}" if lines[-1] else words
        if width_of(longer) > max(right, 420) - 2 * MARGIN and lines[-1]:
            lines.append(words)
        else:
            lines[-1] = longer
    return [f"{line[:1].upper()}{line[1:]}" for line in lines]


# What it says in words


def in_words(family: Family) -> str:
    """Say in sentences what the drawing shows, for whoever does not see it."""
    names = {key: one.called for key, one in family.people.items()}
    said = [f"A family tree of {len(names)} people: {listed(map(who_is, in_rows(family)))}."]
    for pair, tie in family.couples.items():
        if tie:
            how = "were married" if tie.is_married else "were partners"
            end = " and had parted" if tie.has_ended else ""
            said.append(f"{listed(names[key] for key in pair)} {how}{end}.")
    for parents, children in family.children.items():
        whose = listed(names[key] for key in parents)
        are = "are the parents of" if len(parents) > 1 else "is a parent of"
        said.append(f"{whose} {are} {listed(names[key] for key in children)}.")
    said += [
        f"{names[tie.one]} and {names[tie.other]} are brothers or sisters."
        for tie in family.loose_siblings
    ]
    return " ".join(said)


def who_is(one: Relative) -> str:
    said = [one.what] if one.what else []
    if one.has_died and not one.is_subject:
        said.append("who has died")
    return f"{one.called} ({', '.join(said)})" if said else one.called


def in_rows(family: Family) -> list[Relative]:
    """Return everybody from the oldest generation down."""
    return [family.people[key] for row in family.rows for key in row]


def listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
