"""What senior people and the panel are asked about a version."""

from typing import Any

from django import forms as django_forms

from documents.forms import ProvenanceForm
from evidence.operations.imr_sign_off import Signature
from pages import fields, forms

NOW, LATER = "NOW", "LATER"


class GiveBackForm(forms.Form):
    note_to_author = fields.ParagraphField(
        label="What is to be changed?",
        help_text="The author reads this.",
        error_messages={"required": "Say what is to be changed"},
    )


class SignOffForm(forms.Form):
    """The sign-off of somebody senior, in person."""

    when = django_forms.ChoiceField(
        label="When does it go to the panel?",
        choices=[
            (NOW, fields.Hinted("Now", hint="The independent chair can read it at once.")),
            (
                LATER,
                fields.Hinted(
                    "Later",
                    hint="Somebody has to look at it first, such as the police. You send it.",
                ),
            ),
        ],
        widget=django_forms.RadioSelect,
        error_messages={"required": "Say when it goes to the panel"},
    )
    note = fields.ParagraphField(label="Anything to add for the panel?", rows=3, required=False)

    def signature(self, *, full_name: str, today: Any) -> Signature:
        said = self.cleaned_data
        return Signature(
            full_name=full_name,
            signed_off_on=today,
            received_on=today if said["when"] == NOW else None,
            note=said["note"],
        )


class SignOffForThemForm(ProvenanceForm):
    """A sign-off that was given elsewhere."""

    received_on = fields.DateField(
        label="When did it reach the panel?",
        help_text="Leave it empty where it has not.",
        called="The day",
        required=False,
    )
    note = fields.ParagraphField(label="Anything they added for the panel?", rows=3, required=False)
    unusual_reason = fields.ParagraphField(
        label="Anything unusual about the day",
        help_text="Needed only where it was signed off before it was asked for.",
        rows=2,
        required=False,
    )

    field_order = ["on_behalf_of", "given_on", "received_via", "original", "received_on", "note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on_behalf_of"].label = "Who signed it off?"
        self.fields["on_behalf_of"].help_text = "Name and post. Not the author."
        self.fields["given_on"].label = "When did they sign it off?"
        self.fields["received_via"].label = "How did the sign-off reach you?"

    def signature(self) -> Signature:
        said = self.cleaned_data
        return Signature(
            full_name=said["on_behalf_of"],
            signed_off_on=said["given_on"],
            received_on=said["received_on"],
            note=said["note"],
            unusual_reason=said["unusual_reason"],
        )


class SendForm(forms.Form):
    received_on = fields.DateField(label="When did it reach the panel?", called="The day")


class AcceptForm(forms.Form):
    accepted_on = fields.DateField(
        label="When did the panel accept it?",
        help_text="The day of the meeting, or today.",
        called="The day",
    )
    words = fields.ParagraphField(
        label="What does the panel make of it?",
        help_text="The agency and the panel read this.",
        required=False,
    )
    unusual_reason = fields.ParagraphField(
        label="Anything unusual about the day",
        help_text="Needed only where it was accepted before it was received here.",
        rows=2,
        required=False,
    )


class TakeBackForm(forms.Form):
    reason = fields.ParagraphField(
        label="Why is the acceptance taken back?",
        rows=3,
        error_messages={"required": "Say why the acceptance is taken back"},
    )
