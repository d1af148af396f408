"""What is read out of a report: lines, each with what it is taken for."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class CannotReadReport(Exception):
    """A report cannot be read. The text says why and what to do, fit to show."""


class Take(StrEnum):
    """What a line is taken for. What is left out is shown, and recorded nowhere."""

    RECOMMENDATION = "RECOMMENDATION"
    LEARNING = "LEARNING"
    LEFT_OUT = "LEFT_OUT"


@dataclass(frozen=True, kw_only=True)
class ReadLine:
    """
    One recommendation or learning point, or something beside them.

    number: as printed; empty where it has none. themes: one on each line, as an officer types them.
    """

    take: Take
    text: str
    number: str = ""
    addressee: str = ""
    themes: str = ""


def as_data(lines: Iterable[ReadLine]) -> list[dict[str, str]]:
    return [{**asdict(one), "take": one.take.value} for one in lines]


def from_data(rows: Iterable[Mapping[str, Any]]) -> list[ReadLine]:
    """Return the lines that `as_data` made plain."""
    return [ReadLine(**{**row, "take": Take(row["take"])}) for row in rows]
