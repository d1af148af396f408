from typing import Any

from django import forms as django_forms

from pages import fields, forms
from reviews.forms.opening import lines
from reviews.models import Consent, Life, Person, PersonRole, PseudonymChooser, Sex, SharingBasis


class PersonForm(forms.Form):
    role = django_forms.ChoiceField(
        label="Who are they in this review?",
        choices=[("", "Choose"), *PersonRole.choices],
        error_messages={"required": "Choose who they are in this review"},
    )
    found_responsible = django_forms.BooleanField(
        label="If a perpetrator: a court or an inquest has found that they did it",
        help_text="Papers say “alleged perpetrator” until then.",
        required=False,
    )
    true_name = fields.LineField(
        label="Full name",
        help_text="It is kept encrypted. No email carries it; papers do where names are asked for.",
    )
    aliases = fields.ParagraphField(
        label="Other names they are known by", help_text="One on each line.", rows=3, required=False
    )
    born_on = fields.DateField(label="Date of birth", required=False)
    nhs_number = fields.LineField(
        label="NHS number",
        help_text="Health bodies find records by it. Only papers to agencies carry it.",
        required=False,
        max_length=20,
    )
    relationship = fields.LineField(
        label="Relationship to the person who died",
        help_text="Such as former partner, mother, or neighbour",
        max_length=100,
        required=False,
    )
    sex = django_forms.ChoiceField(
        label="He or she?",
        help_text="Reports are looked through for pronouns that do not agree. That of a child is "
        "never printed.",
        choices=[("", "Not said"), *Sex.choices],
        required=False,
    )
    initials_in_records = fields.ParagraphField(
        label="Initials used in agency records",
        help_text="One on each line. They are looked for before anything is published.",
        rows=2,
        required=False,
    )
    pseudonym = fields.LineField(
        label="Pseudonym",
        help_text="The only name that reports, terms of reference and chronologies print.",
        required=False,
        max_length=100,
    )
    pseudonym_chosen_by = django_forms.ChoiceField(
        label="Who chose it?",
        choices=[("", "Not chosen yet"), *PseudonymChooser.choices],
        required=False,
    )
    pseudonym_approved_on = fields.DateField(
        label="When did the family approve it?", called="The family's approval", required=False
    )

    life = django_forms.ChoiceField(
        label="Are they living?", choices=[("", "Not said"), *Life.choices], required=False
    )
    sharing_basis = django_forms.ChoiceField(
        label="If living: on what law do agencies tell the review of them?",
        help_text="As your data protection officer advises. Every agency’s pack prints it.",
        choices=[("", "Not said"), *SharingBasis.choices],
        required=False,
    )
    consent = django_forms.ChoiceField(
        label="If living: were they asked to consent?",
        choices=[("", "Not said"), *Consent.choices],
        required=False,
    )
    consent_note = fields.LineField(
        label="When and by whom, or why not",
        help_text="Such as “by letter on 3 May”, or “would put a child at risk”.",
        required=False,
    )

    def clean_nhs_number(self) -> str:
        return "".join(self.cleaned_data["nhs_number"].replace("-", " ").split())

    def clean_aliases(self) -> list[str]:
        return lines(self.cleaned_data["aliases"])

    def clean_initials_in_records(self) -> list[str]:
        return lines(self.cleaned_data["initials_in_records"])

    @staticmethod
    def initial_of(person: Person) -> dict[str, Any]:
        """Return a person's record as it stands in the boxes of the form."""
        return {
            name: "\n".join(value) if isinstance(value, list) else value
            for name in PersonForm.base_fields
            if (value := getattr(person, name)) is not None
        }


class AddressForm(forms.Form):
    address = fields.ParagraphField(
        label="Address", rows=4, error_messages={"required": "Enter the address"}
    )
    lived_from = fields.DateField(
        label="From when?",
        help_text="Only the month is kept. The report can draw who lived where from it.",
        called="The day they came",
        required=False,
    )
    lived_until = fields.DateField(
        label="Until when?",
        help_text="Empty: until the death, or still.",
        called="The day they left",
        required=False,
    )


class AdmitForm(forms.Form):
    email = fields.EmailField(label="Email address")
    full_name = fields.LineField(
        label="Full name", help_text="Needed for somebody who has no account yet.", required=False
    )
    role = django_forms.ChoiceField(label="What is their part?")
    until_on = fields.DateField(
        label="Last day",
        help_text="Leave empty to admit them until you remove them.",
        called="The last day",
        required=False,
    )

    def __init__(self, *args: Any, roles: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
