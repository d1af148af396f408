import re
from datetime import date
from typing import Any

from django import forms as django_forms

from agencies.models import CommunitySafetyPartnership
from documents.forms import ReceivedFileField
from pages import fields, forms
from pages.fields import month_number
from reviews import regimes
from reviews.lifecycle import Stage
from reviews.models import EarlierStep, ReviewKind
from reviews.models.review import REFERENCE


class OpenReviewForm(forms.Form):
    """The notification of a death, as the partnership received it."""

    partnership = django_forms.ModelChoiceField(
        queryset=CommunitySafetyPartnership.objects.none(), label="Partnership", empty_label=None
    )
    reference = fields.LineField(
        label="Reference",
        help_text="It stands in addresses and emails, so it carries no name, date or place.",
        width=20,
        max_length=30,
        validators=[REFERENCE],
    )
    regime_code = django_forms.ChoiceField(
        label="Legal basis", choices=regimes.CHOICES, initial="DHR_2016"
    )
    display_label = fields.LineField(
        label="What you call it",
        help_text="DHR or DARDR, as your partnership says. It does not change the legal basis.",
        width=10,
        initial="DHR",
        max_length=20,
    )
    notified_on = fields.DateField(
        label="When was the partnership told of the death?", called="The day of notification"
    )
    notified_by = fields.LineField(
        label="Who told it?",
        help_text="The body and the officer's post, such as Northshire Police, review officer",
    )
    notification = ReceivedFileField(
        label="The notification", help_text="The letter, form or email.", required=False
    )
    kind = django_forms.ChoiceField(
        label="What kind of death does it appear to be?",
        choices=[("", "Not known yet"), *ReviewKind.choices],
        required=False,
    )
    died_on = fields.DateField(label="Date of death", required=False)
    incident_on = fields.DateField(
        label="Date of the incident",
        help_text="Where it was before the day of death.",
        required=False,
    )
    victim_name = fields.LineField(
        label="Full name of the person who died",
        help_text="Kept sealed. No email carries it; papers do where names are asked for.",
    )
    victim_aliases = fields.ParagraphField(
        label="Other names the person was known by",
        help_text="One on each line, such as a former surname.",
        rows=3,
        required=False,
    )
    victim_born_on = fields.DateField(label="Date of birth", required=False)
    is_another_death = django_forms.BooleanField(
        label="This is another death than those listed above", required=False
    )

    def __init__(self, *args: Any, partnerships: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partnership"].queryset = partnerships  # type: ignore[attr-defined]
        if len(partnerships) == 1:
            self.fields["partnership"].initial = partnerships[0]

    def questions(self) -> list[Any]:
        """Return what everybody is asked; the last box is shown only where it matters."""
        return [field for field in self if field.name != "is_another_death"]

    def clean_victim_aliases(self) -> list[str]:
        return lines(self.cleaned_data["victim_aliases"])


def lines(typed: str) -> list[str]:
    """Return the lines of a box that asks for one thing on each."""
    return [line.strip() for line in typed.splitlines() if line.strip()]


class AdoptForm(forms.Form):
    """Where a review stood before this system, and the days that are known."""

    stage = django_forms.ChoiceField(
        label="Where does it stand today?",
        choices=[choice for choice in Stage.choices if choice[0] != Stage.NOTIFIED],
    )
    reason = fields.ParagraphField(
        label="Why are the earlier steps not in here?",
        help_text="One sentence for all of them, such as: begun in 2024 on paper.",
        rows=2,
    )
    earlier = fields.ParagraphField(
        label="What happened before, and when",
        help_text=(
            "One step on each line, the day first, such as: 12 March 2025 First panel meeting. "
            "Name a stage to give it its day: 3 June 2025 Commissioned."
        ),
        rows=10,
        required=False,
    )

    def clean_earlier(self) -> list[tuple[date, str]]:
        found = []
        for number, line in enumerate(lines(self.cleaned_data["earlier"]), 1):
            match = DAY_FIRST.match(line)
            day = real_day(match) if match else None
            if match is None or day is None:
                raise django_forms.ValidationError(
                    f"Line {number} must begin with a real day, such as 12 March 2025"
                )
            found.append((day, match["words"]))
        return found

    def days(self) -> dict[Stage, date]:
        """Return the days of those lines that name a stage."""
        named = {stage.label.casefold(): stage for stage in Stage}
        return {
            named[words.casefold()]: day
            for day, words in self.cleaned_data["earlier"]
            if words.casefold() in named
        }

    def steps(self) -> list[EarlierStep]:
        """Return the other lines as rows that are not saved yet."""
        named = {stage.label.casefold() for stage in Stage}
        return [
            EarlierStep(event=words, happened_on=day)
            for day, words in self.cleaned_data["earlier"]
            if words.casefold() not in named
        ]


DAY_FIRST = re.compile(
    r"^(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]+)\s+(?P<year>\d{4})[ ,:–-]+(?P<words>.+)$"
)


def real_day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), month_number(match["month"]), int(match["day"]))
    except ValueError:
        return None
