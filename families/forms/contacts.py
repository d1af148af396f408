from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet

from families.models import KINDS_OF, ContactKind, FamilyContact, Route
from families.operations.contacts import Plan
from pages import fields, forms
from reviews.models import Person


class PersonChoiceField(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the people of the review, by the name they are known by here."""

    def label_from_instance(self, obj: Person) -> str:
        return f"{obj.true_name} ({obj.printed_name})"


class ContactForm(forms.Form):
    """Who somebody is, and how they are to be reached."""

    kind = django_forms.ChoiceField(
        label="Who are they?",
        choices=[
            (side.label, [(kind.value, kind.label) for kind in ContactKind if kind in kinds])
            for side, kinds in KINDS_OF.items()
        ],
        widget=django_forms.RadioSelect,
    )
    person = PersonChoiceField(
        queryset=Person.objects.none(),
        label="One of the people of the review",
        empty_label="No, somebody else",
        required=False,
    )
    own_name = fields.LineField(
        label="Otherwise, their name", help_text="It stays in this record.", required=False
    )
    relationship = fields.LineField(
        label="Relationship",
        help_text=(
            "To the person who died, such as sister or manager. On the perpetrator's side, to the "
            "perpetrator."
        ),
        error_messages={"required": "Enter the relationship"},
    )
    route = django_forms.ChoiceField(
        label="By which route?", choices=Route, widget=django_forms.RadioSelect
    )
    route_through = fields.ParagraphField(
        label="Through whom",
        help_text="Name, post and how to reach the person who stands between, if there is one.",
        rows=2,
        required=False,
    )
    reached_at = fields.ParagraphField(
        label="How to reach them", help_text="Telephone, email, address.", rows=3, required=False
    )
    preference = fields.ParagraphField(
        label="How they wish to be contacted",
        help_text="Such as a text message first, and never at work.",
        rows=2,
        required=False,
    )
    language = fields.LineField(label="Language", required=False)
    interpreter_needed = django_forms.BooleanField(label="They need an interpreter", required=False)
    interpreter = fields.LineField(
        label="Interpreter",
        help_text="Name and service. Never a relative or a friend.",
        required=False,
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def plan(self) -> Plan:
        return Plan(**self.cleaned_data)

    @staticmethod
    def initial_of(contact: FamilyContact) -> dict[str, Any]:
        """Return what is recorded of somebody, as the form asks it."""
        return {name: getattr(contact, name) for name in ContactForm.base_fields}


class QuietDateForm(forms.Form):
    from_on = fields.DateField(label="Day", called="The day")
    to_on = fields.DateField(
        label="Last day", called="The last day", help_text="For more than one day.", required=False
    )
    every_year = django_forms.BooleanField(label="It comes back every year", required=False)
    why = fields.LineField(label="What day is it?", help_text="Such as a birthday, or the trial.")
