from typing import Any

from pages import fields, forms
from proceedings.models import MediaEntry
from proceedings.rules import Coverage
from reviews.forms.sealed import READ_BY_PANEL


class MediaForm(forms.Form):
    """What an outlet asked or brought, and what was answered."""

    happened_on = fields.DateField(
        label="When?", called="The day", error_messages={"required": "Enter the day"}
    )
    outlet = fields.LineField(
        label="Which newspaper, broadcaster or other outlet?",
        max_length=200,
        error_messages={"required": "Say which"},
    )
    what = fields.ParagraphField(
        label="What did they ask or bring?",
        help_text=READ_BY_PANEL,
        rows=4,
        error_messages={"required": "Say what they asked or brought"},
    )
    answered_by = fields.LineField(
        label="Who answered, for which body?", help_text=READ_BY_PANEL, required=False
    )
    line = fields.ParagraphField(
        label="The line taken", help_text="Word for word, if there was one.", rows=4, required=False
    )

    def coverage(self) -> Coverage:
        return Coverage(**self.cleaned_data)

    @staticmethod
    def initial_of(entry: MediaEntry) -> dict[str, Any]:
        return {name: getattr(entry, name) for name in MediaForm.base_fields}
