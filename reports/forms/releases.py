from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms as django_forms

from families.models import FamilyContact
from families.rules import READING_DAYS
from pages import fields, forms
from reports.models import OF_FAMILY, Means, ReaderKind
from reports.operations.releases import Time
from reports.rules.releases import Consent, Reader
from reviews.models import AgencyInvolvement


class TimeFields(forms.Form):
    """Until when, and why so where a family is given little time or an unkind day."""

    until_on = fields.DateField(label="Until when?", called="The last day")
    unusual_reason = fields.ParagraphField(
        label=f"Why less than {READING_DAYS} days?",
        help_text="Only for family and their advocates.",
        rows=2,
        required=False,
    )
    despite_reason = fields.ParagraphField(
        label="Why on this day?",
        help_text="Only where it is one of their days not to be written to.",
        rows=2,
        required=False,
    )

    def time(self) -> Time:
        return Time(**{name: self.cleaned_data[name] for name in TimeFields.base_fields})


class ReleaseToForm(TimeFields):
    """To whom a copy goes, as what, how they read it, which chapters and until when."""

    reader_kind = django_forms.ChoiceField(
        label="Who is to read it?", widget=django_forms.RadioSelect
    )
    reader_name = fields.LineField(
        label="Their name",
        help_text="It stands across every page. For the panel, choose below instead.",
        max_length=100,
        required=False,
    )
    on_panel = django_forms.ChoiceField(
        label="Who of the panel?",
        help_text="Only for a print to somebody on the panel.",
        required=False,
    )
    contact = django_forms.ChoiceField(
        label="In whose log is it kept?",
        help_text="For family and their advocates: what they say of it is kept there too.",
        required=False,
    )
    means = django_forms.ChoiceField(
        label="How do they read it?", choices=Means, widget=django_forms.RadioSelect
    )
    sent_to = fields.EmailField(
        label="Where does the link go?",
        help_text="For the reading room. For family: the address of the advocate or liaison "
        "officer who brings it to them. This system writes to no bereaved person.",
        required=False,
    )
    chapters = django_forms.MultipleChoiceField(
        label="Which chapters?",
        help_text="None ticked is the whole report. Somebody outside gets chosen chapters only.",
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )
    consent_of = django_forms.ChoiceField(
        label="Whose material is it?",
        help_text="For somebody outside: the agency that consents. Material of two agencies "
        "goes as two copies.",
        required=False,
    )
    consent_by = fields.LineField(
        label="Who consented for the agency?",
        help_text="Name and post.",
        max_length=200,
        required=False,
    )
    consent_on = fields.DateField(
        label="When did they consent?", called="The day of the consent", required=False
    )

    field_order = [
        "reader_kind", "reader_name", "on_panel", "contact", "means", "sent_to", "until_on",
        "chapters", "consent_of", "consent_by", "consent_on", "unusual_reason", "despite_reason",
    ]  # fmt: skip

    def __init__(
        self,
        *args: Any,
        contacts: Sequence[FamilyContact],
        chapters: Mapping[str, str],
        parts: Sequence[AgencyInvolvement],
        panel: Sequence[str],
        is_perpetrators: bool,
        today: date,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"until_on": today + timedelta(days=READING_DAYS)}
        super().__init__(*args, **kwargs)
        self.contacts = {str(one.pk): one for one in contacts}
        self.parts = {str(one.pk): one for one in parts}
        kinds = OF_FAMILY if is_perpetrators else tuple(ReaderKind)
        self.offer("reader_kind", [(kind.value, kind.label) for kind in kinds])
        names = [(key, f"{one.name} ({one.relationship})") for key, one in self.contacts.items()]
        self.offer("contact", [("", "Nobody’s"), *names])
        self.offer("on_panel", [("", "Nobody"), *((name, name) for name in panel)])
        self.offer("chapters", list(chapters.items()))
        agencies = [(key, one.agency.name) for key, one in self.parts.items()]
        self.offer("consent_of", [("", "No agency’s"), *agencies])
        if is_perpetrators:
            for name in ("on_panel", "consent_of", "consent_by", "consent_on"):
                del self.fields[name]

    def offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def reader(self) -> Reader:
        said = self.cleaned_data
        is_panels = said["reader_kind"] == ReaderKind.PANEL
        return Reader(
            name=said["on_panel"] if is_panels else said["reader_name"],
            kind=said["reader_kind"],
            contact=self.contacts.get(said["contact"]),
            sent_to=said["sent_to"],
        )

    def consent(self) -> Consent:
        said = self.cleaned_data
        return Consent(
            of=self.parts.get(said.get("consent_of", "")),
            by=said.get("consent_by", ""),
            on=said.get("consent_on"),
        )


class HandOverForm(TimeFields):
    on = fields.DateField(label="When did they get it?", called="The day")

    field_order = ["on", "until_on", "unusual_reason", "despite_reason"]


class ReturnForm(forms.Form):
    on = fields.DateField(label="When did it come back?", called="The day")


class RemarkForm(forms.Form):
    """What somebody in the reading room says of a paragraph, or of the whole."""

    words = fields.ParagraphField(
        label="Your comment",
        rows=6,
        max_length=20_000,
        error_messages={"required": "Write your comment"},
    )
