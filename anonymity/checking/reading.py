"""Read a register from JSON, and say where it is not as the schema wants it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args, get_type_hints

from anonymity.checking.register import (
    Agency,
    BadRegister,
    Generalised,
    Person,
    Place,
    Reference,
    Register,
)

ENTRIES = {
    "people": Person,
    "places": Place,
    "references": Reference,
    "agencies": Agency,
    "generalised": Generalised,
}
NAMES = ("may_be_named", "other_reviews", "people_of_other_reviews")
KEYS = (*ENTRIES, *NAMES, "period")
PART_OF_A_DAY = re.compile(r"\s*(?:\d{4}(?:-\d{2})?)?\s*")
WANTED = {
    str: "a text",
    bool: "true or false",
    date: "a day as 2018-10-22",
    tuple: "a list of texts",
}


def register_of(data: object) -> Register:
    """Return a register. Raises BadRegister, naming the key at fault and what is wanted there."""
    found = mapping(data, at="the register")
    unknown = set(found) - set(KEYS)
    if unknown:
        raise BadRegister(f"{min(unknown)} is no key of a register. Keys are: {', '.join(KEYS)}.")
    period = mapping(found.get("period") or {}, at="period")
    parts: dict[str, Any] = {
        **{key: entries(given(found, key), kind, at=key) for key, kind in ENTRIES.items()},
        **{key: texts(given(found, key), at=key) for key in NAMES},
        "period_from": day(period.get("from"), at="period.from"),
        "period_to": day(period.get("to"), at="period.to"),
    }
    return Register(**parts)


def given(found: Mapping[str, Any], key: str) -> Any:
    """Return what stands under a key; a key without a value is as good as none."""
    return [] if found.get(key) is None else found[key]


def entries(data: object, kind: type, *, at: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise BadRegister(f"{at}: a list is wanted.")
    return tuple(entry(one, kind, at=f"{at}[{place}]") for place, one in enumerate(data))


def entry(data: object, kind: type, *, at: str) -> Any:
    found = mapping(data, at=at)
    hints = get_type_hints(kind)
    unknown = set(found) - set(hints)
    if unknown:
        raise BadRegister(f"{at}.{min(unknown)} is not known. Keys are: {', '.join(hints)}.")
    given = {name: value for name, value in found.items() if value is not None}
    return kind(
        **{name: typed(value, hints[name], at=f"{at}.{name}") for name, value in given.items()}
    )


def typed(value: object, hint: Any, *, at: str) -> object:
    if date in get_args(hint):
        return day(value, at=at)
    if hint is bool or hint is str:
        if not isinstance(value, hint):
            raise BadRegister(f"{at}: {WANTED[hint]} is wanted.")
        return value
    return texts(value, at=at)


def texts(value: object, *, at: str) -> tuple[str, ...]:
    """Return a list of texts; one text alone is a list of one."""
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadRegister(f"{at}: a list of texts is wanted.")
    return tuple(one for one in value if one.strip())


def day(value: object, *, at: str) -> date | None:
    """Return a day; nothing where only its month or year is known, which no check can look for."""
    if value is None or PART_OF_A_DAY.fullmatch(str(value)):
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise BadRegister(f"{at}: a day as 2018-10-22 is wanted.") from None


def mapping(data: object, *, at: str) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise BadRegister(f"{at}: an object with keys is wanted.")
    return data
