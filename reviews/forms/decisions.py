from typing import Any

from django import forms as django_forms

from documents.forms import ProvenanceForm, ReceivedFileField
from pages import fields, forms
from reviews.models import NoticeKind, NoticeRoute, Outcome, Review, Standing


class DecisionForm(ProvenanceForm):
    """What the CSP chair decided. The chair is not asked where it comes from."""

    outcome = django_forms.ChoiceField(
        label="What was decided?", choices=Outcome, widget=django_forms.RadioSelect
    )
    joint_with = fields.LineField(
        label="Held jointly with",
        help_text="For a joint review only, such as a safeguarding adults review",
        required=False,
    )
    standing = django_forms.ChoiceField(
        label="Is it final?",
        choices=[
            (
                Standing.PROVISIONAL,
                fields.Hinted("Provisional", hint="Something is still to be found out"),
            ),
            (Standing.CONFIRMED, fields.Hinted("Confirmed", hint="It stands; others can be told")),
        ],
        widget=django_forms.RadioSelect,
    )
    decided_on = fields.DateField(label="When was it decided?", called="The day of the decision")
    decided_by = fields.LineField(label="Who decided?", help_text="Name and post of the CSP chair")
    eligibility = django_forms.MultipleChoiceField(
        label="Which of these were found to be so?",
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )
    limb = django_forms.ChoiceField(
        label="Which part of the definition does the death meet?", required=False
    )
    circumstances = django_forms.MultipleChoiceField(
        label="Circumstances of concern",
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )
    rationale = fields.ParagraphField(
        label="Reasons", error_messages={"required": "Give the reasons for the decision"}
    )
    dissent = fields.ParagraphField(label="Who disagreed, and why", rows=3, required=False)
    minute = ReceivedFileField(label="Minute of the decision", required=False)
    unusual_reason = fields.ParagraphField(
        label="Anything unusual about the day",
        help_text="Needed only where the decision comes before an earlier step.",
        rows=2,
        required=False,
    )

    field_order = [
        "outcome", "joint_with", "standing", "decided_on", "decided_by", "eligibility", "limb",
        "circumstances", "rationale", "dissent", "minute", "unusual_reason",
    ]  # fmt: skip

    def __init__(self, *args: Any, review: Review, by_the_chair: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regime = review.regime
        self.fields["eligibility"].choices = regime.eligibility  # type: ignore[attr-defined]
        self.fields["circumstances"].choices = regime.circumstances  # type: ignore[attr-defined]
        self.fields["limb"].choices = [("", "None, or not known yet"), *regime.limbs]  # type: ignore[attr-defined]
        if by_the_chair:
            for name in ProvenanceForm.base_fields:
                del self.fields[name]

    def answers(self) -> dict[str, Any]:
        names = ("outcome", "standing", "decided_on", "decided_by", "unusual_reason")
        return {name: self.cleaned_data[name] for name in names}

    def reasons(self) -> dict[str, Any]:
        names = ("rationale", "dissent", "limb", "eligibility", "circumstances", "joint_with")
        return {name: self.cleaned_data[name] for name in names}


class NoticeForm(forms.Form):
    kind = django_forms.ChoiceField(
        label="Who was told of what?", choices=NoticeKind, widget=django_forms.RadioSelect
    )
    sent_on = fields.DateField(label="Date of the letter", called="The date of the letter")
    route = django_forms.ChoiceField(
        label="How did it go?", choices=NoticeRoute, widget=django_forms.RadioSelect
    )
    reference = fields.LineField(
        label="Their reference",
        help_text="Where the other side gave one",
        max_length=100,
        required=False,
    )
    letter = ReceivedFileField(label="The letter", required=False)
    note = fields.ParagraphField(label="Note", rows=3, required=False)
