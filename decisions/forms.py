"""What is asked about a decision for the register."""

from collections.abc import Iterable
from typing import Any

from django import forms as django_forms

from decisions.models import DecisionKind, Forum, RegisterEntry
from decisions.rules import Decided
from families.models import Side
from pages import fields, forms
from panels.models import AgreementRound, Meeting

CHAIR = "chair"


class DecisionForm(forms.Form):
    kind = django_forms.ChoiceField(
        label="What was decided?",
        choices=DecisionKind.choices,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Choose what was decided"},
    )
    about = fields.LineField(
        label="What or whom is it about?",
        help_text="In words fit to print: a role or a kind of body, no name.",
        max_length=200,
        error_messages={"required": "Say what or whom it is about"},
    )
    reason = fields.ParagraphField(label="Why?", error_messages={"required": "Say why"})
    where = django_forms.ChoiceField(
        label="Who decided it?",
        widget=django_forms.RadioSelect,
        error_messages={"required": "Choose who decided it"},
    )
    decided_on = fields.DateField(
        label="When?",
        help_text="Where a meeting decided it, the day of that meeting.",
        called="The day of the decision",
        error_messages={"required": "Enter the day of the decision"},
    )
    prints_at = fields.LineField(
        label="Where does the report say it?",
        help_text="Paragraph or footnote, such as 3.12. It can be added later.",
        max_length=100,
        width=20,
        required=False,
    )
    side = django_forms.ChoiceField(
        label="Does it tell anything about the family, friends or the perpetrator’s side?",
        choices=[("", "No: everybody on the panel may read it"), *Side.choices],
        help_text="If so, only those who open the family compartment read it, and it is not "
        "inserted into the report.",
        widget=django_forms.RadioSelect,
        required=False,
    )

    def __init__(
        self,
        data: object = None,
        *,
        meetings: Iterable[Meeting],
        rounds: Iterable[AgreementRound],
        with_side: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.places: dict[str, Meeting | AgreementRound] = {
            **{f"meeting-{one.pk}": one for one in meetings},
            **{f"round-{one.pk}": one for one in rounds},
        }
        self.fields["where"].choices = [  # type: ignore[attr-defined]
            (CHAIR, Forum.CHAIR.label),
            *((key, words_of(one)) for key, one in self.places.items()),
        ]
        if not with_side:
            del self.fields["side"]

    def decided(self) -> Decided:
        said = dict(self.cleaned_data)
        place = self.places.get(said.pop("where"))
        if isinstance(place, Meeting):
            return Decided(forum=Forum.MEETING, meeting=place, **said)
        if place:
            return Decided(forum=Forum.ROUND, round=place, **said)
        return Decided(forum=Forum.CHAIR, **said)

    @staticmethod
    def initial_of(entry: RegisterEntry) -> dict[str, Any]:
        names = ("kind", "about", "reason", "decided_on", "prints_at")
        where = (
            f"meeting-{entry.meeting_id}"
            if entry.meeting_id
            else f"round-{entry.round_id}"
            if entry.round_id
            else CHAIR
        )
        return {"where": where} | {name: getattr(entry, name) for name in names}


def words_of(place: Meeting | AgreementRound) -> str:
    if isinstance(place, Meeting):
        day = place.held_on
        return f"{place.name}, {day.day} {day:%B %Y}"
    return f"Round on {place.title}"


class TakeBackForm(forms.Form):
    because = fields.ParagraphField(
        label="Why is it taken back?", error_messages={"required": "Say why it is taken back"}
    )
