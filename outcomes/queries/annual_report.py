"""What a partnership reports of a year: its reviews, and what came of what they recommended."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TypeVar

from actionplans.cycle import DONE, FINISHED, ActionStatus
from actionplans.models import Action, AnswerKind, Recommendation, Scope
from agencies.models import CommunitySafetyPartnership, User
from outcomes.published.annual_report import FEW, AnnualReport, Counted, ReportTable, rows_of
from outcomes.queries.dashboard import theme_name
from postoffice.queries.standing import outs_of
from publications.models import Publication
from timescales.dates import ReportingYear
from timescales.queries.statistics import Count, Statistics, open_to, statistics_of

K = TypeVar("K")
STANDS = ("Recommendations", "Actions", "Done and checked", "Done, not checked", "Open", "Given up")
PUBLIC = "Published"
ANSWERS = [(kind.value, kind.label) for kind in AnswerKind]
FEW_NOTE = (
    "A number between 1 and 4 that rests on reviews of which some are not published is told as "
    "fewer than 5. A number is not broken down where one of its parts would be as few: in an "
    "area of this size it could point to somebody."
)
PUBLIC_NOTE = (
    "What rests on published reviews alone is told as it is: these, and what they recommend, "
    "are in the public library."
)
NAMES_NOTE = (
    "Names of reviews are those under which they were published. Themes are those of the "
    "learning that a recommendation came of; one that came of several counts under each."
)
NOTES = (FEW_NOTE, PUBLIC_NOTE, NAMES_NOTE)


def report_of(
    place: CommunitySafetyPartnership, year: ReportingYear, *, reader: User, today: date
) -> AnnualReport:
    """reader: holds a post of the partnership, and so opens every review of it."""
    told = statistics_of(place, open_to(reader, place), year, reader=reader, today=today)
    published = published_until(place, year)
    recommended = recommended_in(published)
    return AnnualReport(
        partnership=place.name,
        year=str(year),
        about=about(told, year, published, today),
        tables=(
            reviews_table(told),
            published_table(published, recommended, year),
            standing_table("By reach", "Reach", by_scope(recommended)),
            standing_table("By theme", "Theme", by_theme(recommended)),
            answers_table(recommended, unreached(recommended, today)),
            repeats_table(recommended),
        ),
        notes=NOTES,
    )


def about(
    told: Statistics, year: ReportingYear, published: list[Publication], today: date
) -> tuple[str, ...]:
    until = f"{told.to_on.day} {told.to_on:%B %Y}"
    days = f"1 April {year.begins} to {until}"
    unseen = "Some reviews are left out: whoever made this report may not open them."
    return (
        f"The year runs from 1 April to 31 March. This report tells of {days}.",
        (
            f"By then {len(published)} of the partnership’s reviews stood published. Their "
            f"recommendations are told as they stand on {today.day} {today:%B %Y}."
        ),
        *([unseen] if told.unseen else []),
    )


# The reviews of the year


def reviews_table(told: Statistics) -> ReportTable:
    rows = rows_of(counted(told.counts))
    sent = next(one for one in told.counts if one.name == "Sent to the Home Office")
    if told.median_days is not None and len(sent.reviews) >= FEW:
        rows += (("Median days from the decision to the sending", f"{told.median_days:g}"),)
    return ReportTable(
        title="Reviews of the year",
        caption="What reviews came to",
        heads=("What", "Reviews"),
        rows=rows,
        widths=(70, 30),
        empty="",
    )


def counted(counts: Iterable[Count]) -> list[Counted]:
    """Return each number with its parts. What was published is in the table after it."""
    found: list[Counted] = []
    for one in counts:
        if one.is_part:
            last = found[-1]
            parts = (*last.parts, (one.name, len(one.reviews)))
            found[-1] = Counted(last.name, last.count, parts)
        elif one.name != PUBLIC:
            found.append(Counted(one.name, len(one.reviews)))
    return found


# What published reviews recommended


def published_until(place: CommunitySafetyPartnership, year: ReportingYear) -> list[Publication]:
    rows = Publication.objects.standing().filter(
        review__partnership=place, published_on__lte=year.to_on
    )
    return list(rows.select_related("review").order_by("published_on", "pk"))


def recommended_in(published: list[Publication]) -> list[Recommendation]:
    rows = Recommendation.objects.filter(review__in=[one.review_id for one in published])
    rows = rows.prefetch_related("actions", "answers", "learning_points")
    return list(rows.order_by("review", "number"))


def published_table(
    published: list[Publication], recommended: list[Recommendation], year: ReportingYear
) -> ReportTable:
    of_review = grouped(recommended, lambda one: [one.review_id])
    return ReportTable(
        title="Reviews published in the year",
        caption="How far their recommendations are",
        heads=("Review", *STANDS),
        rows=tuple(
            (f"{one.title}, {one.published_on:%B %Y}", *stands(of_review[one.review_id]))
            for one in published
            if year.has(one.published_on)
        ),
        widths=(24, 21, 10, 12, 12, 9, 12),
        empty="No review was published in this year.",
    )


def standing_table(title: str, head: str, groups: dict[str, list[Recommendation]]) -> ReportTable:
    rows = [(name, *stands(found)) for name, found in groups.items()]
    return ReportTable(
        title=f"Recommendations of published reviews: {title[:1].lower()}{title[1:]}",
        caption="How they stand",
        heads=(head, *STANDS),
        rows=tuple(rows),
        widths=(24, 21, 10, 12, 12, 9, 12),
        empty="No published review recommends anything.",
    )


def stands(recommended: list[Recommendation]) -> tuple[str, ...]:
    actions: list[Action] = [action for one in recommended for action in one.actions.all()]
    checked = sum(action.status == ActionStatus.DONE_VERIFIED for action in actions)
    done = sum(action.status in DONE for action in actions)
    ended = sum(action.status in FINISHED for action in actions)
    numbers = (
        len(recommended), len(actions), checked, done - checked,
        len(actions) - ended - (done - checked), ended - checked,
    )  # fmt: skip
    return tuple(map(str, numbers))


def by_scope(recommended: list[Recommendation]) -> dict[str, list[Recommendation]]:
    found = grouped(recommended, lambda one: [one.scope])
    return {scope.label: found[scope.value] for scope in Scope if found[scope.value]}


def by_theme(recommended: list[Recommendation]) -> dict[str, list[Recommendation]]:
    found = grouped(recommended, lambda one: themes_of(one) or {""})
    most_first = sorted(found, key=lambda theme: (not theme, -len(found[theme]), theme))
    return {theme_name(theme): found[theme] for theme in most_first}


def themes_of(one: Recommendation) -> set[str]:
    points = (point.theme.strip().lower() for point in one.learning_points.all())
    return {theme for theme in points if theme}


def unreached(recommended: list[Recommendation], today: date) -> set[int]:
    """Return the ids of those whose letter waits to be certified again: nobody could open it."""
    outs = outs_of({one.review_id for one in recommended}, today=today)
    return {one.recommendation.pk for one in outs if one.standing.is_withheld}


def answers_table(recommended: list[Recommendation], unreached: Collection[int]) -> ReportTable:
    """
    What national and regional bodies answered last, of each recommendation that reached them.

    unreached: the ids of those that are waiting here. Whoever could not read them owes no reply.
    """
    counts = Counter[tuple[str, str]]()
    bodies = Counter[str]()
    for one in recommended:
        if one.scope in (Scope.NATIONAL, Scope.REGIONAL) and one.pk not in unreached:
            kind = one.answer.kind if one.answer else AnswerKind.NO_REPLY.value
            counts[one.get_scope_display(), kind] += 1
            bodies[one.get_scope_display()] += 1
    return ReportTable(
        title="What national and regional bodies answered",
        caption="The last answer to each recommendation",
        heads=("Reach", "Asked", *(label for _, label in ANSWERS)),
        rows=tuple(
            (reach, str(bodies[reach]), *(str(counts[reach, kind]) for kind, _ in ANSWERS))
            for reach in sorted(bodies)
        ),
        widths=(20, 12, 16, 18, 18, 16),
        empty="No published review recommends anything to a national or regional body.",
    )


def repeats_table(recommended: list[Recommendation]) -> ReportTable:
    """
    Themes that more than one of the partnership's own reviews came to, those of most first.

    Reports of elsewhere that were brought in are told on the page of themes, not here.
    """
    reviews: dict[str, set[int]] = defaultdict(set)
    for one in recommended:
        for theme in themes_of(one):
            reviews[theme].add(one.review_id)
    again = {theme: len(found) for theme, found in reviews.items() if len(found) > 1}
    return ReportTable(
        title="Themes that come again",
        caption="Themes of more than one of the partnership’s own published reviews. "
        "Reports that were brought in are not counted",
        heads=("Theme", "Published reviews"),
        rows=tuple(
            (theme_name(theme), str(again[theme]))
            for theme in sorted(again, key=lambda theme: (-again[theme], theme))
        ),
        widths=(70, 30),
        empty="No theme stands in more than one of the partnership’s own published reviews. "
        "Reports that were brought in are not counted.",
    )


def grouped(
    recommended: Iterable[Recommendation], keys: Callable[[Recommendation], Iterable[K]]
) -> dict[K, list[Recommendation]]:
    found: dict[K, list[Recommendation]] = defaultdict(list)
    for one in recommended:
        for key in keys(one):
            found[key].append(one)
    return found
