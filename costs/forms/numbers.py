from typing import Any
from unicodedata import category

from django.core.exceptions import ValidationError

from pages import fields

UNSEEN = ("Cc", "Cf")  # control characters, marks of writing direction, what has no width


class PaperNumberField(fields.LineField):
    """
    The number of an invoice, every sign of it to be seen.

    One that holds what is not seen could look like another on the page, or pass for a new one.
    """

    default_error_messages = {
        "unseen": "Type the number again: a mark in it cannot be seen. It comes with what is copied"
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"width": 20, "max_length": 60, **kwargs})

    def validate(self, value: Any) -> None:
        super().validate(value)
        if any(category(sign) in UNSEEN for sign in value):
            raise ValidationError(self.error_messages["unseen"], code="unseen")
