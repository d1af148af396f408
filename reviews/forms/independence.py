from itertools import groupby
from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet

from agencies.models import Agency
from pages import fields, forms
from pages.widgets import FoldedCheckboxes
from reviews.models import Capacity, Decided, Review
from reviews.models.independence import questions_for


class PartForm(forms.Form):
    """What an officer, or somebody senior who signs off, declares of themselves."""

    connections = fields.ParagraphField(
        label="What lies behind your answers?",
        help_text="Needed where you answered yes: what, when, and why others can rely on you.",
        required=False,
    )

    def __init__(self, *args: Any, part: Capacity, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions_for(part)
        for question in self.questions:
            self.fields[question.code] = field = fields.YesNoField(label=question.words)
            forms.say_what_is_missing(field, label=question.words)
        if part == Capacity.OFFICER:
            asked = Agency.objects.filter(involvements__review=review)
            self.fields["bodies"] = self.bodies_among(asked.order_by("name"))
        # What is asked of everybody comes first: there may be fifty agencies to look through
        codes = [question.code for question in self.questions]
        self.order_fields([*codes, "connections", "bodies"])

    @staticmethod
    def bodies_among(asked: QuerySet[Agency]) -> "django_forms.ModelMultipleChoiceField[Agency]":
        field = django_forms.ModelMultipleChoiceField(
            label="Which of these agencies does your team belong to?",
            help_text=(
                "Open a kind of agency to find yours. For an agency ticked you enter no sign-off, "
                "accept nothing and check no action."
            ),
            queryset=asked,
            widget=FoldedCheckboxes,
            required=False,
        )
        kinds = groupby(sorted(asked, key=kind_of), key=kind_of)
        field.choices = [(kind, [(body.pk, body.name) for body in of]) for kind, of in kinds]
        return field

    def answers(self) -> dict[str, bool]:
        return {question.code: self.cleaned_data[question.code] for question in self.questions}


def kind_of(body: Agency) -> str:
    return body.get_kind_display()


class DecideForm(forms.Form):
    decided = django_forms.ChoiceField(
        label="What do you decide?",
        choices=[
            (Decided.ACCEPTED, "Accept it: they can play their part"),
            (Decided.DECLINED, "Decline it: somebody else takes their place"),
        ],
        widget=django_forms.RadioSelect,
        error_messages={"required": "Say whether you accept it"},
    )
    because = fields.ParagraphField(
        label="Why?",
        help_text="Where you accept it, the report prints this. Name nobody of the case.",
        error_messages={"required": "Give the reason. It prints in the report"},
        rows=4,
    )
