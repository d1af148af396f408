from collections.abc import Sequence
from typing import Any

from django import forms as django_forms

from documents.forms import ProvenanceForm, ReceivedFileField
from pages import fields, forms
from panels.forms.agreeing import OTHERWISE, in_words, round_in_words
from panels.models import AgreementRound, Meeting
from reports.operations.sign_off import Decided


class AgreementForm(forms.Form):
    """Where and when the panel agreed a draft."""

    where = django_forms.ChoiceField(
        label="Where was it agreed?",
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select where it was agreed"},
    )
    otherwise = fields.LineField(
        label="Where else?",
        help_text="Only where none of these fits, such as by email before this system.",
        max_length=200,
        required=False,
    )
    agreed_on = fields.DateField(label="When was it agreed?", called="The day of the agreement")
    reason = fields.ParagraphField(
        label="Anything unusual",
        help_text="Needed where the day comes before an earlier step of the review, or where a "
        "round did not agree it and it stands all the same.",
        rows=3,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        meetings: Sequence[Meeting],
        rounds: Sequence[AgreementRound],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.meetings = {f"meeting-{meeting.pk}": meeting for meeting in meetings}
        self.rounds = {f"round-{row.pk}": row for row in rounds}
        self.fields["where"].choices = [  # type: ignore[attr-defined]
            *((key, in_words(meeting)) for key, meeting in self.meetings.items()),
            *((key, round_in_words(row)) for key, row in self.rounds.items()),
            (OTHERWISE, "Somewhere else"),
        ]

    def agreement(self) -> dict[str, Any]:
        """Return what was answered, as `operations.agreement.record_agreement` takes it."""
        said = self.cleaned_data
        where = said["where"]
        return {
            "agreed_on": said["agreed_on"],
            "meeting": self.meetings.get(where),
            "agreement_round": self.rounds.get(where),
            "otherwise": said["otherwise"] if where == OTHERWISE else "",
            "reason": said["reason"],
        }


class SignOffForm(ProvenanceForm):
    """What the partnership decided. The chair is not asked where it comes from."""

    body = fields.LineField(
        label="Which meeting or body signed it off?",
        help_text="Such as the community safety partnership board.",
        max_length=200,
        error_messages={"required": "Enter the meeting or body that signed it off"},
    )
    signed_on = fields.DateField(label="When?", called="The day of the sign-off")
    decided_by = fields.LineField(
        label="Who decided?",
        help_text="Name and post of the CSP chair.",
        max_length=200,
        error_messages={"required": "Enter who decided"},
    )
    conditions = fields.ParagraphField(
        label="Conditions", help_text="What is still to be done.", rows=3, required=False
    )
    dissent = fields.ParagraphField(label="Who disagreed, and why", rows=3, required=False)
    minute = ReceivedFileField(
        label="The minute",
        help_text="It can be attached later; the review moves on once it is.",
        required=False,
    )
    unusual_reason = fields.ParagraphField(
        label="Anything unusual about the day",
        help_text="Needed only where it comes before an earlier step, or while the family still "
        "have time to read the draft.",
        rows=2,
        required=False,
    )

    field_order = [
        "body", "signed_on", "decided_by", "conditions", "dissent", "minute", "unusual_reason",
    ]  # fmt: skip

    def __init__(self, *args: Any, by_the_chair: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if by_the_chair:
            for name in ProvenanceForm.base_fields:
                del self.fields[name]

    def decided(self) -> Decided:
        names = ("body", "signed_on", "decided_by", "conditions", "dissent")
        return Decided(**{name: self.cleaned_data[name] for name in names})


class MinuteForm(forms.Form):
    minute = ReceivedFileField(label="The minute")
