"""A narrowing as data, for a worker that makes a file of it."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from composite.queries.scope import Narrowing


def as_data(wanted: Narrowing) -> dict[str, Any]:
    """Return a narrowing as JSON can hold it, without the entries that were found for it."""
    data = asdict(wanted)
    del data["entries"]
    return {
        **data,
        "earliest": wanted.earliest.isoformat() if wanted.earliest else None,
        "latest": wanted.latest.isoformat() if wanted.latest else None,
        "names": list(wanted.names),
        "enquiry": str(wanted.enquiry) if wanted.enquiry else None,
    }


def from_data(data: Mapping[str, Any]) -> Narrowing:
    return Narrowing(
        agency=data["agency"],
        earliest=date.fromisoformat(data["earliest"]) if data["earliest"] else None,
        latest=date.fromisoformat(data["latest"]) if data["latest"] else None,
        words=data["words"],
        names=tuple(data["names"]),
        weight=data["weight"],
        enquiry=UUID(data["enquiry"]) if data["enquiry"] else None,
    )
