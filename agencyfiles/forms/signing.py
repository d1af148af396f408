"""What is asked about a sign-off by somebody without an account."""

from typing import Any

from agencyfiles.operations.signing import Senior
from agencyfiles.rules import CAPACITY
from documents.forms import ReceivedFileField
from documents.kinds import DocumentKind
from pages import fields, forms

SCANS = frozenset({DocumentKind.PDF, DocumentKind.PNG, DocumentKind.JPEG})


class SeniorForm(forms.Form):
    full_name = fields.LineField(
        label="Who signs it off?", help_text="Not the author.", max_length=200
    )
    job_title = fields.LineField(label="Their post", max_length=200)
    email = fields.EmailField(
        label="Their email address",
        help_text="Their own, and not one that several people read: the code goes there too.",
    )

    def senior(self) -> Senior:
        return Senior(**self.cleaned_data)


class SignedPageForm(forms.Form):
    signed_by = fields.LineField(
        label="Who signed it?", help_text="Name and post. Not the author.", max_length=200
    )
    signed_on = fields.DateField(label="When did they sign it?", called="The day")
    page = ReceivedFileField(
        label="The page that they signed",
        help_text="A scan or a photograph.",
        accept=SCANS,
        error_messages={"required": "Select the scan of the signed page"},
    )


class SignForm(forms.Form):
    """
    The sign-off itself, by somebody who typed the code.

    named: whom the document names instead of them; then they say in which capacity they sign.
    """

    capacity = fields.ParagraphField(
        label="In which capacity do you sign?",
        help_text="Such as: deputy of the person named, or in the post now.",
        rows=2,
        max_length=1_000,
        error_messages={"required": CAPACITY},
    )
    note = fields.ParagraphField(
        label="Anything to add for the panel?", rows=3, max_length=5_000, required=False
    )

    def __init__(self, *args: Any, named: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not named:
            del self.fields["capacity"]
