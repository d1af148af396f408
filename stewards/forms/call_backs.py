from django import forms as django_forms

from pages import fields, forms
from stewards.operations.call_backs import Call


class CallBackForm(forms.Form):
    asked_by = fields.LineField(
        label="Who rang?",
        max_length=200,
        error_messages={"required": "Enter who rang"},
    )
    number = fields.LineField(
        label="Which number did you ring back?",
        help_text="A number you knew before this call, not one that was given in it.",
        width=20,
        max_length=40,
        error_messages={"required": "Enter the number you rang back"},
    )
    number_known_from = fields.LineField(
        label="Where did you know this number from?",
        help_text="Such as the directory of agencies, or the switchboard of the agency",
        max_length=300,
        error_messages={"required": "Enter where you knew the number from"},
    )
    identity_checked = fields.ParagraphField(
        label="How did you check that it was them?",
        rows=3,
        error_messages={"required": "Say how you checked that it was them"},
    )
    called_on = fields.DateField(label="When did you ring back?", called="The day of the call")
    known_before = django_forms.BooleanField(
        label="I rang back on a number that I knew before this call",
        error_messages={"required": "Ring back on a number you knew before, and say so here"},
    )

    def call(self) -> Call:
        said = {**self.cleaned_data}
        del said["known_before"]
        return Call(**said)
