"""The words of an entry, column by column, as they are held against those of another file."""

from django.db.models import F, TextField, Value
from django.db.models.functions import Coalesce, NullIf

from chronologies.models import ChronologyEntry
from chronologies.readers.columns import Column

# The agency's own number says where a row stands, not what happened: one row more and all differ.
APART = (
    Column.DATE, Column.DATE_TO, Column.TIME, Column.WHAT_HAPPENED, Column.SEQUENCE, Column.NOTE,
)  # fmt: skip
FURTHER = tuple(column for column in Column if column not in APART)
# The date that counts: what somebody typed on the page, or what the file says
DATE_NOW = Coalesce(NullIf(F("date_given"), Value("")), F("raw_date"), output_field=TextField())
FIELDS = (
    "raw_date", "date_given", "raw_time", "what_happened", *map(str, FURTHER), "notes",
)  # fmt: skip


def date_now(entry: ChronologyEntry) -> str:
    return entry.date_given or entry.raw_date


def further(entry: ChronologyEntry) -> list[str]:
    return [getattr(entry, column) for column in FURTHER]
