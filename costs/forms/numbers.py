from typing import Any

from django.core.exceptions import ValidationError

from pages import fields
from reviews.checks.folding import holds_unseen


class PaperNumberField(fields.LineField):
    """
    The number of an invoice, every sign of it to be seen, joiners too.

    One that holds what is not seen could look like another on the page, or pass for a new one.
    """

    default_error_messages = {
        "unseen": "Type the number again: a mark in it cannot be seen. It comes with what is copied"
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"width": 20, "max_length": 60, **kwargs})

    def validate(self, value: Any) -> None:
        super().validate(value)
        if holds_unseen(value):
            raise ValidationError(self.error_messages["unseen"], code="unseen")
