"""
What one published set says of its recommendations and learning points.

A word of the record is taken along only where it stands in the papers as they were published; what
was recorded beside them, or since, stays where it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from actionplans.models import Action, LearningPoint, Recommendation, Scope
from learning.models import LessonKind
from publications.models import Publication, Published
from publications.queries.behind import plain, rows_behind
from publications.rules.candidate import content_from, texts_of_content
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Said:
    """
    One recommendation or learning point as published, with what the record adds.

    actions: each with text, lead and target, the month promised as MM-YYYY. theme_words: what the
    learning behind it was said to be about.
    """

    kind: LessonKind
    number: str
    text: str
    scope: str = ""
    addressee: str = ""
    is_addressee_public: bool = False
    recommendation_id: int | None = None
    actions: list[dict[str, str]] = field(default_factory=list)
    theme_words: tuple[str, ...] = ()


def said_in(publication: Publication) -> Iterator[Said]:
    """Yield what a published set recommends, then what it says is to be learnt. Six queries."""
    printed = words_of(publication)
    yield from recommendations_in(publication, printed)
    for point in LearningPoint.objects.filter(review=publication.review):
        if plain(point.text) in printed:
            yield Said(
                kind=LessonKind.LEARNING,
                number=str(point.number),
                text=point.text,
                theme_words=(point.theme,) if point.theme else (),
            )


def words_of(publication: Publication) -> str:
    """Return all words of the papers of a set, spaced alike."""
    texts: list[str] = []
    for item in publication.items.all():
        content = content_from(item.kind, item.content)
        texts += texts_of_content(Published(item.kind), content).values()
    return plain("\n".join(texts))


def recommendations_in(publication: Publication, printed: str) -> Iterator[Said]:
    known = recorded(publication.review)
    plan = [(key, str(one.number), one.text) for key, one in known.items()]
    rows = rows_behind(publication.recommendations, plan)
    for row, behind in zip(publication.recommendations, rows, strict=True):
        yield said_of(row, known[behind], printed) if behind else bare(row)


def recorded(review: Review) -> Mapping[int, Recommendation]:
    """Return the plan's recommendations as they stand now, by their keys."""
    rows = (
        Recommendation.objects.filter(review=review)
        .select_related("addressee__agency")
        .prefetch_related("learning_points", "actions__lead__agency")
    )
    return {one.pk: one for one in rows}


def bare(row: Mapping[str, Any]) -> Said:
    return Said(kind=LessonKind.RECOMMENDATION, number=row["number"], text=row["text"])


def said_of(row: Mapping[str, Any], one: Recommendation, printed: str) -> Said:
    return Said(
        kind=LessonKind.RECOMMENDATION,
        number=row["number"],
        text=row["text"],
        scope=Scope(one.scope).value,
        addressee=one.addressed_to,
        is_addressee_public=plain(one.addressed_to) in printed,
        recommendation_id=one.pk,
        actions=[
            told(action, printed) for action in one.actions.all() if plain(action.text) in printed
        ],
        theme_words=tuple(
            dict.fromkeys(point.theme for point in one.learning_points.all() if point.theme)
        ),
    )


def told(action: Action, printed: str) -> dict[str, str]:
    lead = action.lead_agency if plain(action.lead_agency) in printed else ""
    return {"text": action.text, "lead": lead, "target": month_of(action.target_on)}


def month_of(day: date | None) -> str:
    return f"{day:%m-%Y}" if day else ""
