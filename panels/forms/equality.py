from collections.abc import Iterable
from typing import Any

from django import forms as django_forms

from pages import fields, forms
from panels.models import Characteristic, CharacteristicAnswer
from panels.models.characteristic import EVERYBODY
from panels.operations.equality import Considered
from reviews.models import Person


class AnswerForm(forms.Form):
    """One characteristic, whose expertise was sought on it, and what the panel concludes."""

    characteristic = django_forms.ChoiceField(label="Which characteristic?", choices=Characteristic)
    person = django_forms.ChoiceField(label="Whose?", required=False)
    identified_on = fields.DateField(
        label="When was it seen?",
        called="The day it was seen",
        help_text="Leave it empty for one that the terms of reference name.",
        required=False,
    )
    why = fields.ParagraphField(
        label="Why does it need specific consideration?",
        help_text="Likewise. The report prints what you write here: call people by pseudonym.",
        rows=3,
        required=False,
    )
    expertise = fields.ParagraphField(
        label="Whose expertise was sought, when, and what did they say?", rows=3, required=False
    )
    conclusion = fields.ParagraphField(
        label="What does the panel conclude?",
        help_text="What it meant here for what happened, what was asked and what was offered; or "
        "that it had no part, and why.",
        rows=6,
        required=False,
    )
    concluded_on = fields.DateField(
        label="When did the panel conclude this?", called="The conclusion", required=False
    )

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        chosen: Any = self.fields["person"]
        chosen.choices = [
            ("", EVERYBODY),
            *((pk, person.printed_name) for pk, person in self.people.items()),
        ]

    def considered(self) -> Considered:
        said = self.cleaned_data
        return Considered(**{**said, "person": self.people.get(said["person"])})

    @staticmethod
    def initial_of(answer: CharacteristicAnswer) -> dict[str, Any]:
        names = [name for name in AnswerForm.base_fields if name != "person"]
        return {**{name: getattr(answer, name) for name in names}, "person": answer.person_id or ""}
