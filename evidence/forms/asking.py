"""What the officer is asked when agencies are asked, and when letters are recorded."""

from typing import Any

from django import forms as django_forms

from agencies.models import AgencyKind
from agencies.operations.directory import Contact, Entry
from documents.forms import ReceivedFileField
from evidence.models import ELSEWHERE
from evidence.operations.asking import Letter
from pages import fields, forms


class LetterForm(forms.Form):
    """What a round of letters says beyond the usual."""

    due_on = fields.DateField(
        label="Answer by",
        help_text="Two weeks unless you change it.",
        called="The day to answer by",
    )
    whom_to_ring = fields.LineField(
        label="Whom to ring with questions",
        help_text="Name and telephone number.",
        error_messages={"required": "Enter whom to ring with questions"},
    )
    note = fields.ParagraphField(
        label="Anything to add to the letter",
        help_text="It stands on the page that the email links to, and in no email.",
        rows=3,
        required=False,
    )

    def letter(self) -> Letter:
        return Letter(**{name: self.cleaned_data[name] for name in LetterForm.base_fields})


class AskForm(LetterForm):
    """The last look before the letters go out."""

    again = django_forms.BooleanField(
        label="Ask again those that were asked before",
        help_text="Say above what is new. Their earlier answers stay.",
        required=False,
    )
    admit_contacts = django_forms.BooleanField(
        label="Let the named contacts sign in",
        help_text=(
            "Each can then read the letter, with true names, and answer here. They see nothing "
            "else of the review."
        ),
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, asked_before: bool, has_contacts: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asked_before:
            del self.fields["again"]
        if not has_contacts:
            del self.fields["admit_contacts"]

    def choices(self) -> dict[str, bool]:
        """Return what the officer ticked; a box that was not shown is not ticked."""
        return {name: self.cleaned_data.get(name, False) for name in ("again", "admit_contacts")}


class RecordLettersForm(LetterForm):
    """How agencies were asked, by letters, calls or visits that did not go out from here."""

    sent_on = fields.DateField(label="When were they asked?", called="The day of the letter")
    route = django_forms.ChoiceField(
        label="How were they asked?",
        choices=[(route.value, route.label) for route in ELSEWHERE],
        widget=django_forms.RadioSelect,
        error_messages={"required": "Choose how the question was put"},
    )
    unusual_reason = fields.ParagraphField(
        label="Anything unusual about the day",
        help_text="Needed only where the letter went out before the notification.",
        rows=2,
        required=False,
    )

    field_order = ["sent_on", "route", "due_on", "whom_to_ring", "note", "unusual_reason"]


class RecordLetterForm(RecordLettersForm):
    """The same for one agency, with a copy of the letter."""

    sent_to = fields.LineField(
        label="Who was asked?",
        help_text="Name, or the address it went to.",
        error_messages={"required": "Enter who was asked"},
    )
    copy = ReceivedFileField(label="A copy of the letter", required=False)

    field_order = [
        "sent_on", "route", "sent_to", "due_on", "whom_to_ring", "note", "copy", "unusual_reason",
    ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sent_on"].label = "When was it asked?"
        self.fields["route"].label = "How was it asked?"


class NewBodyForm(forms.Form):
    """A body that is not in the directory, with what a letter to it needs."""

    name = fields.LineField(
        label="Name",
        max_length=200,
        error_messages={"required": "Enter the name of the body"},
    )
    kind = django_forms.ChoiceField(
        label="Kind",
        choices=[("", "Choose"), *AgencyKind.choices],
        error_messages={"required": "Choose the kind of body"},
    )
    area = fields.LineField(
        label="Area",
        help_text="The borough, county or region it serves.",
        width=20,
        max_length=100,
        required=False,
    )
    full_name = fields.LineField(
        label="Name of the person to write to", max_length=200, required=False
    )
    email = fields.EmailField(
        label="Email address",
        help_text="Of that person, or a secure mailbox. Without one it is asked another way.",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("full_name") and "email" in said and not said["email"]:
            self.add_error("email", "Enter the email address of the person to write to")
        return said

    def entry(self) -> Entry:
        said = self.cleaned_data
        mailbox = "" if said["full_name"] else said["email"]
        return Entry(
            name=" ".join(said["name"].split()),
            kind=said["kind"],
            area=said["area"],
            secure_email=mailbox,
        )

    def contact(self) -> Contact | None:
        said = self.cleaned_data
        if not said["full_name"]:
            return None
        return Contact(full_name=said["full_name"], email=said["email"], is_single_point=True)
