from collections.abc import Iterable
from typing import Any

from django import forms as django_forms

from agencies.models import User
from audit.kinds import Kind
from audit.queries import EVERYTHING, Wanted
from pages import fields, forms


class TrailForm(forms.Form):
    """Which part of the trail is wanted. Stands in the address."""

    person = django_forms.ChoiceField(label="Who", required=False)
    kind = django_forms.ChoiceField(label="What", required=False)
    from_on = fields.DateField(label="From", required=False)
    to_on = fields.DateField(label="To", required=False)

    def __init__(
        self, *args: Any, people: Iterable[User], kinds: Iterable[Kind], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choose(self.fields["person"], [("", "Everybody"), *((p.pk, p.full_name) for p in people)])
        choose(self.fields["kind"], [("", "Everything"), *((kind, kind.words) for kind in kinds)])

    @property
    def wanted(self) -> Wanted:
        """Return what was asked for; where the form has errors, everything."""
        if not self.is_bound or not self.is_valid():
            return EVERYTHING
        given = self.cleaned_data
        return Wanted(
            person_id=int(given["person"]) if given["person"] else None,
            kind=Kind(given["kind"]) if given["kind"] else None,
            from_on=given["from_on"],
            to_on=given["to_on"],
        )


def choose(field: django_forms.Field, choices: list[tuple[object, str]]) -> None:
    assert isinstance(field, django_forms.ChoiceField)  # noqa: S101 for the type checker
    field.choices = choices
