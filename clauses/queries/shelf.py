"""A library as its page and the page of a draft show it: searched, and under headings."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q, QuerySet

from clauses.models import Clause, ClauseKind, ClauseWording, Library, Occasion
from clauses.models.wording import WordingQuerySet

MOST_WORDS = 12  # of a search


@dataclass(frozen=True)
class Asked:
    """What the reader looks for. words: all of them stand in the clause; kind, occasion: codes."""

    words: str = ""
    kind: str = ""
    occasion: str = ""

    @property
    def is_narrow(self) -> bool:
        return bool(self.words.strip() or self.kind or self.occasion)


@dataclass(frozen=True)
class Group:
    """The clauses of one kind, in the order of their occasions."""

    kind: ClauseKind
    wordings: list[ClauseWording]


def wordings_of(library: Library) -> WordingQuerySet:
    """Return what the clauses of a library say now, those retired among them."""
    return _current(Clause.objects.of(library))


def to_choose_from(libraries: Iterable[Library]) -> WordingQuerySet:
    """Return what the clauses in use of these libraries say now."""
    mine = Q(pk__in=[])
    for library in libraries:
        mine |= Q(partnership=library.partnership, owner=library.owner)
    return _current(Clause.objects.filter(mine).in_use())


def _current(clauses: QuerySet[Clause]) -> WordingQuerySet:
    rows = ClauseWording.objects.current().filter(clause__in=clauses)
    return rows.select_related("clause__partnership", "clause__owner")


def found(wordings: WordingQuerySet, asked: Asked) -> WordingQuerySet:
    """Narrow to what is looked for."""
    for word in asked.words.replace("\x00", "").split()[:MOST_WORDS]:
        wordings = wordings.filter(
            Q(title__icontains=word) | Q(text__icontains=word) | Q(note__icontains=word)
        )
    if asked.kind:
        wordings = wordings.filter(kind=asked.kind)
    if asked.occasion:
        wordings = wordings.filter(occasion=asked.occasion)
    return wordings


def grouped(wordings: Iterable[ClauseWording]) -> list[Group]:
    """Return clauses under their kinds: lines of enquiry first, the general before the special."""
    kinds, occasions = list(ClauseKind), list(Occasion)

    def place(one: ClauseWording) -> tuple[int, str, int, str, int]:
        return (
            kinds.index(ClauseKind(one.kind)),
            one.agency_kind,
            occasions.index(Occasion(one.occasion)),
            one.title.lower(),
            one.pk,
        )

    ordered = sorted(wordings, key=place)
    return [
        Group(ClauseKind(kind), list(rows)) for kind, rows in groupby(ordered, lambda one: one.kind)
    ]
