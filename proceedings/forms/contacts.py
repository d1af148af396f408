from typing import Any

from django import forms as django_forms

from pages import fields, forms
from panels.forms.processes import MayLiftField, WhyField
from panels.models import ParallelProcess, ProcessEffect
from proceedings.models import Post, ProcessContact, Way
from proceedings.operations.contacts import Exchange
from reviews.forms.sealed import READ_BY_RUNNERS

ASKED = ("happened_on", "post", "way", "said", "who", "next_on")


class ExchangeForm(forms.Form):
    """What was said with somebody who speaks for a process."""

    happened_on = fields.DateField(
        label="When?", called="The contact", error_messages={"required": "Enter the day"}
    )
    post = django_forms.ChoiceField(label="With whom?", choices=Post)
    who = fields.LineField(
        label="Their name, and how to reach them", help_text=READ_BY_RUNNERS, required=False
    )
    way = django_forms.ChoiceField(
        label="How?",
        choices=Way,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select how"},
    )
    said = fields.ParagraphField(
        label="What was asked and answered?",
        help_text=f"{READ_BY_RUNNERS} It may itself be disclosable.",
        error_messages={"required": "Say what was asked and answered"},
    )
    next_on = fields.DateField(
        label="When is it asked again?",
        called="The next contact",
        help_text="It stands under My work from four weeks before.",
        required=False,
    )

    def exchange(self) -> Exchange:
        return Exchange(**{name: self.cleaned_data[name] for name in ASKED})

    @staticmethod
    def initial_of(contact: ProcessContact) -> dict[str, Any]:
        return {name: getattr(contact, name) for name in ASKED}


class ContactForm(ExchangeForm):
    """An exchange, and what the process holds back from now on."""

    holds_back = django_forms.MultipleChoiceField(
        label="What does the process hold back from now on?",
        choices=ProcessEffect.choices,
        help_text="As it stands now. Take out what was lifted, add what was put in the way.",
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )
    held_back_why = WhyField()
    may_lift = MayLiftField()

    def answers(self) -> dict[str, Any]:
        names = ("holds_back", "held_back_why", "may_lift")
        given = {name: self.cleaned_data[name] for name in names}
        return {"exchange": self.exchange(), **given}

    @staticmethod
    def initial_for(process: ParallelProcess) -> dict[str, Any]:
        """Return what a process holds back now, in the boxes of the form."""
        return {
            "holds_back": [effect.value for effect in process.effects],
            "held_back_why": process.held_back_why,
            "may_lift": process.may_lift,
        }
