from typing import Any

from django import forms as django_forms

from agencies.models import User
from pages import fields, forms


class Colleague(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.full_name)


class AbsenceForm(forms.Form):
    from_on = fields.DateField(label="First day", called="The first day")
    until_on = fields.DateField(label="Last day", called="The last day")
    delegate = Colleague(
        label="Who is reminded instead?",
        help_text="Of what they may see themselves. Where they may not, whoever else has your "
        "part is reminded, or the CSP officer.",
        queryset=User.objects.none(),
        empty_label="Nobody in particular",
        required=False,
    )

    def __init__(self, *args: Any, colleagues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delegate"].queryset = colleagues  # type: ignore[attr-defined]
