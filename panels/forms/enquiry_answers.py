from collections.abc import Iterable
from typing import Any

from django import forms as django_forms

from pages import fields, forms
from panels.models import AgreementRound, Meeting
from panels.operations.enquiry_answers import Answer

OTHERWISE = "otherwise"


class EnquiryAnswerForm(forms.Form):
    text = fields.ParagraphField(
        label="What has the panel found or concluded so far?",
        help_text="Call people by pseudonym. Earlier answers stay readable beneath it.",
        rows=8,
        error_messages={"required": "Write the answer"},
    )
    answered_on = fields.DateField(
        label="On which day?",
        called="The answer",
        error_messages={"required": "Enter the day of the answer"},
    )
    where = django_forms.ChoiceField(
        label="Where does it come from?",
        widget=django_forms.RadioSelect,
        error_messages={"required": "Say where the answer comes from"},
    )
    otherwise = fields.LineField(
        label="From what else?",
        help_text="Such as the police report as accepted, section 4. Only where it is neither a "
        "meeting nor a round.",
        max_length=200,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        meetings: Iterable[Meeting],
        rounds: Iterable[AgreementRound],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.places: dict[str, Meeting | AgreementRound] = {
            **{f"meeting-{one.pk}": one for one in meetings},
            **{f"round-{one.pk}": one for one in rounds},
        }
        self.fields["where"].choices = [  # type: ignore[attr-defined]
            *((key, words_of(one)) for key, one in self.places.items()),
            (OTHERWISE, "Something else"),
        ]

    def answer(self) -> Answer:
        said = dict(self.cleaned_data)
        where = said.pop("where")
        place = self.places.get(where)
        if where != OTHERWISE:
            said["otherwise"] = ""
        if isinstance(place, Meeting):
            said["meeting"] = place
        elif place:
            said["agreement_round"] = place
        return Answer(**said)


def words_of(place: Meeting | AgreementRound) -> str:
    if isinstance(place, Meeting):
        return f"{place.name}, {place.held_on.day} {place.held_on:%B %Y}"
    return f"Round on {place.title}"
