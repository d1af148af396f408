from typing import Any

from pages import fields, forms


class CodeForm(forms.Form):
    """The code that was sent, or read out by telephone."""

    code = fields.LineField(
        label="Your code",
        help_text="8 digits. Spaces do not matter.",
        width=10,
        max_length=20,
        autocomplete="one-time-code",
        error_messages={"required": "Enter the code"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"
