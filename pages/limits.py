"""
How long a text may be that somebody types, where its field does not say so itself.

A reason stands in lists and letters beside what it is a reason for; an answer is read as a whole.
What an agency or the panel writes as its report has no such limit.
"""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator

LONGEST_REASON = 5_000  # characters: two pages
LONGEST_ANSWER = 20_000  # eight pages; more is attached as a file
REASON = re.compile(r"(^|_)(reasons?|because|why|dissent)(_|$)")
ANSWERS = frozenset({"answer", "reply"})


class AtMost(MaxLengthValidator):
    """Says how long a text may be and how long it is, in figures that can be read."""

    def __call__(self, value: Any) -> None:
        try:
            super().__call__(value)
        except ValidationError as fault:
            numbers = {"limit_value": f"{self.limit_value:,}", "show_value": f"{len(value):,}"}
            params = {**(fault.params or {}), **numbers}
            raise ValidationError(fault.message, code=fault.code, params=params) from None


def limit_text(field: forms.Field, *, name: str) -> None:
    """Hold a field to the limit of its kind, and let each limit count what was typed."""
    most = most_of(name)
    is_text = isinstance(field, forms.CharField) and isinstance(field.widget, forms.Textarea)
    if (
        most
        and is_text
        and not any(isinstance(one, MaxLengthValidator) for one in field.validators)
    ):
        field.validators.append(AtMost(most))
    field.validators = [
        AtMost(one.limit_value) if type(one) is MaxLengthValidator else one
        for one in field.validators
    ]


def most_of(name: str) -> int | None:
    """Return how many characters a text of this name may have; None where it has no limit."""
    if REASON.search(name):
        return LONGEST_REASON
    return LONGEST_ANSWER if name in ANSWERS else None
