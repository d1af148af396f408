"""
Fields that hold what identifies a person: names, birth dates, addresses.

They are kept sealed as text (`privacy.seal`), so the database can neither search nor order by
them. Read the rows the reader may see, and compare them in Python.
"""

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn

from django import forms
from django.core import checks
from django.core.exceptions import FieldError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Col
from django.db.models.lookups import IsNull

from privacy.forms import LinesField
from privacy.seal import seal, unseal

if TYPE_CHECKING:
    AnyField = models.Field[Any, Any]
    TextField = models.TextField[str, str]
    DateField = models.DateField[date, date]
else:
    AnyField, TextField, DateField = models.Field, models.TextField, models.DateField


class CannotSearch(FieldError):
    """Somebody filtered or ordered by a sealed value."""


def refuse(field: AnyField) -> NoReturn:
    raise CannotSearch(
        f"{field.model.__name__}.{field.name} identifies people and is kept sealed: the database "
        "can neither search nor order by it. Read the rows the reader may see and compare them "
        "in Python."
    )


class SealedColumn(Col):
    """A column that can be read, but that no query can be ordered by."""

    def resolve_expression(self, *args: object, **kwargs: object) -> NoReturn:
        refuse(self.target)


class IsNullOnly(IsNull):
    """The one question the database can answer about a sealed value: is there one?"""

    def __init__(self, lhs: Any, rhs: bool) -> None:
        super().__init__(Col(lhs.alias, lhs.target) if isinstance(lhs, Col) else lhs, rhs)


class Identifying(AnyField):
    """What the identifying fields share. Each says how its value is written as text and read."""

    def to_words(self, value: Any) -> str:
        raise NotImplementedError

    def from_words(self, words: str) -> Any:
        raise NotImplementedError

    # In and out of the database

    @property
    def place(self) -> str:
        """Where values of this field belong: sealed for here, they open nowhere else."""
        return f"{self.model._meta.db_table}.{self.column}"

    def get_internal_type(self) -> str:
        return "TextField"

    def get_prep_value(self, value: Any) -> str | None:
        value = self.to_python(value)
        return None if value is None else seal(self.to_words(value), place=self.place)

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        return value if prepared else self.get_prep_value(value)

    def from_db_value(self, value: str | None, *args: object) -> Any:
        return None if value is None else self.from_words(unseal(value, place=self.place))

    # What is refused

    def get_lookup(self, lookup_name: str) -> type[IsNull]:
        return IsNullOnly if lookup_name == "isnull" else refuse(self)

    def get_transform(self, lookup_name: str) -> NoReturn:
        refuse(self)

    def get_col(self, alias: str | None, output_field: Any = None) -> Col:
        return SealedColumn(alias or self.model._meta.db_table, self, output_field)

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """Refuse what would make the database compare sealed values."""
        if self.unique or self.db_index:  # type: ignore[attr-defined]
            fault = "A sealed value can be neither unique nor indexed."
            return [*super().check(**kwargs), checks.Error(fault, obj=self, id="privacy.E001")]
        return super().check(**kwargs)


class IdentifyingTextField(Identifying, TextField):
    """A name, an address, words in which somebody could be known."""

    def to_words(self, value: str) -> str:
        return value

    def from_words(self, words: str) -> str:
        return words


class IdentifyingDateField(Identifying, DateField):
    """A birth date, or another day that tells who somebody is."""

    def to_words(self, value: date) -> str:
        return value.isoformat()

    def from_words(self, words: str) -> date:
        return date.fromisoformat(words)


class IdentifyingListField(Identifying):
    """Several names or addresses of one person, in order."""

    if TYPE_CHECKING:
        _pyi_private_set_type: list[str]
        _pyi_private_get_type: list[str]

    def to_words(self, value: list[str]) -> str:
        return json.dumps(value, ensure_ascii=False)

    def from_words(self, words: str) -> list[str]:
        values: list[str] = json.loads(words)
        return values

    def value_to_string(self, obj: models.Model) -> str:
        return self.to_words(self.value_from_object(obj))

    def to_python(self, value: Any) -> Any:
        return json.loads(value) if isinstance(value, str) else value

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        return super().formfield(**{"form_class": LinesField, **kwargs})
