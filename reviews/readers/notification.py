"""
Read the JSON that sets a review up by script (`manage.py open_review`).

Every fault is found at once, each named by its place; nothing is guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from agencies.models import AgencyKind
from reviews.lifecycle import Stage
from reviews.models import PersonRole

KEYS = (
    "reference", "partnership", "notified_on", "notified_by", "incident_on", "died_on",
    "period_from", "period_to", "agencies", "people", "stage", "events",
)  # fmt: skip
REQUIRED = ("reference", "partnership", "notified_on", "agencies")
AGENCY_KEYS = ("slug", "name", "kind")
PERSON_KEYS = ("role", "true_name", "aliases", "born_on", "pseudonym")
EVENT_KEYS = ("event", "on", "note")


class CannotRead(Exception):
    """The set-up cannot be used. `faults` are sentences, one for each place."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class AgencyRow:
    slug: str
    name: str
    kind: str


@dataclass(frozen=True)
class PersonRow:
    role: str
    true_name: str
    aliases: list[str]
    born_on: date | None
    pseudonym: str


@dataclass(frozen=True)
class EventRow:
    event: str
    on: date | None
    note: str

    @property
    def stage(self) -> Stage | None:
        """The stage this event names, if it names one."""
        return STAGES.get(slug_of(self.event))


@dataclass(frozen=True)
class SetUp:
    """A review to set up, as read."""

    reference: str
    partnership: str
    days: dict[str, date | None]
    notified_by: str
    agencies: list[AgencyRow]
    people: list[PersonRow]
    stage: Stage | None
    events: list[EventRow] = field(default_factory=list)


def slug_of(value: str) -> str:
    """Return how a stored choice is written in a set-up: AGENCY_KIND becomes agency-kind."""
    return value.strip().lower().replace("_", "-").replace(" ", "-")


KINDS = {slug_of(kind): kind.value for kind in AgencyKind}
ROLES = {slug_of(role): role.value for role in PersonRole}
STAGES = {slug_of(stage): stage for stage in Stage}


def read(given: object) -> SetUp:
    """Read one set-up. Raises CannotRead with every fault."""
    return Reading().set_up(given)


class Reading:
    """One pass over the set-up, gathering faults as it goes."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def set_up(self, given: object) -> SetUp:
        top = self.mapping(given, KEYS, "The set-up")
        for key in REQUIRED:
            if not top.get(key):
                self.faults.append(f"{key} is required.")
        days = ("notified_on", "incident_on", "died_on", "period_from", "period_to")
        found = SetUp(
            reference=self.text(top, "reference"),
            partnership=self.text(top, "partnership"),
            days={name: self.day(top, name, name) for name in days},
            notified_by=self.text(top, "notified_by"),
            agencies=[self.agency(row, n) for n, row in self.rows(top, "agencies")],
            people=[self.person(row, n) for n, row in self.rows(top, "people")],
            stage=self.stage(top),
            events=[self.event(row, n) for n, row in self.rows(top, "events")],
        )
        self.check_once([agency.slug for agency in found.agencies], "agencies", "slug")
        if self.faults:
            raise CannotRead(self.faults)
        return found

    def agency(self, given: object, number: int) -> AgencyRow:
        place = f"agencies[{number}]"
        row = self.mapping(given, AGENCY_KEYS, place)
        for key in AGENCY_KEYS:
            if not row.get(key):
                self.faults.append(f"{place}.{key} is required.")
        kind = self.choice(row, "kind", KINDS, place)
        return AgencyRow(self.text(row, "slug", place), self.text(row, "name", place), kind)

    def person(self, given: object, number: int) -> PersonRow:
        place = f"people[{number}]"
        row = self.mapping(given, PERSON_KEYS, place)
        for key in ("role", "true_name"):
            if not row.get(key):
                self.faults.append(f"{place}.{key} is required.")
        aliases = row.get("aliases") or []
        if not isinstance(aliases, list) or not all(isinstance(one, str) for one in aliases):
            self.faults.append(f"{place}.aliases must be a list of names.")
            aliases = []
        return PersonRow(
            role=self.choice(row, "role", ROLES, place),
            true_name=self.text(row, "true_name", place),
            aliases=aliases,
            born_on=self.day(row, "born_on", f"{place}.born_on"),
            pseudonym=self.text(row, "pseudonym", place),
        )

    def event(self, given: object, number: int) -> EventRow:
        place = f"events[{number}]"
        row = self.mapping(given, EVENT_KEYS, place)
        if not row.get("event"):
            self.faults.append(f"{place}.event is required.")
        return EventRow(
            event=self.text(row, "event", place),
            on=self.day(row, "on", f"{place}.on"),
            note=self.text(row, "note", place),
        )

    def stage(self, top: Mapping[str, Any]) -> Stage | None:
        given = top.get("stage")
        if given is None:
            return None
        if not isinstance(given, str) or slug_of(given) not in STAGES:
            self.faults.append(f"stage must be one of: {', '.join(STAGES)}.")
            return None
        return STAGES[slug_of(given)]

    def mapping(self, given: object, allowed: tuple[str, ...], place: str) -> Mapping[str, Any]:
        if not isinstance(given, dict):
            self.faults.append(f"{place} must be an object with: {', '.join(allowed)}.")
            return {}
        for key in given:
            if key not in allowed:
                self.faults.append(
                    f"{place} has the unknown key {key!r}. Allowed: {', '.join(allowed)}."
                )
        return given

    def rows(self, top: Mapping[str, Any], key: str) -> list[tuple[int, object]]:
        given = top.get(key) or []
        if not isinstance(given, list):
            self.faults.append(f"{key} must be a list.")
            return []
        return list(enumerate(given))

    def text(self, row: Mapping[str, Any], key: str, place: str = "") -> str:
        given = row.get(key)
        if given is None:
            return ""
        if not isinstance(given, str):
            self.faults.append(f"{place}{'.' if place else ''}{key} must be text.")
            return ""
        return given.strip()

    def day(self, row: Mapping[str, Any], key: str, place: str) -> date | None:
        given = row.get(key)
        if given is None:
            return None
        try:
            return date.fromisoformat(given)
        except (TypeError, ValueError):
            self.faults.append(f"{place} must be a real date such as 2026-03-12, not {given!r}.")
            return None

    def choice(
        self, row: Mapping[str, Any], key: str, allowed: Mapping[str, str], place: str
    ) -> str:
        given = row.get(key)
        if not given:
            return ""
        found = allowed.get(slug_of(given)) if isinstance(given, str) else None
        if found is None:
            self.faults.append(f"{place}.{key} must be one of: {', '.join(allowed)}.")
        return found or ""

    def check_once(self, values: list[str], place: str, key: str) -> None:
        for value in {value for value in values if value and values.count(value) > 1}:
            self.faults.append(f"{place} names the {key} {value!r} more than once.")
