"""What was read of a Word file as plain data, to be kept, and back."""

from collections.abc import Mapping
from typing import Any

from documents.reading import SetAside
from reports.readers.returned.places import Returned


def as_data(returned: Returned) -> dict[str, Any]:
    return {
        "sections": dict(returned.sections),
        "records": {key: list(lines) for key, lines in returned.records.items()},
        "aside": [vars(one) for one in returned.aside],
        "remarks": list(returned.remarks),
        "versions": dict(returned.versions),
        "words": dict(returned.words),
        "review": returned.review,
    }


def from_data(data: Mapping[str, Any]) -> Returned:
    """Return what `as_data` made plain."""
    return Returned(
        sections=data["sections"],
        records={key: tuple(lines) for key, lines in data["records"].items()},
        aside=tuple(SetAside(**one) for one in data["aside"]),
        remarks=tuple(data["remarks"]),
        versions=data["versions"],
        words=data["words"],
        review=data["review"],
    )
