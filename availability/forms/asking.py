from typing import Any

from django import forms as django_forms
from django.forms.boundfield import BoundField

from availability.operations.asking import Proposal
from availability.rules import Offer
from pages import fields, forms
from panels.forms.rounds import AskForm
from panels.models import Mode

DAYS = range(1, 7)


class ProposeForm(AskForm):
    """Which days are offered, how the panel would meet, who is asked and until when."""

    mode = django_forms.ChoiceField(
        label="How would the panel meet?",
        choices=Mode,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select how the panel would meet"},
    )
    place = fields.ParagraphField(
        label="Where, or how to join",
        help_text="Shown to everybody asked, after they signed in or typed a code. It stands in "
        "no email.",
        rows=2,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in DAYS:
            self.fields[f"held_on_{n}"] = fields.DateField(
                label=f"Day {n}", called=f"Day {n}", required=False
            )
            self.fields[f"starts_{n}"] = fields.TimeField(label=f"Day {n} starts", required=False)
            self.fields[f"ends_{n}"] = fields.TimeField(label=f"Day {n} ends", required=False)

    # Questions

    @property
    def about(self) -> list[BoundField]:
        return [self[name] for name in ("mode", "place", "closing_on", "note")]

    def day_rows(self) -> list[list[BoundField]]:
        return [[self[f"{name}_{n}"] for name in ("held_on", "starts", "ends")] for n in DAYS]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        for n in DAYS:
            times = said.get(f"starts_{n}"), said.get(f"ends_{n}")
            if any(times) and f"held_on_{n}" in said and said[f"held_on_{n}"] is None:
                self.add_error(f"held_on_{n}", f"Enter day {n}, or leave its times empty")
        return said

    def offers(self) -> list[Offer]:
        said = self.cleaned_data
        return [
            Offer(said[f"held_on_{n}"], said[f"starts_{n}"], said[f"ends_{n}"])
            for n in DAYS
            if said[f"held_on_{n}"]
        ]

    def proposal(self) -> Proposal:
        said = self.cleaned_data
        return Proposal(**{name: said[name] for name in ("mode", "place", "closing_on", "note")})


class CloseForm(forms.Form):
    because = fields.ParagraphField(
        label="Why does no meeting come of it?",
        rows=2,
        error_messages={"required": "Say why no meeting comes of it"},
    )
