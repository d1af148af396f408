from typing import Any

from django import forms as django_forms

from families.models import ChildRecordCopy
from pages import fields, forms


class CopyForm(forms.Form):
    """How far the copy of the report on one child's record is."""

    holder = fields.LineField(
        label="Who holds the record?",
        help_text="Such as children’s social care, with a name to ask for.",
        required=False,
    )
    asked_on = fields.DateField(
        label="When were they asked to put a copy on it?", called="The day", required=False
    )
    confirmed_on = fields.DateField(
        label="When did they confirm that it is there?", called="The day", required=False
    )
    confirmed_by = fields.LineField(
        label="Who confirmed it?", help_text="Name and post.", required=False
    )
    needs_none = django_forms.BooleanField(label="No copy is needed", required=False)
    why_none = fields.ParagraphField(
        label="Why is none needed?",
        help_text="Such as a child who has grown up and has no record.",
        rows=2,
        required=False,
    )

    @staticmethod
    def initial_of(copy: ChildRecordCopy | None) -> dict[str, Any]:
        return {name: getattr(copy, name) for name in CopyForm.base_fields} if copy else {}
