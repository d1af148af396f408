from collections.abc import Sequence
from typing import Any

from django import forms as django_forms

from documents.forms import ProvenanceForm
from pages import fields, forms
from publications.forms.submissions import called
from publications.models import Choice, Compelling, FamilyView, PublicText, Published
from reports.models import Draft
from reviews.models import Standing


class DecideForm(ProvenanceForm):
    """Whether the world may read it. The CSP chair is not asked where the decision comes from."""

    choice = django_forms.ChoiceField(
        label="What was decided?", choices=Choice, widget=django_forms.RadioSelect
    )
    items = django_forms.MultipleChoiceField(
        label="What is published?",
        help_text="Where the report is not published, the executive summary may be, or nothing.",
        choices=Published,
        initial=[Published.REPORT, Published.SUMMARY, Published.LETTER],
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )
    standing = django_forms.ChoiceField(
        label="Is it final?",
        choices=[
            (Standing.PROVISIONAL, fields.Hinted("Provisional", hint="Something is still open")),
            (Standing.CONFIRMED, fields.Hinted("Confirmed", hint="It can be carried out")),
        ],
        widget=django_forms.RadioSelect,
    )
    compelling = django_forms.MultipleChoiceField(
        label="What weighs so much that it is not published?",
        help_text="Only where it is not published. Ask first whether leaving something out, or a "
        "later day, would do.",
        choices=Compelling,
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )
    reasons = fields.ParagraphField(
        label="Reasons", help_text="Needed where it is not published.", rows=5, required=False
    )
    planned_on = fields.DateField(
        label="On which day is it to be published?",
        called="The day it is to be published",
        required=False,
    )
    family_view = django_forms.ChoiceField(
        label="Did the family agree the day?",
        choices=FamilyView,
        widget=django_forms.RadioSelect,
    )
    family_note = fields.LineField(
        label="Note on this",
        help_text="Nothing that is kept in the family’s own pages, and nobody’s name.",
        max_length=300,
        required=False,
    )
    decided_on = fields.DateField(label="When was it decided?", called="The day of the decision")
    decided_by = fields.LineField(
        label="Who decided?", help_text="Name and post of the CSP chair", max_length=200
    )

    field_order = [
        "choice", "items", "standing", "compelling", "reasons", "planned_on", "family_view",
        "family_note", "decided_on", "decided_by",
    ]  # fmt: skip

    def __init__(self, *args: Any, by_the_chair: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if by_the_chair:
            for name in ProvenanceForm.base_fields:
                del self.fields[name]

    def decision(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.field_order}


class IntroduceForm(forms.Form):
    draft = django_forms.ChoiceField(
        label="Which draft is published?",
        widget=django_forms.RadioSelect,
        error_messages={"required": "Choose the draft that is published"},
    )
    title = fields.LineField(
        label="What is the report called in the library?",
        help_text="By pseudonym, as its title page has it.",
        max_length=200,
    )
    about = fields.ParagraphField(
        label="One paragraph about it",
        help_text="What happened in the month and year, who took part, what was asked. Readers "
        "who knew her or him read this first.",
        rows=6,
    )

    def __init__(
        self, *args: Any, drafts: Sequence[Draft], standing: PublicText | None, **kwargs: Any
    ) -> None:
        known = (
            {"draft": str(standing.draft_id), "title": standing.title, "about": standing.about}
            if standing
            else {"draft": str(drafts[0].pk) if drafts else ""}
        )
        super().__init__(*args, initial={**known, **kwargs.pop("initial", {})}, **kwargs)
        self.drafts = {str(draft.pk): draft for draft in drafts}
        self.fields["draft"].choices = [  # type: ignore[attr-defined]
            (key, called(draft)) for key, draft in self.drafts.items()
        ]

    def text(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "draft": self.drafts[said["draft"]],
            "title": said["title"],
            "about": said["about"],
        }


class PublishForm(forms.Form):
    published_on = fields.DateField(label="On which day?", called="The day it is published")
    reason = fields.ParagraphField(
        label="Anything unusual about the day",
        help_text="Needed only where it lies before an earlier step.",
        rows=2,
        required=False,
    )
    instead_of = django_forms.IntegerField(required=False, widget=django_forms.HiddenInput)


class TakeDownForm(forms.Form):
    taken_down_on = fields.DateField(label="On which day?", called="The day it is taken down")
    reason = fields.ParagraphField(
        label="Why is it taken down?",
        rows=4,
        error_messages={"required": "Say why it is taken down"},
    )
