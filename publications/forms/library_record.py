from typing import Any

from django import forms as django_forms

from pages import forms
from publications.models.library_record import (
    AgeBand,
    Cause,
    Ethnicity,
    Feature,
    Location,
    MentalHealth,
    Orientation,
    RecordedSex,
    Relationship,
    Religion,
    Verdict,
    Vulnerability,
)

NOT_SAID = ("", "Not recorded")


def several(label: str, choices: Any) -> django_forms.MultipleChoiceField:
    return django_forms.MultipleChoiceField(
        label=label,
        choices=choices,
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )


def one_of(label: str, choices: Any) -> django_forms.ChoiceField:
    return django_forms.ChoiceField(
        label=label, choices=[NOT_SAID, *choices.choices], required=False
    )


class RecordForm(forms.Form):
    """What the library keeps of the death. Nothing in it is a day or a name."""

    cause = django_forms.ChoiceField(label="Cause of death", choices=Cause)
    location = django_forms.ChoiceField(label="Where it happened", choices=Location)
    verdict = django_forms.ChoiceField(label="Verdict", choices=Verdict)
    has_several_victims = django_forms.BooleanField(
        label="More than one person died", required=False
    )
    features = several("What was part of it", Feature)
    is_public = django_forms.BooleanField(
        label="Readers of the public library may search by this record",
        help_text="Once the review is public. Think first whether it would tell anybody who she "
        "or he was.",
        required=False,
    )


class LibraryPersonForm(forms.Form):
    age_band = one_of("Age when it happened", AgeBand)
    sex = one_of("Sex", RecordedSex)
    relationship = one_of("Relationship to the other", Relationship)
    ethnicity = one_of("Ethnicity", Ethnicity)
    religion = one_of("Religion", Religion)
    orientation = one_of("Sexual orientation", Orientation)
    died_by_suicide = django_forms.BooleanField(label="Died by suicide", required=False)
    is_carer = django_forms.BooleanField(label="Was a carer", required=False)
    has_offended_before = django_forms.BooleanField(label="Had offended before", required=False)
    mental_health = several("Mental health", MentalHealth)
    vulnerabilities = several("Vulnerability", Vulnerability)
