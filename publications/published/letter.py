"""The Home Office's letter as anyone may read it: its words, and nothing of the file it came in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from documents.list_signs import MARK
from reports.published.report import Block, Bullets, Paragraph, block_of


@dataclass(frozen=True, kw_only=True)
class PublishedLetter:
    title: str
    dated: str
    blocks: tuple[Block, ...]

    @property
    def words(self) -> str:
        return "\n".join([self.title, self.dated, *(words_of(block) for block in self.blocks)])


def letter_of(text: str, *, title: str, dated: str) -> PublishedLetter:
    """Return a letter out of its words: paragraphs, and points where lines are marked as such."""
    blocks: list[Block] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        mark = MARK.match(line)
        if mark and blocks and isinstance(blocks[-1], Bullets):
            blocks[-1] = Bullets(items=(*blocks[-1].items, line[mark.end() :]))
        elif mark:
            blocks.append(Bullets(items=(line[mark.end() :],)))
        else:
            blocks.append(Paragraph(text=line))
    return PublishedLetter(title=title, dated=dated, blocks=tuple(blocks))


def words_of(block: Block) -> str:
    return "\n".join(block.items) if isinstance(block, Bullets) else vars(block)["text"]


def as_data(letter: PublishedLetter) -> dict[str, Any]:
    """Return a letter as plain data, to be kept."""
    blocks = [
        {"kind": "bullets", "items": list(block.items)}
        if isinstance(block, Bullets)
        else {"kind": "paragraph", "text": words_of(block)}
        for block in letter.blocks
    ]
    return {"title": letter.title, "dated": letter.dated, "blocks": blocks}


def from_data(data: Mapping[str, Any]) -> PublishedLetter:
    """Return the letter that `as_data` made plain."""
    blocks = tuple(block_of(dict(block)) for block in data["blocks"])
    return PublishedLetter(title=data["title"], dated=data["dated"], blocks=blocks)
