"""The chapters of one review's overview report: the usual ones, or as the chair chose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reports.models import MAY_BE_LEFT_OUT, ChapterChoice
from reports.queries.assembly.outline import CHAPTERS, Planned


@dataclass(frozen=True)
class Chosen:
    """A chapter in its place. because: why it is left out; empty where it stands."""

    planned: Planned
    usual_title: str
    because: str = ""

    @property
    def key(self) -> str:
        return self.planned.key

    @property
    def title(self) -> str:
        return self.planned.title

    @property
    def own_title(self) -> str:
        return "" if self.title == self.usual_title else self.title

    @property
    def may_be_left_out(self) -> bool:
        return self.key in MAY_BE_LEFT_OUT


def chosen(choices: Mapping[str, ChapterChoice]) -> list[Chosen]:
    """
    Return every chapter in its order, those that are left out as well. One that nobody chose for,
    such as one that is newer than the choice, stands where it usually does.
    """
    usual = {one.key: at for at, one in enumerate(CHAPTERS, 1)}
    ordered = sorted(
        CHAPTERS,
        key=lambda one: (
            choices[one.key].place if one.key in choices else usual[one.key],
            usual[one.key],
        ),
    )
    return [as_chosen(one, choices.get(one.key)) for one in ordered]


def as_chosen(one: Planned, choice: ChapterChoice | None) -> Chosen:
    if choice is None:
        return Chosen(one, one.title)
    called = replace(one, title=choice.title or one.title)
    return Chosen(called, one.title, choice.left_out_because)


def standing(choices: Mapping[str, ChapterChoice]) -> list[Planned]:
    """Return the chapters that the report has, in its order and under its titles."""
    return [one.planned for one in chosen(choices) if not one.because]


def by_key(rows: Iterable[ChapterChoice]) -> dict[str, ChapterChoice]:
    return {row.key: row for row in rows}
