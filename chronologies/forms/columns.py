"""What each column of a file holds: the guess, to be changed by whoever knows."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError

from chronologies.readers.columns import Column
from pages import forms

CHOICES = [(column.value, column.label) for column in Column]
NEEDED = (Column.DATE, Column.WHAT_HAPPENED)


class ColumnsForm(forms.Form):
    """One select for each column of each table."""

    def __init__(self, *args: Any, tables: Sequence[Mapping[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tables = tables
        for number, table in enumerate(tables):
            for place, heading in enumerate(table["headings"]):
                self.fields[name_of(number, place)] = django_forms.ChoiceField(
                    label=f"{table['label']} {heading or f'column {place + 1}'}".strip(),
                    choices=CHOICES,
                    initial=table["columns"][place],
                )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        for number, table in enumerate(self.tables):
            columns = self.columns_of(number)
            for column in NEEDED:
                if column not in columns:
                    raise ValidationError(
                        f"{table['label'] or 'The table'}: choose the column that is "
                        f"“{column.label}”"
                    )
            twice = [one for one in columns if one != Column.NOTE and columns.count(one) > 1]
            if twice:
                raise ValidationError(
                    f"{table['label'] or 'The table'}: only one column can be “{twice[0].label}”"
                )
        return said

    def columns_of(self, number: int) -> tuple[Column, ...]:
        """Return the columns of one table as chosen."""
        count = len(self.tables[number]["headings"])
        said = self.cleaned_data
        names = [name_of(number, place) for place in range(count)]
        return tuple(Column(said[name]) for name in names if name in said)


def name_of(table: int, place: int) -> str:
    return f"table{table}-{place}"
