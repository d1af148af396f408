"""
Terms of reference as they print. Printed terms are built from these types and from nothing else.

There is no field for a true name, a birth date or an exact day: a subject is a pseudonym, the
period is words. The same types are kept as data when a version is agreed.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class PublishedSubject:
    part: str
    pseudonym: str


@dataclass(frozen=True, kw_only=True)
class PublishedMember:
    part: str
    name: str
    body: str


@dataclass(frozen=True, kw_only=True)
class PublishedEnquiry:
    root: str
    text: str
    why: str


@dataclass(frozen=True, kw_only=True)
class PublishedCharacteristic:
    characteristic: str
    whose: str
    why: str
    expertise: str


@dataclass(frozen=True, kw_only=True)
class PublishedContribution:
    agency: str
    asked_for: str


@dataclass(frozen=True, kw_only=True)
class PublishedProcess:
    process: str
    standing: str
    joined_up: str


@dataclass(frozen=True, kw_only=True)
class PublishedSection:
    kind: str
    text: str


@dataclass(frozen=True, kw_only=True)
class PublishedTerms:
    """One version, whole. `period` is the published form of the period: never a day."""

    reference: str
    version: int
    partnership: str
    legal_basis: str
    period: str
    period_rationale: str
    outside_period: str
    purposes: tuple[str, ...]
    subjects: tuple[PublishedSubject, ...]
    members: tuple[PublishedMember, ...]
    enquiries: tuple[PublishedEnquiry, ...]
    characteristics: tuple[PublishedCharacteristic, ...]
    contributions: tuple[PublishedContribution, ...]
    processes: tuple[PublishedProcess, ...]
    sections: tuple[PublishedSection, ...]

    def written(self, kind: str) -> str:
        """Return what is written under one heading; nothing where it is left open."""
        return next((section.text for section in self.sections if section.kind == kind), "")


PARTS = {
    "subjects": PublishedSubject,
    "members": PublishedMember,
    "enquiries": PublishedEnquiry,
    "characteristics": PublishedCharacteristic,
    "contributions": PublishedContribution,
    "processes": PublishedProcess,
    "sections": PublishedSection,
}


def as_data(terms: PublishedTerms) -> dict[str, Any]:
    """Return terms as plain data, to be kept when they are agreed."""
    return asdict(terms)


def from_data(data: Mapping[str, Any]) -> PublishedTerms:
    """Return the terms that `as_data` made plain."""
    parts = {name: tuple(kind(**row) for row in data[name]) for name, kind in PARTS.items()}
    return PublishedTerms(**{**data, **parts, "purposes": tuple(data["purposes"])})
