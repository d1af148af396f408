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
from reviews.models import EarlierStep, Exactness, ReviewKind
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
        help_text="It is kept encrypted. No email carries it; papers do where names are asked for.",
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
            "Where the day is not known, the month or the year does: March 2025. Name a stage to "
            "give it its day: 3 June 2025 Commissioned."
        ),
        rows=10,
        required=False,
    )
    prints = django_forms.BooleanField(
        label="Show these steps in the timescales of the report",
        help_text="By month at the most. Word them without anybody’s name.",
        required=False,
    )

    def clean_earlier(self) -> list[EarlierStep]:
        found = []
        for number, line in enumerate(lines(self.cleaned_data["earlier"]), 1):
            step = read_step(line)
            if step is None:
                raise django_forms.ValidationError(
                    f"Line {number} must begin with a real day, month or year, such as 12 March "
                    "2025 or March 2025"
                )
            if len(step.event) > LONGEST_STEP:
                raise django_forms.ValidationError(
                    f"Line {number} is too long. Say it in {LONGEST_STEP} letters, and the rest "
                    "where it belongs"
                )
            found.append(step)
        return found

    def days(self) -> dict[Stage, date]:
        """Return the days of those lines that name a stage and know its day."""
        return {
            STAGES[step.event.casefold()]: step.happened_on
            for step in self.cleaned_data["earlier"]
            if is_stage(step) and step.happened_on
        }

    def steps(self) -> list[EarlierStep]:
        """
        Return the other lines as rows that are not saved yet. A stage of which only the month is
        known has no day, so that its line is kept as a step. It does not print: the report has
        words of its own for what stages stand for.
        """
        steps = [step for step in self.cleaned_data["earlier"] if not is_stage(step)]
        for step in steps:
            step.prints = self.cleaned_data["prints"] and step.event.casefold() not in STAGES
        return steps


LONGEST_STEP = 100
STAGES = {stage.label.casefold(): stage for stage in Stage}
DAY_FIRST = re.compile(
    r"^(?:(?:(?P<day>\d{1,2})\s+)?(?P<month>[A-Za-z]+)\s+)?(?P<year>\d{4})[ ,:–-]+(?P<words>.+)$"
)


def is_stage(step: EarlierStep) -> bool:
    return step.event.casefold() in STAGES and step.exactness == Exactness.DAY


def read_step(line: str) -> EarlierStep | None:
    """Read "12 March 2025 First meeting", "March 2025 …" or "2025 …"; None for anything else."""
    match = DAY_FIRST.match(line)
    day = real_day(match) if match else None
    if match is None or day is None:
        return None
    known = Exactness.MONTH if match["month"] else Exactness.YEAR
    return EarlierStep(
        event=match["words"],
        happened_on=day,
        exactness=Exactness.DAY if match["day"] else known,
    )


def real_day(match: re.Match[str]) -> date | None:
    month = month_number(match["month"]) if match["month"] else 1
    try:
        return date(int(match["year"]), month, int(match["day"] or 1))
    except ValueError:
        return None
