from typing import Any

from django import forms as django_forms

from pages import fields, forms
from reports.models import PROMPTS, DraftPurpose, SectionKind
from reviews.checks.true_names import Finding


class SectionForm(forms.Form):
    """One section. `based_on` is the version that stood when the page was opened."""

    text = fields.ParagraphField(rows=22, required=False)
    empty_because = fields.LineField(
        label="Nothing to write?",
        help_text="Say why, for those who write with you. It is not printed.",
        required=False,
    )
    based_on = django_forms.IntegerField(widget=django_forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, kind: SectionKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = kind.label
        self.fields["text"].help_text = f"{PROMPTS[kind]} Call people by pseudonym."


class MakeDraftForm(forms.Form):
    purpose = django_forms.ChoiceField(
        label="What is it for?", choices=DraftPurpose, widget=django_forms.RadioSelect
    )
    made_on = fields.DateField(
        label="When was it made?",
        help_text="Today, unless it was made before this system.",
        called="The day it was made",
    )
    note = fields.ParagraphField(
        label="What is new in it",
        help_text="Shown to those who read it.",
        rows=3,
        required=False,
    )


class ReleaseForm(forms.Form):
    """Asked for nothing but, where single words of names stand in the text, that they were read."""

    names_looked_at = django_forms.BooleanField(
        label="I have read these places, and the words are ordinary words there", required=False
    )

    def __init__(self, *args: Any, doubtful: list[Finding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if doubtful:
            said = " ".join(dict.fromkeys(finding.words for finding in doubtful))
            self.fields["names_looked_at"].help_text = said
        else:
            del self.fields["names_looked_at"]
