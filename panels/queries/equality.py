"""Which characteristics a review considers: chosen at first, added later, answered at the end."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from pages.templatetags.dates import date_long
from panels.models import CharacteristicAnswer, TermsCharacteristic
from reviews.models import Review

Key = tuple[str, int | None]


@dataclass(frozen=True)
class Matter:
    """
    One characteristic of one person, or of everybody.

    since: where it was first named, in words. noted: as the latest terms that name it word it.
    """

    label: str
    whose: str
    since: str
    why: str
    expertise: str = ""
    conclusion: str = ""
    concluded_on: date | None = None
    key: Key = field(default=("", None))

    @property
    def is_answered(self) -> bool:
        return bool(self.conclusion)

    @property
    def name(self) -> str:
        return f"{self.label}, {self.whose}"


def matters(review: Review) -> list[Matter]:
    """Return all of them in the order in which they were named. Two queries."""
    named = TermsCharacteristic.objects.filter(terms__review=review).select_related(
        "terms", "person"
    )
    answers = {
        (one.characteristic, one.person_id): one
        for one in review.characteristic_answers.select_related("person")
    }
    versions = by_key(named.order_by("terms__number", "pk"))
    found = [from_terms(rows, answers.pop(key, None)) for key, rows in versions.items()]
    return [*found, *(from_answer(answer) for answer in answers.values())]


def unanswered(review: Review) -> list[str]:
    """Return which have no conclusion, by name and whose."""
    return [matter.name for matter in matters(review) if not matter.is_answered]


def by_key(named: Iterable[TermsCharacteristic]) -> dict[Key, list[TermsCharacteristic]]:
    found: dict[Key, list[TermsCharacteristic]] = {}
    for row in named:
        found.setdefault((row.characteristic, row.person_id), []).append(row)
    return found


def from_terms(rows: list[TermsCharacteristic], answer: CharacteristicAnswer | None) -> Matter:
    first, last = rows[0], rows[-1]
    agreed = f", agreed on {date_long(first.terms.agreed_on)}" if first.terms.agreed_on else ""
    draft = "" if first.terms.agreed_on else ", draft"
    return Matter(
        label=last.get_characteristic_display(),
        whose=last.whose,
        since=f"Terms of reference, {first.terms.name.lower()}{agreed}{draft}",
        why=last.why,
        expertise=(answer and answer.expertise) or last.expertise,
        conclusion=answer.conclusion if answer else "",
        concluded_on=answer.concluded_on if answer else None,
        key=(last.characteristic, last.person_id),
    )


def from_answer(answer: CharacteristicAnswer) -> Matter:
    return Matter(
        label=answer.get_characteristic_display(),
        whose=answer.whose,
        since=f"Seen on {date_long(answer.identified_on)}" if answer.identified_on else "",
        why=answer.why,
        expertise=answer.expertise,
        conclusion=answer.conclusion,
        concluded_on=answer.concluded_on,
        key=(answer.characteristic, answer.person_id),
    )
