"""
The action plan as it prints. Printed plans are built from these types and from nothing else.

There is no field for a true name, a birth date or a day of the case. A target is the day somebody
promised; the same types are kept as data with the draft they are printed in.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from actionplans.readers.found import CONSOLIDATED


@dataclass(frozen=True, kw_only=True)
class PublishedLesson:
    number: str
    text: str


@dataclass(frozen=True, kw_only=True)
class PublishedAction:
    """
    One row of the plan, in the Home Office's columns.

    milestones: each with the month it was reached or is due.
    target: the day promised, in words. outcome: how it stands, with the month it was completed.
    others: heading and words of cells that the plan it came in had beside these columns.
    """

    action: str
    lead_agency: str
    milestones: tuple[str, ...]
    target: str
    outcome: str
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class PublishedRecommendation:
    """
    One recommendation with its actions.

    agency: whose own it is, where it concerns a single agency. lessons: numbers of lessons.
    heading: the row of the plan that it stands under. plan_number, words: its number and words
    in the plan it was brought in from. layout: the table it stood in there.
    """

    number: str
    text: str
    scope: str
    source: str
    addressee: str
    is_single_agency: bool
    agency: str
    actions: tuple[PublishedAction, ...]
    lessons: tuple[str, ...] = ()
    heading: str = ""
    plan_number: str = ""
    words: str = ""
    layout: str = ""

    @property
    def is_consolidated(self) -> bool:
        """Test whether it stands in the table of single agencies' own recommendations."""
        return self.layout == CONSOLIDATED if self.layout else self.is_single_agency


@dataclass(frozen=True, kw_only=True)
class PublishedPlan:
    lessons: tuple[PublishedLesson, ...]
    recommendations: tuple[PublishedRecommendation, ...]

    @property
    def single_agency(self) -> tuple[PublishedRecommendation, ...]:
        return tuple(one for one in self.recommendations if one.is_single_agency)

    @property
    def multi_agency(self) -> tuple[PublishedRecommendation, ...]:
        return tuple(one for one in self.recommendations if not one.is_single_agency)


@dataclass(frozen=True, kw_only=True)
class PublishedProgress:
    """
    How far one recommendation is, in words, for a page that anyone may read.

    row: its key in the plan, by which a published set knows it again; no page shows it.
    """

    row: int
    number: str
    text: str
    state: str


def as_data(plan: PublishedPlan) -> dict[str, Any]:
    """Return a plan as plain data."""
    return asdict(plan)


def from_data(data: Mapping[str, Any]) -> PublishedPlan:
    """Return the plan that `as_data` made plain."""
    return PublishedPlan(
        lessons=tuple(PublishedLesson(**row) for row in data["lessons"]),
        recommendations=tuple(recommendation_from(row) for row in data["recommendations"]),
    )


def recommendation_from(row: Mapping[str, Any]) -> PublishedRecommendation:
    parts = {
        "actions": tuple(action_from(action) for action in row["actions"]),
        "lessons": tuple(row["lessons"]),
    }
    return PublishedRecommendation(**{**row, **parts})


def action_from(row: Mapping[str, Any]) -> PublishedAction:
    others = tuple((heading, words) for heading, words in row.get("others", ()))
    return PublishedAction(**{**row, "milestones": tuple(row["milestones"]), "others": others})


def texts_of(plan: PublishedPlan) -> dict[str, str]:
    """Return everything a plan says, by place, to be searched for names before it is printed."""
    texts = {f"Learning point {one.number}": one.text for one in plan.lessons}
    for one in plan.recommendations:
        asked = [one.heading, one.words, one.text, one.scope, one.source, one.addressee]
        texts[f"Recommendation {one.number}"] = "\n".join(asked)
        for number, action in enumerate(one.actions, 1):
            said = [action.action, action.lead_agency, *action.milestones, action.outcome]
            said += [words for _heading, words in action.others]
            texts[f"Action {one.number}.{number}"] = "\n".join(said)
    return texts
