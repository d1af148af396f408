from typing import Any

from documents.forms import ReceivedFileField
from documents.pictures import PICTURES
from families.forms.entry import choice
from families.models import ExtractKind, Reach
from families.operations.extracts import Permitted
from pages import fields, forms


class ExtractForm(forms.Form):
    """What somebody lets others see, exactly, and how far."""

    kind = choice("What is it?", ExtractKind)
    words = fields.ParagraphField(
        label="The exact words",
        help_text="They do not change later. Of a photograph: what it shows.",
        rows=8,
        error_messages={"required": "Enter the exact words"},
    )
    picture = ReceivedFileField(
        label="The photograph",
        help_text="Kept without the place, day and camera that a file carries along.",
        accept=PICTURES,
        is_picture=True,
        required=False,
    )
    allowed_to = choice("How far do they allow it to go?", Reach)
    allowed_by = fields.LineField(
        label="Who gave permission, and how?", help_text="Such as their mother, in a signed letter."
    )
    allowed_on = fields.DateField(label="When did they give it?", called="The day")

    def permitted(self) -> Permitted:
        given: dict[str, Any] = {
            name: said for name, said in self.cleaned_data.items() if name != "picture"
        }
        return Permitted(**given)


class RevokeForm(forms.Form):
    revoked_on = fields.DateField(label="When did they say so?", called="The day")
    because = fields.ParagraphField(label="What did they say?", rows=3, required=False)
