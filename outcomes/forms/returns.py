"""What an agency is asked in its six-month return, all of its actions on one page."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms as django_forms

from actionplans.cycle import ActionStatus
from documents.forms import ProvenanceForm, ReceivedFileField
from documents.kinds import CORRESPONDENCE, DocumentKind
from documents.models import Document
from outcomes.models import ReturnLine
from outcomes.operations.returns import Said, SignedBy, check_words_read, field_of
from pages import fields, forms
from reviews.access import Refused

ORIGINALS = CORRESPONDENCE | {DocumentKind.XLSX}
CLAIMS = {ActionStatus.DONE_UNVERIFIED: "Done"}
PER_LINE = ("claims", "words", "on")


class ReturnForm(forms.Form):
    """
    Three answers for each action, and who answers for all of them. On the page everything that is
    left as it is says "as before".
    """

    full_name = fields.LineField(
        label="Who answers for this return?", help_text="Their name.", max_length=200
    )
    job_title = fields.LineField(label="Their post", max_length=200)
    signed_off_on = fields.DateField(label="On which day?", called="The day it was signed")

    def __init__(
        self,
        *args: Any,
        lines: Sequence[ReturnLine],
        choices: dict[int, list[ActionStatus]],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lines, self.today = lines, today
        asked: dict[str, django_forms.Field] = {}
        for line in lines:
            asked[field_of(line, "claims")] = claims_field(line, choices[line.pk])
            asked[field_of(line, "words")] = words_field(line)
            asked[field_of(line, "on")] = day_field(line)
        self.fields = {**asked, **self.fields}

    def of_line(self, line: ReturnLine) -> list[django_forms.BoundField]:
        return [self[field_of(line, name)] for name in PER_LINE]

    @property
    def of_all(self) -> list[django_forms.BoundField]:
        """What is asked once: who answers for it, and where it comes from."""
        own = {field_of(line, name) for line in self.lines for name in PER_LINE}
        return [field for field in self if field.name not in own]

    def said(self) -> list[Said]:
        return [
            Said(
                line=line,
                claims=self.cleaned_data[field_of(line, "claims")],
                words=self.cleaned_data[field_of(line, "words")],
                on=self.cleaned_data[field_of(line, "on")] or self.signed().signed_off_on,
                read=self.read(line),
            )
            for line in self.lines
        ]

    def read(self, line: ReturnLine) -> str:
        """Return which words of an action stood on the page that was posted."""
        return str(self.data.get(field_of(line, "read"), ""))

    def signed(self) -> SignedBy:
        names = ("full_name", "job_title", "signed_off_on")
        return SignedBy(**{name: self.cleaned_data[name] for name in names})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for line in self.lines:
            name = field_of(line, "words")
            if cleaned.get(field_of(line, "claims")) and not cleaned.get(name):
                self.add_error(name, f"Say what was done about action {line.numbers}, or why not")
            try:
                check_words_read(line, self.read(line))
            except Refused as refusal:
                self.add_error(name, str(refusal))
        return cleaned

    def provenance(self, original: Document | None) -> dict[str, Any]:
        return {}


class ReturnForThemForm(ProvenanceForm, ReturnForm):
    """A return that came on paper, as a file or by telephone, entered for the agency."""

    original = ReceivedFileField(label="The return as it came", accept=ORIGINALS, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = ("received_via", "on_behalf_of", "given_on", "original")
        self.order_fields([name for name in self.fields if name not in last] + list(last))


class SendBackForm(forms.Form):
    words = fields.ParagraphField(
        label="What do you ask?",
        help_text="The agency reads this beside its return, and signs it off anew.",
        error_messages={"required": "Enter the question"},
    )


def claims_field(line: ReturnLine, choices: list[ActionStatus]) -> django_forms.ChoiceField:
    return django_forms.ChoiceField(
        label=f"How does action {line.numbers} stand?",
        choices=[("", "As before"), *((one.value, CLAIMS.get(one, one.label)) for one in choices)],
        widget=django_forms.RadioSelect,
        required=False,
        error_messages={
            "invalid_choice": f"How action {line.numbers} stands has changed since you opened this "
            "page. Read it again, and choose how it stands now."
        },
    )


def words_field(line: ReturnLine) -> fields.ParagraphField:
    return fields.ParagraphField(
        label=f"What was done about action {line.numbers}, and what is different now?",
        help_text="Where it cannot be done: why. Empty means that nothing changed.",
        rows=3,
        required=False,
    )


def day_field(line: ReturnLine) -> fields.DateField:
    return fields.DateField(
        label=f"If action {line.numbers} is done: on which day?",
        called=f"The day of action {line.numbers}",
        required=False,
    )
