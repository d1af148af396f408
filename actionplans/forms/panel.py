"""What is asked about agencies' own recommendations, and about what they say of findings."""

from datetime import date
from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet

from actionplans.forms.thread import AgencyChoice
from actionplans.models import PanelChoice, Recommendation, ResponseKind
from actionplans.operations.dispositions import Decided
from documents.forms import ProvenanceForm
from pages import fields, forms
from reviews.models import AgencyInvolvement


class OneNumberedChoice(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    """A recommendation, by its number and the beginning of what it says."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.number}. {obj.text[:120]}{'…' if len(obj.text) > 120 else ''}"


class DispositionForm(forms.Form):
    choice = django_forms.ChoiceField(
        label="What does the panel make of it?",
        choices=PanelChoice.choices,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select what the panel makes of it"},
    )
    recommendation = OneNumberedChoice(
        label="If it is taken into another recommendation: which?",
        queryset=Recommendation.objects.none(),
        empty_label="None",
        required=False,
    )
    reason = fields.ParagraphField(
        label="Why?",
        help_text="In words that the agency can read.",
        rows=4,
        error_messages={"required": "Enter the panel’s reason"},
    )
    decided_on = fields.DateField(label="When did the panel decide?", called="The day")

    def __init__(
        self, *args: Any, recommendations: QuerySet[Recommendation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["recommendation"]
        chosen.queryset = recommendations  # type: ignore[attr-defined]

    def decided(self) -> Decided:
        names = ("choice", "recommendation", "reason", "decided_on")
        return Decided(**{name: self.cleaned_data[name] for name in names})

    @staticmethod
    def initial_of(today: date) -> dict[str, Any]:
        return {"decided_on": today}


class AgencyResponseForm(ProvenanceForm):
    agency = AgencyChoice(
        label="Which agency answered?",
        queryset=AgencyInvolvement.objects.none(),
        error_messages={"required": "Select the agency"},
    )
    kind = django_forms.ChoiceField(
        label="What does it say of the finding?",
        choices=ResponseKind.choices,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select what it says"},
    )
    words = fields.ParagraphField(
        label="In its words",
        help_text="Needed where it disputes the finding, or accepts it in part.",
        rows=4,
        required=False,
    )
    field_order = [
        "agency", "kind", "words", "received_via", "on_behalf_of", "given_on", "original",
    ]  # fmt: skip

    def __init__(self, *args: Any, agencies: QuerySet[AgencyInvolvement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
