"""What the author of an IMR is asked, a noun to a page."""

from typing import Any

from django import forms as django_forms

from documents.forms import ProvenanceForm, ReceivedFileField
from documents.kinds import DocumentKind
from evidence.models import EnquiryAnalysis, Extent, ImrPoint, ImrVersion, PointKind
from pages import fields, forms

REPORT_FILES = frozenset({DocumentKind.DOCX, DocumentKind.PDF})


class FoundForm(forms.Form):
    extent = django_forms.ChoiceField(
        label="How much did you find?",
        choices=[
            (Extent.NOTHING, fields.Hinted("Nothing", hint="No trace of any of these people.")),
            (Extent.LITTLE, fields.Hinted("A little", hint="A few contacts on few days.")),
            (Extent.MUCH, fields.Hinted("Much", hint="Contact over a time, or on important days.")),
        ],
        widget=django_forms.RadioSelect,
        error_messages={"required": "Say how much you found"},
    )
    facts = fields.ParagraphField(
        label="What did you find?",
        help_text=(
            "The main facts in a few paragraphs. If your document says it, a sentence or two will "
            "do here."
        ),
        rows=10,
        required=False,
    )


class MethodsForm(forms.Form):
    records_read = fields.ParagraphField(
        label="Which records did you read?",
        help_text="Each system and file by name, and over which time.",
        error_messages={"required": "Say which records you read"},
    )
    staff_interviewed = fields.ParagraphField(
        label="Which staff did you speak to?",
        help_text="By post, not by name. Say so if you spoke to nobody, and why.",
        required=False,
    )
    interviews_cleared = fields.ParagraphField(
        label="What did the police say about interviews?",
        help_text="Where staff may be witnesses in a trial, the police are asked first.",
        rows=2,
        required=False,
    )


class PolicyForm(forms.Form):
    policy_and_training = fields.ParagraphField(
        label="What was expected of staff then, and what is now?", rows=10, required=False
    )


class FeedbackForm(forms.Form):
    feedback_to_staff_on = fields.DateField(
        label="When were the staff concerned told what you found?",
        help_text="Leave it empty until they have been told.",
        called="The day",
        required=False,
    )


PART_FORMS: dict[str, type[forms.Form]] = {
    "found": FoundForm,
    "methods": MethodsForm,
    "policy": PolicyForm,
    "feedback": FeedbackForm,
}


def initial_of(kind: type[forms.Form], version: ImrVersion | None) -> dict[str, Any]:
    """Return what is written already, in the boxes of a form."""
    return {name: getattr(version, name) for name in kind.base_fields} if version else {}


class AnalysisForm(forms.Form):
    text = fields.ParagraphField(
        label="What does your agency say on it?",
        help_text="What was done, how that looks now, and why it was so.",
        rows=10,
        required=False,
    )
    where = fields.LineField(
        label="Or where does your document say it?",
        help_text="Such as: section 5, or pages 12 to 15.",
        max_length=200,
        required=False,
    )
    has_nothing = django_forms.BooleanField(
        label="Our records hold nothing on this line", required=False
    )

    @staticmethod
    def initial_of(analysis: EnquiryAnalysis | None) -> dict[str, Any]:
        names = ("text", "where", "has_nothing")
        return {name: getattr(analysis, name) for name in names} if analysis else {}


class PointForm(forms.Form):
    text = fields.ParagraphField(label="In your words", rows=4)
    done_on = fields.DateField(
        label="When was it done?", called="The day it was done", required=False
    )

    def __init__(self, *args: Any, kind: PointKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = kind.prompt
        self.fields["text"].error_messages["required"] = f"Describe the {kind.one}"
        if not kind.has_day:
            del self.fields["done_on"]

    @staticmethod
    def initial_of(point: ImrPoint) -> dict[str, Any]:
        return {"text": point.text, "done_on": point.done_on}


class UploadForm(forms.Form):
    document = ReceivedFileField(label="The document", accept=REPORT_FILES)


class EnterForm(ProvenanceForm):
    """What an agency sent elsewhere, entered as its version."""

    document = ReceivedFileField(label="The document that the agency sent", accept=REPORT_FILES)

    field_order = ["document", "received_via", "on_behalf_of", "given_on", "original"]
