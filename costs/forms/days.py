from typing import Any

from pages import fields


class UnusualField(fields.ParagraphField):
    """Why a day comes before the one that it usually follows."""

    def __init__(self, **kwargs: Any) -> None:
        defaults = {
            "label": "Anything unusual about the day",
            "help_text": "Needed only where it was before the partnership was told of the death.",
            "rows": 2,
            "required": False,
        }
        super().__init__(**{**defaults, **kwargs})
