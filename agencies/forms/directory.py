"""How the directory is searched, and what it asks about a body and its contacts."""

from typing import Any

from django import forms as django_forms
from django.http import QueryDict

from agencies.models import Agency, AgencyContact, AgencyKind
from agencies.operations.directory import Contact, Entry
from agencies.queries import directory
from agencies.queries.directory import Search
from pages import fields, forms


class SearchForm(forms.Form):
    """The search above a list of bodies. It stands in the address; nothing in it can be wrong."""

    words = fields.LineField(label="Name", required=False)
    kind = django_forms.ChoiceField(label="Kind", required=False)
    area = django_forms.MultipleChoiceField(
        label="Areas", widget=django_forms.CheckboxSelectMultiple, required=False
    )
    closed = django_forms.BooleanField(label="Closed bodies too", required=False)

    def __init__(self, asked: QueryDict) -> None:
        self.search = Search(
            words=asked.get("words", "").strip(),
            kind=asked.get("kind", ""),
            areas=tuple(asked.getlist("area")),
            with_closed=bool(asked.get("closed")),
        )
        super().__init__(
            initial={
                "words": self.search.words,
                "kind": self.search.kind,
                "area": self.search.areas,
                "closed": self.search.with_closed,
            }
        )
        kinds, areas = directory.choices()
        self.fields["kind"].choices = [("", "Any kind"), *kinds]  # type: ignore[attr-defined]
        self.fields["area"].choices = areas  # type: ignore[attr-defined]


class AgencyForm(forms.Form):
    """What the directory says of a body."""

    name = fields.LineField(
        label="Name",
        max_length=200,
        error_messages={"required": "Enter the name of the body"},
    )
    short_name = fields.LineField(
        label="Short name",
        help_text="Used where space is short, such as NSPT",
        width=20,
        max_length=60,
        required=False,
    )
    kind = django_forms.ChoiceField(
        label="Kind",
        choices=[("", "Choose"), *AgencyKind.choices],
        error_messages={"required": "Choose the kind of body"},
    )
    area = fields.LineField(
        label="Area",
        help_text="The borough, county or region it serves. Leave it empty for a national body.",
        width=20,
        max_length=100,
        required=False,
    )
    aliases = fields.ParagraphField(
        label="Other names",
        help_text="One on each line: earlier names, abbreviations, names of services.",
        rows=3,
        required=False,
    )
    secure_email = fields.EmailField(
        label="Secure email address",
        help_text="Letters go here where no single point of contact is named.",
        required=False,
    )
    ever_statutory = django_forms.BooleanField(
        label="It is, or has been, a body named in section 9(4) of the 2004 Act", required=False
    )
    part_of = django_forms.ModelChoiceField(
        label="Part of",
        help_text="The larger body that answers for it.",
        queryset=Agency.objects.none(),
        empty_label="No other body",
        required=False,
    )
    successor_of = django_forms.ModelChoiceField(
        label="Took over from",
        help_text="A closed body whose records it now holds.",
        queryset=Agency.objects.none(),
        empty_label="No other body",
        required=False,
    )
    closed_on = fields.DateField(
        label="Closed on", help_text="The day it ceased to exist.", required=False
    )

    def __init__(self, *args: Any, of: Agency | None = None, **kwargs: Any) -> None:
        super().__init__(*args, changing=initial_of(of) if of else None, **kwargs)
        others = Agency.objects.exclude(pk=of.pk) if of else Agency.objects.all()
        for name in ("part_of", "successor_of"):
            self.fields[name].queryset = others  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_aliases(self) -> list[str]:
        typed = self.cleaned_data["aliases"].splitlines()
        found = [" ".join(line.split()) for line in typed if line.strip()]
        if any(len(name) > 200 for name in found):
            raise django_forms.ValidationError("Each other name must be 200 characters or fewer")
        return found

    def entry(self) -> Entry:
        return Entry(**self.cleaned_data)


def initial_of(agency: Agency) -> dict[str, Any]:
    known = {name: getattr(agency, name) for name in AgencyForm.base_fields}
    return {**known, "aliases": "\n".join(agency.aliases)}


class ContactForm(forms.Form):
    """Somebody to write to in a body."""

    full_name = fields.LineField(
        label="Full name",
        max_length=200,
        error_messages={"required": "Enter the full name of the contact"},
    )
    job_title = fields.LineField(label="Job title", max_length=200, required=False)
    email = fields.EmailField(
        label="Email address", error_messages={"required": "Enter an email address"}
    )
    telephone = fields.LineField(label="Telephone", width=20, max_length=40, required=False)
    is_single_point = django_forms.BooleanField(
        label="The single point of contact for reviews",
        help_text="Letters go to this person. Whoever was it before stays as a contact.",
        required=False,
    )

    def __init__(self, *args: Any, of: AgencyContact | None = None, **kwargs: Any) -> None:
        initial = {name: getattr(of, name) for name in ContactForm.base_fields} if of else None
        super().__init__(*args, changing=initial, **kwargs)

    def contact(self) -> Contact:
        return Contact(**self.cleaned_data)
