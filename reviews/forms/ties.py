from collections.abc import Iterable
from typing import Any

from django import forms as django_forms

from pages import forms
from reviews.models import Person, TieKind


class TieForm(forms.Form):
    """Who is what of whom. The people are those of one review."""

    kind = django_forms.ChoiceField(
        label="How are they tied?",
        choices=[("", "Choose"), *TieKind.choices],
        error_messages={"required": "Choose how they are tied"},
    )
    is_married = django_forms.BooleanField(
        label="Of partners: married, or civil partners", required=False
    )
    has_ended = django_forms.BooleanField(label="Of partners: they had parted", required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        for name, label in (("person", "Who?"), ("other", "Of whom?")):
            self.fields[name] = django_forms.ChoiceField(
                label=label,
                choices=[("", "Choose"), *((key, called(one)) for key, one in self.people.items())],
                error_messages={"required": "Choose a person"},
            )
        self.order_fields(["person", "kind", "other", "is_married", "has_ended"])

    def clean_person(self) -> Person:
        return self.people[self.cleaned_data["person"]]

    def clean_other(self) -> Person:
        return self.people[self.cleaned_data["other"]]


def called(person: Person) -> str:
    return f"{person.printed_name} ({person.true_name})"
