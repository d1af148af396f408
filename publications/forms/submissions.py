from collections.abc import Sequence
from typing import Any

from django import forms as django_forms

from documents.forms import ProvenanceForm, ReceivedFileField
from pages import fields, forms
from pages.templatetags.dates import date_long
from publications.models import ItemKind, QaOutcome, QaReceipt, SentBy
from publications.rules.submissions import READABLE
from reports.models import Draft

ELSEWHERE = "none"


class PutTogetherForm(forms.Form):
    draft = django_forms.ChoiceField(
        label="Which draft is sent?",
        help_text="Its overview report, executive summary and action plan are printed and kept "
        "as they are sent.",
        widget=django_forms.RadioSelect,
        error_messages={"required": "Choose the draft that is sent"},
    )

    def __init__(self, *args: Any, drafts: Sequence[Draft], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.drafts = {str(draft.pk): draft for draft in drafts}
        elsewhere = fields.Hinted("None", hint="The papers were made elsewhere; I add them myself")
        choices = [(key, called(draft)) for key, draft in self.drafts.items()]
        self.fields["draft"].choices = [*choices, (ELSEWHERE, elsewhere)]  # type: ignore[attr-defined]

    def chosen(self) -> Draft | None:
        return self.drafts.get(self.cleaned_data["draft"])


def called(draft: Draft) -> fields.Hinted:
    made = f"{draft.get_purpose_display()}, made on {date_long(draft.made_on)}"
    return fields.Hinted(draft.name, hint=made)


class AddItemForm(forms.Form):
    kind = django_forms.ChoiceField(label="What is it?", choices=ItemKind)
    title = fields.LineField(
        label="What is it called in the pack?",
        help_text="Where its kind does not say enough. Nobody’s name.",
        max_length=200,
        required=False,
    )
    file = ReceivedFileField(
        label="The file",
        help_text="One that can be checked for names.",
        accept=READABLE,
    )


class SubmitForm(forms.Form):
    submitted_on = fields.DateField(label="When was it sent?", called="The day it was sent")
    sent_by = django_forms.ChoiceField(
        label="How was it sent?", choices=SentBy, widget=django_forms.RadioSelect
    )
    reason = fields.ParagraphField(
        label="Anything unusual about the day",
        help_text="Needed only where it was sent before an earlier step.",
        rows=2,
        required=False,
    )
    points_looked_at = django_forms.BooleanField(
        label="It is sent with these points open", required=False
    )

    def __init__(self, *args: Any, left_open: str, **kwargs: Any) -> None:
        """left_open: how many points of the last letter are not answered, in words."""
        super().__init__(*args, **kwargs)
        self.fields["points_looked_at"].help_text = left_open
        if not left_open:
            del self.fields["points_looked_at"]


class ReceiptForm(ProvenanceForm):
    """That the Home Office has a round."""

    received_on = fields.DateField(
        label="When did the Home Office have it?", called="The day it was received"
    )
    home_office_reference = fields.LineField(
        label="The Home Office's reference", max_length=100, width=20, required=False
    )
    board_on = fields.DateField(
        label="When does its quality assurance board meet?",
        called="The day of the board",
        required=False,
    )

    field_order = ["received_on", "home_office_reference", "board_on"]

    def __init__(self, *args: Any, receipt: QaReceipt | None, **kwargs: Any) -> None:
        names = (*self.field_order, "received_via", "on_behalf_of", "given_on")
        known = {name: getattr(receipt, name) for name in names} if receipt else {}
        super().__init__(*args, initial=known, **kwargs)
        self.fields["given_on"].label = "When did they say so?"
        self.fields["on_behalf_of"].label = "Who said so?"

    def receipt(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.field_order}


class LetterForm(ProvenanceForm):
    """The letter: its provenance is whose it is, of which day, and the file."""

    outcome = django_forms.ChoiceField(
        label="What does it say?",
        choices=[
            (QaOutcome.CLEARED, fields.Hinted("Cleared", hint="It may be published as it is")),
            (
                QaOutcome.CLEARED_WITH_CHANGES,
                fields.Hinted(
                    "Cleared subject to changes",
                    hint="It may be published once the changes are made",
                ),
            ),
            (
                QaOutcome.FURTHER_WORK,
                fields.Hinted("Further work", hint="It is to be sent again"),
            ),
        ],
        widget=django_forms.RadioSelect,
    )
    arrived_on = fields.DateField(
        label="When did it arrive?",
        called="The day it arrived",
        help_text="Where that was not on its own date.",
        required=False,
    )
    text = fields.ParagraphField(
        label="What the letter says, word for word",
        help_text="Leave it open: it is read from the file. Type or paste it where the file is a "
        "picture, or where what was read is wrong. This is what would be published.",
        rows=12,
        required=False,
    )

    field_order = ["outcome", "given_on", "on_behalf_of", "received_via", "original",
                   "arrived_on", "text"]  # fmt: skip

    def __init__(self, *args: Any, known: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, initial=known, **kwargs)
        self.fields["given_on"].label = "What is the date of the letter?"
        self.fields["on_behalf_of"].label = "Who signed it?"
        self.fields["original"].label = "The letter itself"
        self.fields["original"].help_text = "The file as it came. It is kept and not published."
