from collections.abc import Sequence
from typing import Any

from django import forms as django_forms

from anonymity.models import DecisionChoice
from anonymity.queries.findings import Group
from pages import fields, forms

REPLACE = "REPLACE"


class DecideForm(forms.Form):
    """What is decided on findings of one policy: let them stand, and why, or replace them."""

    choice = django_forms.ChoiceField(
        label="What do you decide on those that are ticked?",
        widget=django_forms.RadioSelect,
        error_messages={"required": "Say what you decide"},
    )
    instead = fields.LineField(
        label="The words to put in their place",
        help_text="Only where you replace them.",
        required=False,
        max_length=300,
    )
    reason = fields.ParagraphField(
        label="Why?",
        help_text="Where something stays or identifies nobody. Whoever certifies reads it.",
        rows=3,
        required=False,
        max_length=2000,
    )
    all_of_them = django_forms.BooleanField(
        label="All that is left under this heading, also what is not on this page", required=False
    )

    def __init__(
        self, *args: Any, group: Group, can_replace: bool, is_long: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.group = group
        self.fields["choice"].choices = list(choices(group, can_replace))  # type: ignore[attr-defined]
        if can_replace:
            self.fields["instead"].initial = proposal_of(group)
        else:
            del self.fields["instead"]
        if not is_long:
            del self.fields["all_of_them"]

    @property
    def replaces(self) -> bool:
        return str(self.cleaned_data["choice"]) == REPLACE

    def numbers(self, ticked: Sequence[str]) -> set[int]:
        """Return the numbers of the findings that are decided on."""
        if self.cleaned_data.get("all_of_them"):
            return {one.found.number for one in self.group.shown if one.is_left}
        mine = {str(one.found.number): one.found.number for one in self.group.shown}
        return {mine[number] for number in ticked if number in mine}


REPLACED = (
    REPLACE,
    fields.Hinted("Replace it", hint="In the working text. The next draft holds it."),
)
STAYS = (
    DecisionChoice.ACCEPT.value,
    fields.Hinted("It stays", hint="Here, in these very sentences."),
)
NOBODY = (
    DecisionChoice.NOT_AN_IDENTIFIER.value,
    fields.Hinted("It identifies nobody", hint="The same words are not asked about again."),
)


def choices(group: Group, can_replace: bool) -> list[tuple[str, str]]:
    """Return what can be decided. What gives somebody away cannot be chosen to stay."""
    all_stop = all(one.found.stops for one in group.shown if one.is_left)
    return [*([REPLACED] if can_replace else []), *([] if all_stop else [STAYS]), NOBODY]


def proposal_of(group: Group) -> str:
    """Return what every finding of the group would be replaced by, where they agree."""
    proposals = {one.found.proposal for one in group.shown if one.is_left}
    return proposals.pop() if len(proposals) == 1 else ""
