from typing import Any

from django import forms as django_forms

from anonymity.models import KeptBack, KeptBackKind
from pages import fields, forms


class KeepBackForm(forms.Form):
    """What no paper may say, in which words it may be found, and how it is printed."""

    kind = django_forms.ChoiceField(
        label="What is it?",
        choices=KeptBackKind.choices,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Say what it is"},
    )
    words = fields.LineField(
        label="What no paper may say",
        help_text="As the records say it: “multiple sclerosis”, the name of a refuge, an NHS "
        "number.",
        max_length=300,
        error_messages={"required": "Enter what no paper may say"},
    )
    others = fields.ParagraphField(
        label="Other words that give it away",
        help_text="One on each line: of a fact a medicine, a clinic or a guideline; of a place its "
        "other names.",
        rows=4,
        required=False,
        max_length=2000,
    )
    published_as = fields.LineField(
        label="How reports tell it instead",
        help_text="Such as “a health condition” or “a refuge”. It is proposed where the words are "
        "found. A number has none.",
        required=False,
        max_length=200,
    )

    def clean_others(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["others"].splitlines() if line.strip()]

    @staticmethod
    def initial_of(kept: KeptBack) -> dict[str, Any]:
        """Return what is recorded as it stands in the boxes of the form."""
        return {
            "kind": kept.kind,
            "words": kept.words,
            "others": "\n".join(kept.others),
            "published_as": kept.published_as,
        }
