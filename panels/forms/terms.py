from collections.abc import Iterable
from typing import Any

from django import forms as django_forms

from pages import fields, forms
from panels.models import PeriodForm, Purpose, SectionKind, TermsOfReference
from panels.operations.terms_content import Period
from reviews.models import Person


class PeriodUnderReviewForm(forms.Form):
    period_from = fields.DateField(
        label="First day of the period",
        called="The first day",
        help_text="The true day. It is kept apart and never printed.",
        required=False,
    )
    period_to = fields.DateField(
        label="Last day of the period",
        called="The last day",
        help_text="Usually the day of the death.",
        required=False,
    )
    period_form = django_forms.ChoiceField(
        label="How is it printed?",
        choices=[
            (PeriodForm.MONTHS, fields.Hinted("Months and years", hint="March 2021 to June 2025")),
            (PeriodForm.YEARS, fields.Hinted("Years only", hint="2021 to 2025")),
            (
                PeriodForm.TO_DEATH,
                fields.Hinted("A month, until the death", hint="March 2021 until the death"),
            ),
        ],
        widget=django_forms.RadioSelect,
    )
    period_rationale = fields.ParagraphField(
        label="Why this period?",
        help_text="Printed. Without exact days.",
        rows=3,
        required=False,
    )
    outside_period = fields.ParagraphField(
        label="What is looked at although it lies outside?",
        help_text="Printed. Such as earlier contact that is plainly relevant, in summary.",
        rows=3,
        required=False,
    )

    def period(self) -> Period:
        return Period(**self.cleaned_data)

    @staticmethod
    def initial_of(terms: TermsOfReference) -> dict[str, Any]:
        return {name: getattr(terms, name) for name in PeriodUnderReviewForm.base_fields}


class SubjectsForm(forms.Form):
    subjects = django_forms.MultipleChoiceField(
        label="Whom is the review about?",
        help_text="They are printed by pseudonym, or by their part where they have none yet.",
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["subjects"].choices = [  # type: ignore[attr-defined]
            (pk, fields.Hinted(person.printed_name, hint=person.get_role_display()))
            for pk, person in self.people.items()
        ]

    def chosen(self) -> list[Person]:
        return [self.people[pk] for pk in self.cleaned_data["subjects"]]


class PurposesForm(forms.Form):
    purposes = django_forms.MultipleChoiceField(
        label="What is the review for?",
        help_text="Every review is for all six. Leave one out only where the panel has a reason.",
        choices=Purpose,
        widget=django_forms.CheckboxSelectMultiple,
        error_messages={"required": "Select at least one purpose"},
    )


class SectionForm(forms.Form):
    """One heading. The prompt says what a panel usually settles under it."""

    text = fields.ParagraphField(
        rows=14,
        required=False,
        error_messages={"required": "Write the section"},
    )

    def __init__(self, *args: Any, kind: SectionKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = kind.label
        self.fields[
            "text"
        ].help_text = (
            f"{kind.prompt} Each line becomes a numbered paragraph. Call people by pseudonym."
        )


class EnquiryForm(forms.Form):
    text = fields.ParagraphField(
        label="What does the review ask?",
        rows=3,
        error_messages={"required": "Write the line of enquiry"},
    )
    why = fields.ParagraphField(
        label="Why is it asked here?",
        help_text="Printed beneath it. What in this review makes the panel ask.",
        rows=3,
        required=False,
    )
