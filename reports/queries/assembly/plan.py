"""What is learnt, what is recommended, and the two action plans."""

from collections.abc import Sequence

from actionplans.published.plan import PublishedRecommendation
from reports.published.report import Block, Paragraph, SubHeading, Table
from reports.queries.assembly.record import Record
from reports.queries.assembly.words import listed

HEADS = ("Recommendation", "Scope", "Action", "Lead agency", "Milestones", "Target", "Outcome")
WIDTHS = (22, 8, 18, 12, 16, 10, 14)


def lessons(record: Record) -> list[Block]:
    return [
        Paragraph(f"Learning point {one.number}. {one.text}", f"learning-point-{one.number}")
        for one in record.plan.lessons
    ]


def recommendations(record: Record) -> list[Block]:
    """Those of single agencies by agency, then those for several."""
    said: list[Block] = []
    for agency, own in by_agency(record.plan.single_agency):
        said.append(SubHeading(f"{agency}"))
        said += [paragraph(one) for one in own]
    if record.plan.multi_agency:
        said.append(SubHeading("Several agencies"))
        said += [paragraph(one, to(one)) for one in record.plan.multi_agency]
    return said


def paragraph(one: PublishedRecommendation, *more: str) -> Paragraph:
    return Paragraph(" ".join((worded(one), *more)), f"recommendation-{one.number}")


def by_agency(
    rows: Sequence[PublishedRecommendation],
) -> list[tuple[str, list[PublishedRecommendation]]]:
    agencies = sorted({one.agency for one in rows}, key=str.casefold)
    return [(agency, [one for one in rows if one.agency == agency]) for agency in agencies]


def worded(one: PublishedRecommendation) -> str:
    point = "learning points" if len(one.lessons) > 1 else "learning point"
    rests = f" (From {point} {listed(one.lessons)}.)" if one.lessons else ""
    return f"Recommendation {one.number}. {one.text}{rests}"


def to(one: PublishedRecommendation) -> str:
    return f"Addressed to: {one.addressee}." if one.addressee else ""


def single_agency_plan(record: Record) -> list[Block]:
    """One table for each agency."""
    return [table(agency, own) for agency, own in by_agency(record.plan.single_agency)]


def multi_agency_plan(record: Record) -> list[Block]:
    rows = record.plan.multi_agency
    return [table("Recommendations to several agencies", rows)] if rows else []


def table(caption: str, rows: Sequence[PublishedRecommendation]) -> Table:
    return Table(caption, HEADS, tuple(row for one in rows for row in rows_of(one)), WIDTHS)


def rows_of(one: PublishedRecommendation) -> list[tuple[str, ...]]:
    """Return a row for each action; the recommendation stands in the first."""
    said = f"{one.number}. {one.text}"
    if not one.actions:
        return [(said, one.scope, "No action agreed yet", "", "", "", "")]
    return [
        (
            said if place == 0 else f"{one.number}, continued",
            one.scope if place == 0 else "",
            action.action,
            action.lead_agency,
            "\n".join(action.milestones),
            action.target,
            action.outcome,
        )
        for place, action in enumerate(one.actions)
    ]
