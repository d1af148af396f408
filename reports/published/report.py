"""
A report as it prints: the overview report, its executive summary and its appendices.

Whatever shows or prints a report is handed these types and nothing else. There is no field for a
true name, a birth date or an exact day of the case. The same types are kept as data by a draft.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from documents.drawings import Drawing, Shape
from reports.readers.blocks import (
    Block,
    Bullets,
    Figure,
    Footnote,
    MinorHeading,
    Paragraph,
    Quotation,
    Steps,
    SubHeading,
    Table,
)

__all__ = [
    "Block",
    "Bullets",
    "Chapter",
    "Figure",
    "Footnote",
    "MinorHeading",
    "Paragraph",
    "PublishedReport",
    "Quotation",
    "Steps",
    "SubHeading",
    "Table",
    "as_data",
    "from_data",
]


@dataclass(frozen=True)
class Chapter:
    """
    One heading and what stands under it. `key` finds it again in another draft.

    is_data: nothing in it was written for the report; it comes from the record.
    number: what its author numbered it, where that was elsewhere.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    is_data: bool = False
    number: str = ""


@dataclass(frozen=True)
class PublishedReport:
    """
    title: what the report is about, by pseudonym. month: of the death. version: such as "Draft 3".

    author: who wrote it, as they wish to be named. completed: month of this version.

    has_marks: its texts call footnotes and refer to places, as `reports.readers.marks` reads them.
    Drafts of before have none, and whatever looks like one in them is words.
    """

    title: str
    label: str
    partnership: str
    month: str
    version: str
    chapters: tuple[Chapter, ...]
    summary: tuple[Chapter, ...]
    appendices: tuple[Chapter, ...]
    author: str = ""
    completed: str = ""
    has_marks: bool = False


PARTS = ("chapters", "summary", "appendices")
KINDS: dict[str, type[Block]] = {
    "paragraph": Paragraph,
    "heading": SubHeading,
    "minor-heading": MinorHeading,
    "bullets": Bullets,
    "steps": Steps,
    "quotation": Quotation,
    "table": Table,
    "footnote": Footnote,
    "figure": Figure,
}
NAMES = {kind: name for name, kind in KINDS.items()}


def as_data(report: PublishedReport) -> dict[str, Any]:
    """Return a report as plain data, to be kept."""
    data = {name: value for name, value in vars(report).items() if name not in PARTS}
    return data | {part: [chapter_as_data(one) for one in getattr(report, part)] for part in PARTS}


def chapter_as_data(chapter: Chapter) -> dict[str, Any]:
    blocks = [{"kind": NAMES[type(block)], **asdict(block)} for block in chapter.blocks]
    return {**vars(chapter), "blocks": blocks}


def from_data(data: Mapping[str, Any]) -> PublishedReport:
    """Return the report that `as_data` made plain."""
    parts = {part: tuple(chapter_of(one) for one in data[part]) for part in PARTS}
    return PublishedReport(**{**data, **parts})


def chapter_of(data: Mapping[str, Any]) -> Chapter:
    return Chapter(**{**data, "blocks": tuple(block_of(dict(one)) for one in data["blocks"])})


def block_of(data: dict[str, Any]) -> Block:
    kind = KINDS[data.pop("kind")]
    if drawing := data.get("drawing"):
        data["drawing"] = drawing_of(drawing)
    return kind(**{name: as_tuple(value) for name, value in data.items()})


def drawing_of(data: Mapping[str, Any]) -> Drawing:
    shapes = tuple(Shape(**{**one, "at": as_tuple(one["at"])}) for one in data["shapes"])
    return Drawing(data["width"], data["height"], shapes)


def as_tuple(value: Any) -> Any:
    return tuple(as_tuple(one) for one in value) if isinstance(value, list | tuple) else value
