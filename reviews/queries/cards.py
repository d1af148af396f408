"""
How apps show their side of a review, or of an agency's part in it, on its page.

`REVIEW_CARDS` and `PART_CARDS` in the settings list the kinds of card.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Generic, TypeVar

from django.utils.module_loading import import_string

from agencies.models import User
from pages.parts import Card
from reviews import access
from reviews.access import Permission, Place
from reviews.queries.asking import Question, Row, ask, ask_together

P = TypeVar("P", bound=Place)
Rows = Mapping[str, list[Row]]


@dataclass(frozen=True)
class CardKind(Generic[P]):
    """
    One kind of card.

    shown_to: whoever holds one of these.
    questions: what to ask the database for this reader, by name. Asked together with those of
    every other card, so that the page costs one query for all.
    card: what the rows that come back, in no order, show; None for nothing.
    """

    shown_to: tuple[Permission, ...]
    questions: Callable[[P, User, date], Mapping[str, Question]]
    card: Callable[[P, Rows, date], Card | None]

    def __call__(self, place: P, reader: User, today: date) -> Card | None:
        """Make this card alone."""
        if not self.is_for(reader, place):
            return None
        return self.card(place, ask(self.questions(place, reader, today)), today)

    def is_for(self, reader: User, place: P) -> bool:
        return any(access.has(reader, permission, on=place) for permission in self.shown_to)


def cards_of(place: Any, reader: User, *, listed: Iterable[str], today: date) -> list[Card]:
    """Return what every app shows this reader of a review, or of an agency's part in it."""
    kinds = {path: card_kind(path) for path in listed}
    asked = {
        path: kind.questions(place, reader, today)
        for path, kind in kinds.items()
        if kind.is_for(reader, place)
    }
    answers = ask_together(asked)
    made = [kinds[path].card(place, rows, today) for path, rows in answers.items()]
    return [card for card in made if card]


@cache
def card_kind(path: str) -> CardKind[Any]:
    kind: CardKind[Any] = import_string(path)
    return kind
