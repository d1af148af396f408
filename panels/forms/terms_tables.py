from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms as django_forms

from pages import fields, forms
from panels.models import Characteristic, Contribution, TermsContribution
from panels.models.characteristic import EVERYBODY
from reviews.models import AgencyInvolvement, Person


class CharacteristicForm(forms.Form):
    characteristic = django_forms.ChoiceField(
        label="Which characteristic?", choices=Characteristic, widget=django_forms.RadioSelect
    )
    person = django_forms.ChoiceField(label="Whose?", required=False)
    why = fields.ParagraphField(
        label="Why does it need specific consideration?",
        rows=3,
        error_messages={"required": "Say why it needs consideration"},
    )
    expertise = fields.ParagraphField(
        label="Whose expertise is sought?",
        help_text="Such as a specialist service, or somebody of the community.",
        rows=2,
        required=False,
    )

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            ("", EVERYBODY),
            *((pk, person.printed_name) for pk, person in self.people.items()),
        ]

    def noted(self) -> dict[str, Any]:
        """Return what was answered, with the person in place of their number."""
        said = self.cleaned_data
        return {**said, "person": self.people.get(said["person"])}


@dataclass(frozen=True)
class Box:
    """One box of the table: what an agency may be asked for."""

    id: str
    name: str
    value: str
    words: str
    is_ticked: bool


class ContributionsForm(forms.Form):
    """What each agency sends: a row for each agency, a box for each kind."""

    def __init__(
        self,
        *args: Any,
        involvements: Sequence[AgencyInvolvement],
        asked: Iterable[TermsContribution],
        **kwargs: Any,
    ) -> None:
        now = {row.involvement_id: row.asked_for for row in asked}
        standing = {name_of(one): now.get(one.pk, []) for one in involvements}
        super().__init__(*args, changing=standing, **kwargs)
        self.involvements = involvements
        for involvement in involvements:
            self.fields[name_of(involvement)] = django_forms.MultipleChoiceField(
                label=involvement.agency.name,
                choices=Contribution,
                widget=django_forms.CheckboxSelectMultiple,
                required=False,
            )

    def rows(self) -> Iterator[tuple[AgencyInvolvement, list[Box]]]:
        for involvement in self.involvements:
            bound = self[name_of(involvement)]
            ticked = bound.value() or []
            yield (
                involvement,
                [
                    Box(
                        id=f"id_{bound.name}_{kind.value.lower()}",
                        name=bound.html_name,
                        value=kind.value,
                        words=f"{kind.label} from {involvement.agency.name}",
                        is_ticked=kind.value in ticked,
                    )
                    for kind in Contribution
                ],
            )

    def asked(self) -> dict[AgencyInvolvement, list[str]]:
        return {row: self.cleaned_data[name_of(row)] for row in self.involvements}


def name_of(involvement: AgencyInvolvement) -> str:
    return f"agency_{involvement.pk}"
