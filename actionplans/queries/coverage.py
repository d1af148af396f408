"""
Coverage: whether every line of enquiry is answered, every learning point leads somewhere, and
every recommendation is somebody's. One table and what is missing in it, in words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse

from actionplans.models import Action, LearningPoint, Recommendation
from actionplans.queries.gaps import Gap
from actionplans.queries.published_plan import printed_outcome
from actionplans.queries.thread import FindingLine, Thread, thread_of
from panels.models import KeyLineOfEnquiry
from reviews.models import Review

NO_ENQUIRY = "No line of enquiry"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What stands in one place of the table. Without a page, `is_gap` or nothing to say."""

    name: str = ""
    words: str = ""
    href: str = ""
    is_gap: bool = False


NOTHING = Cell()


@dataclass(frozen=True, kw_only=True)
class CoverageRow:
    """One way through the thread, as far as it goes. A cell that repeats the one above is bare."""

    enquiry: Cell
    finding: Cell = NOTHING
    learning: Cell = NOTHING
    recommendation: Cell = NOTHING
    action: Cell = NOTHING
    outcome: Cell = NOTHING

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (
            self.enquiry, self.finding, self.learning, self.recommendation, self.action,
            self.outcome,
        )  # fmt: skip


HEADS = ("Line of enquiry", "Finding", "Learning", "Recommendation", "Action", "Outcome")
WIDTHS = (18, 18, 18, 18, 14, 14)


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """rows: in the order of the lines of enquiry. thread: what they were made of."""

    thread: Thread
    rows: Sequence[CoverageRow]

    @property
    def enquiries(self) -> Sequence[KeyLineOfEnquiry]:
        return self.thread.enquiries

    @property
    def gaps(self) -> list[Gap]:
        return self.thread.gaps

    @property
    def is_whole(self) -> bool:
        return not self.gaps

    @property
    def unanswered(self) -> list[KeyLineOfEnquiry]:
        answered = {one.finding.enquiry.root for one in self.thread.findings if one.finding.enquiry}
        return [one for one in self.enquiries if one.root not in answered]


def coverage_of(review: Review) -> Coverage:
    thread = thread_of(review)
    return Coverage(thread=thread, rows=list(said_once(rows_of(review, thread.enquiries, thread))))


def said_once(rows: Iterable[CoverageRow]) -> Iterator[CoverageRow]:
    """Yield rows in which a cell that stands above already is called by its name alone."""
    above: CoverageRow | None = None
    for row in rows:
        names = ("enquiry", "finding", "learning", "recommendation") if above else ()
        same = {
            name: replace(getattr(row, name), words="")
            for name in names
            if getattr(row, name).name and getattr(row, name) == getattr(above, name)
        }
        yield replace(row, **same)
        above = row


def rows_of(
    review: Review, enquiries: Sequence[KeyLineOfEnquiry], thread: Thread
) -> Iterator[CoverageRow]:
    """Yield every way through the thread; what hangs on nothing comes last."""
    ways = Ways(review, {one.pk: one for one in thread.recommendations})
    there = {one.root for one in enquiries}
    for enquiry in enquiries:
        cell = Cell(name=f"{enquiry.number}", words=enquiry.text)
        own = [
            line
            for line in thread.findings
            if line.finding.enquiry and line.finding.enquiry.root == enquiry.root
        ]
        yield from ways.from_findings(cell, own) if own else [ways.unanswered(cell, enquiry)]
    loose = [
        line
        for line in thread.findings
        if line.finding.enquiry is None or line.finding.enquiry.root not in there
    ]
    none = Cell(name=NO_ENQUIRY)
    yield from ways.from_findings(none, loose)
    unfounded = [point for point in thread.learning_points if not point.findings.all()]
    for point in unfounded:
        yield from ways.from_learning(none, Cell(words="Rests on no finding", is_gap=True), point)
    resting = {one.pk for point in thread.learning_points for one in point.recommendations.all()}
    for one in thread.recommendations:
        if one.pk not in resting:
            yield from ways.from_recommendation(none, NOTHING, ways.grounds_of(one), one)


@dataclass(frozen=True)
class Ways:
    """recommendations: by key, with their actions."""

    review: Review
    recommendations: Mapping[int, Recommendation]

    def page(self, name: str, *more: object) -> str:
        return reverse(f"actionplans:{name}", args=[self.review.reference, *more])

    def unanswered(self, cell: Cell, enquiry: KeyLineOfEnquiry) -> CoverageRow:
        href = f"{self.page('add-finding')}?enquiry={enquiry.pk}"
        return CoverageRow(
            enquiry=cell, finding=Cell(words="No finding answers it", href=href, is_gap=True)
        )

    def from_findings(self, enquiry: Cell, lines: Sequence[FindingLine]) -> Iterator[CoverageRow]:
        for line in lines:
            one = line.finding
            cell = Cell(name=one.name, words=one.statement, href=self.page("finding", one.pk))
            if not line.learnt:
                href = f"{self.page('add-learning-point')}?finding={one.pk}"
                gap = Cell(words="Nothing is learnt from it", href=href, is_gap=True)
                yield CoverageRow(enquiry=enquiry, finding=cell, learning=gap)
            for point in line.learnt:
                yield from self.from_learning(enquiry, cell, point)

    def from_learning(
        self, enquiry: Cell, finding: Cell, point: LearningPoint
    ) -> Iterator[CoverageRow]:
        href = self.page("thread") + f"#learning-{point.number}"
        cell = Cell(name=point.name, words=point.text, href=href)
        asked = [self.recommendations[one.pk] for one in point.recommendations.all()]
        if not asked:
            yield CoverageRow(
                enquiry=enquiry,
                finding=finding,
                learning=cell,
                recommendation=self.none_because(point),
            )
        for one in asked:
            yield from self.from_recommendation(enquiry, finding, cell, one)

    def none_because(self, point: LearningPoint) -> Cell:
        if reason := point.no_recommendation_because.strip():
            return Cell(name="None", words=reason)
        href = f"{self.page('add-recommendation')}?learning={point.pk}"
        return Cell(words="No recommendation, and no reason for none", href=href, is_gap=True)

    def grounds_of(self, one: Recommendation) -> Cell:
        """Say what a recommendation rests on that rests on no learning of the panel."""
        if one.taken_from_id:
            source = one.source_agency.agency.name if one.source_agency else "the agency"
            return Cell(words=f"The report of {source}")
        href = self.page("change-recommendation", one.pk)
        return Cell(words="Rests on no learning point", href=href, is_gap=True)

    def from_recommendation(
        self, enquiry: Cell, finding: Cell, learning: Cell, one: Recommendation
    ) -> Iterator[CoverageRow]:
        words = f"{one.text} (To {one.addressed_to})"
        cell = Cell(name=one.name, words=words, href=self.page("recommendation", one.pk))
        actions = list(one.actions.all())
        for action in actions:
            yield CoverageRow(
                enquiry=enquiry,
                finding=finding,
                learning=learning,
                recommendation=cell,
                action=self.action_cell(one, action),
                outcome=Cell(words=printed_outcome(action)),
            )
        if not actions:
            yield CoverageRow(
                enquiry=enquiry,
                finding=finding,
                learning=learning,
                recommendation=cell,
                action=self.no_action(one),
            )

    def action_cell(self, one: Recommendation, action: Action) -> Cell:
        lead = action.lead_agency or "nobody leads it yet"
        return Cell(
            name=f"Action {one.number}.{action.number}",
            words=f"{action.text} ({lead})",
            href=self.page("action", action.pk),
            is_gap=not action.lead_agency,
        )

    def no_action(self, one: Recommendation) -> Cell:
        if one.is_refused:
            return Cell(words="Not accepted by its addressee")
        return Cell(words="No action", href=self.page("add-action", one.pk), is_gap=True)
