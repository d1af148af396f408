"""What is asked about a file with an action plan."""

from datetime import date
from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError

from actionplans.models import Scope
from actionplans.queries.plan_reading import Understood, short
from actionplans.readers.columns import PlanColumn
from actionplans.readers.found import CONSOLIDATED, Section
from actionplans.readers.numbers import folded
from actionplans.readers.opening import ACCEPTED, MAX_ROWS
from documents.forms import ReceivedFileField
from pages import fields, forms

SAYS_WHAT = (PlanColumn.RECOMMENDATION, PlanColumn.ACTION)


class PlanFileForm(forms.Form):
    document = ReceivedFileField(
        label="The action plan",
        help_text=(
            f"Up to {MAX_ROWS:,} rows. Any order and wording of its columns will do. A PDF cannot "
            "be read: ask for the Word or Excel file."
        ),
        accept=ACCEPTED,
        error_messages={"required": "Select the file with the plan"},
    )
    plan_on = fields.DateField(
        label="What day is the plan of?",
        called="The day of the plan",
        help_text="If you know it. Milestones after it are pointed out.",
        required=False,
    )


class PlanColumnsForm(forms.Form):
    """One select for each column of one part of a file."""

    def __init__(self, *args: Any, section: Section, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.width = len(section.columns)
        for place, column in enumerate(section.columns):
            self.fields[f"column{place}"] = django_forms.ChoiceField(
                label=f"“{section.heading(place)}”",
                choices=[(one.value, one.label) for one in PlanColumn],
                initial=column.value,
            )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        columns = self.columns()
        if not any(column in columns for column in SAYS_WHAT):
            raise ValidationError("Choose the column that says what is recommended, or to be done")
        known = [one for one in columns if one is not PlanColumn.OTHER]
        twice = [one for one in known if known.count(one) > 1]
        if twice:
            raise ValidationError(f"Only one column can be “{twice[0].label}”")
        return said

    def columns(self) -> list[PlanColumn]:
        names = (f"column{place}" for place in range(self.width))
        return [PlanColumn(self.cleaned_data[name]) for name in names if name in self.cleaned_data]


class MendForm(forms.Form):
    """
    What the words of one recommendation mean, where they were misread; or why it is left out.

    The words of the file are kept with it, whatever is said here.
    """

    number = fields.LineField(label="Number in the plan", max_length=40, required=False)
    text = fields.ParagraphField(label="Recommendation", required=False)
    agency = fields.LineField(
        label="Agency it is addressed to",
        help_text="As it is called in this review, or a body outside it.",
        max_length=200,
        required=False,
    )
    scope = django_forms.ChoiceField(label="Scope of recommendation", choices=Scope.choices)

    def __init__(self, *args: Any, one: Understood, **kwargs: Any) -> None:
        self.one = one
        read = one.read
        initial: dict[str, Any] = {
            "number": read.number,
            "text": read.text,
            "agency": read.agency,
            "scope": one.scope,
            "left_out": one.left_out,
        }
        targets = {f"target{place}": action for place, action in enumerate(one.actions)}
        initial.update({name: action.target.day for name, action in targets.items()})
        super().__init__(*args, initial=initial, **kwargs)
        if read.layout == CONSOLIDATED:
            del self.fields["scope"]
            targets = {}
        for name, action in targets.items():
            words = short(action.action.target) or "no words"
            self.fields[name] = fields.DateField(
                label=f"Target date of “{short(action.action.action) or 'the action'}”",
                called="The target date",
                help_text=f"In the file: {words}",
                required=False,
            )
        self.fields["left_out"] = fields.ParagraphField(
            label="Leave it out of the plan, because",
            help_text="For a row that is no recommendation. It stays shown with this file.",
            rows=2,
            required=False,
        )

    def said(self) -> dict[str, Any]:
        """Return what differs from what was read, as `queries.plan_reading.understand` takes it."""
        given = self.cleaned_data
        changed = {
            name: given[name]
            for name in NAMED
            if given.get(name) and folded(given[name]) != folded(str(self.initial[name]))
        }
        if given["left_out"].strip():
            changed["left_out"] = given["left_out"].strip()
        targets = {
            name.removeprefix("target"): value.isoformat()
            for name, value in given.items()
            if name.startswith("target") and isinstance(value, date)
            if value != self.initial.get(name)
        }
        return {**changed, **({"targets": targets} if targets else {})}


NAMED = ("number", "text", "agency", "scope")
