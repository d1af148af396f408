"""What the report prints on equality and diversity: names by pseudonym, days by month."""

from collections.abc import Mapping
from dataclasses import dataclass

from panels.models import CharacteristicAnswer, TermsCharacteristic
from panels.models.characteristic import EVERYBODY, Characteristic
from reviews.models import PersonRole, Review
from reviews.queries.asking import Question, Row, told

KEY = {
    "characteristic": "characteristic",
    "person": "person_id",
    "pseudonym": "person__pseudonym",
    "role": "person__role",
}


@dataclass(frozen=True, kw_only=True)
class PrintedMatter:
    """One characteristic as the report says it. `seen`: in words; never a day."""

    characteristic: str
    whose: str
    seen: str
    why: str
    expertise: str
    conclusion: str


def questions(review: Review) -> Mapping[str, Question]:
    """Return what to ask: the characteristics of every agreed version, and what was answered."""
    named = TermsCharacteristic.objects.filter(terms__review=review, terms__agreed_on__isnull=False)
    answers = CharacteristicAnswer.objects.filter(review=review)
    return {
        "named": told(named, number="terms__number", why="why", expertise="expertise", **KEY),
        "answers": told(
            answers,
            id="pk",
            identified_on="identified_on",
            why="why",
            expertise="expertise",
            conclusion="conclusion",
            **KEY,
        ),
    }


def printed(rows: Mapping[str, list[Row]]) -> list[PrintedMatter]:
    """Return what the terms named, in one order, then what was seen later."""
    answers = {key(row): row for row in sorted(rows["answers"], key=lambda row: row["id"])}
    named = {key(row): row for row in sorted(rows["named"], key=lambda row: row["number"])}
    kinds = list(Characteristic.values)
    first = sorted(named, key=lambda one: (kinds.index(one[0]), one[1] or 0))
    later = [one for one in answers if one not in named]
    return [matter(named.get(one), answers.get(one)) for one in [*first, *later]]


def key(row: Row) -> tuple[str, int | None]:
    return row["characteristic"], row["person"]


def matter(noted: Row | None, answer: Row | None) -> PrintedMatter:
    said = {**(answer or {}), **(noted or {})}
    answered = answer or {}
    return PrintedMatter(
        characteristic=Characteristic(said["characteristic"]).label,
        whose=whose(said),
        seen="In the terms of reference" if noted else seen_later(answered),
        why=said["why"],
        expertise=answered.get("expertise") or said["expertise"],
        conclusion=answered.get("conclusion", ""),
    )


def whose(row: Row) -> str:
    if row["person"] is None:
        return EVERYBODY
    return str(row["pseudonym"] or PersonRole(row["role"]).label)


def seen_later(answer: Row) -> str:
    day = answer.get("identified_on")
    return f"Later, in {day:%B %Y}" if day else "Later"
