"""What the person who looks at a sheet does not see, and is told: hidden sheets, columns, rows."""

from collections.abc import Iterable, Iterator

from openpyxl.utils import get_column_letter

HIDDEN_SHEET = "This sheet is hidden in the workbook; it was read."


def remarks(
    *, is_hidden: bool, hidden_columns: Iterable[int], hidden_rows: Iterable[int]
) -> Iterator[str]:
    if is_hidden:
        yield HIDDEN_SHEET
    if columns := sorted(hidden_columns):
        yield f"Hidden columns were read: {', '.join(map(get_column_letter, columns))}."
    if rows := sorted(hidden_rows):
        yield f"Hidden rows were read: {in_words(rows)}."


def in_words(numbers: list[int]) -> str:
    """Return "2, 5 to 9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    return ", ".join(" to ".join(map(str, run)) for run in runs)
