"""Which row of the plan stands behind each recommendation of a published set."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def rows_behind(
    published: Sequence[Mapping[str, Any]], plan: Iterable[tuple[int, str, str]]
) -> list[int | None]:
    """
    Return the key of the row behind each published recommendation; None where none is left.

    plan: key, number and words of each row, as it stands now. By the key kept at publication, so
    that neither new words nor another order part them. A set that was published before keys were
    kept goes by the words, then by the number where no other words claim that row.
    """
    rows = list(plan)
    keys = {key for key, _, _ in rows}
    by_words = {plain(text): key for key, _, text in rows}
    claimed = {by_words.get(plain(row["text"])) for row in published}
    by_number = {number: key for key, number, _ in rows if key not in claimed}

    def behind(row: Mapping[str, Any]) -> int | None:
        if "row" in row:
            kept: int = row["row"]
            return kept if kept in keys else None
        return by_words.get(plain(row["text"])) or by_number.get(row["number"])

    return [behind(row) for row in published]


def plain(words: str) -> str:
    return " ".join(words.split())
