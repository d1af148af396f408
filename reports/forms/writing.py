from typing import Any

from django import forms as django_forms

from documents.forms import ReceivedFileField
from pages import fields, forms
from reports.models import PROMPTS, DraftPurpose, SectionKind
from reports.queries.elsewhere.lines import ACCEPTED
from reviews.checks.true_names import Finding

LONGEST_SECTION = 400_000  # letters; a whole report has fewer


class SectionForm(forms.Form):
    """One section. `based_on` is the version that stood when the page was opened."""

    text = fields.ParagraphField(rows=22, required=False, max_length=LONGEST_SECTION)
    empty_because = fields.LineField(
        label="Nothing to write?",
        help_text="Say why, for those who write with you. It is not printed.",
        required=False,
    )
    based_on = django_forms.IntegerField(widget=django_forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, kind: SectionKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = kind.label
        self.fields["text"].widget.attrs["data-markup"] = ""  # static/js/rich/editor.js
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


class TakeInForm(MakeDraftForm):
    """A version that was made before the review was recorded here."""

    file = ReceivedFileField(
        label="The version",
        help_text="As its author sent it round. It is kept as it is, beside what is read of it.",
        accept=ACCEPTED,
    )
    called = fields.LineField(
        label="What its author called it",
        help_text="Such as “Version 0.7”.",
        required=False,
        max_length=60,
    )

    field_order = ("file", "called", "purpose", "made_on", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["made_on"].help_text = "Before this review was recorded here."


class ReleaseForm(forms.Form):
    """
    Asked for the day where the draft is of before the review was recorded here, and, where single
    words of names stand in the text, that they were read.
    """

    released_on = fields.DateField(
        label="When did the panel have it?",
        help_text="Nobody is emailed about a day before this review was recorded here.",
        called="The day",
    )
    names_looked_at = django_forms.BooleanField(
        label="I have read these places, and the words are ordinary words there", required=False
    )

    def __init__(
        self, *args: Any, doubtful: list[Finding], is_earlier: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not is_earlier:
            del self.fields["released_on"]
        if doubtful:
            said = " ".join(dict.fromkeys(finding.words for finding in doubtful))
            self.fields["names_looked_at"].help_text = said
        else:
            del self.fields["names_looked_at"]
