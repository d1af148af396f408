"""What is asked of whoever signs a chronology off, gives it back or releases it."""

from typing import Any

from documents.forms import ProvenanceForm
from pages import fields, forms


class GiveBackForm(forms.Form):
    reason = fields.ParagraphField(
        label="What is to be changed?",
        help_text="Its author reads this.",
        error_messages={"required": "Say what is to be changed"},
    )


class SignOffForm(forms.Form):
    note = fields.ParagraphField(label="Anything to add for the chair?", rows=3, required=False)


class SignOffForThemForm(ProvenanceForm):
    """A sign-off that was given elsewhere."""

    note = fields.ParagraphField(label="Anything they added for the chair?", rows=3, required=False)

    field_order = ["on_behalf_of", "given_on", "received_via", "original", "note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on_behalf_of"].label = "Who signed it off?"
        self.fields["on_behalf_of"].help_text = "Name and post. Not whoever sent it."
        self.fields["given_on"].label = "When did they sign it off?"
        self.fields["received_via"].label = "How did the sign-off reach you?"


class TakeBackForm(forms.Form):
    reason = fields.ParagraphField(
        label="Why is the release taken back?",
        rows=3,
        error_messages={"required": "Say why the release is taken back"},
    )
