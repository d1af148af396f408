from collections.abc import Sequence
from typing import Any

from django import forms as django_forms

from pages import fields, forms
from pages.templatetags.dates import date_long
from panels.models import AgreementRound, Meeting
from reviews.checks.true_names import Finding

OTHERWISE = "otherwise"


class AgreeTermsForm(forms.Form):
    """Where and when a version was agreed."""

    where = django_forms.ChoiceField(
        label="Where was it agreed?",
        widget=django_forms.RadioSelect,
        error_messages={"required": "Select where it was agreed"},
    )
    otherwise = fields.LineField(
        label="Where else?",
        help_text="Only where none of these fits, such as a meeting before this system.",
        max_length=200,
        required=False,
    )
    agreed_on = fields.DateField(label="When was it agreed?", called="The day of the agreement")
    reason = fields.ParagraphField(
        label="Anything unusual",
        help_text="Needed where the day comes before an earlier step of the review, or where a "
        "round did not agree it and it stands all the same.",
        rows=3,
        required=False,
    )
    names_looked_at = django_forms.BooleanField(
        label="I have read these places, and the words are ordinary words there", required=False
    )

    def __init__(
        self,
        *args: Any,
        meetings: Sequence[Meeting],
        rounds: Sequence[AgreementRound],
        doubtful: Sequence[Finding],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.meetings = {f"meeting-{meeting.pk}": meeting for meeting in meetings}
        self.rounds = {f"round-{row.pk}": row for row in rounds}
        self.fields["where"].choices = [  # type: ignore[attr-defined]
            *((key, in_words(meeting)) for key, meeting in self.meetings.items()),
            *((key, round_in_words(row)) for key, row in self.rounds.items()),
            (OTHERWISE, "Somewhere else"),
        ]
        if doubtful:
            said = " ".join(finding.words for finding in doubtful)
            self.fields["names_looked_at"].help_text = said
        else:
            del self.fields["names_looked_at"]

    def agreement(self) -> dict[str, Any]:
        """Return what was answered, as `operations.terms.agree_terms` takes it."""
        said = self.cleaned_data
        where = said["where"]
        return {
            "agreed_on": said["agreed_on"],
            "meeting": self.meetings.get(where),
            "agreement_round": self.rounds.get(where),
            "otherwise": said["otherwise"] if where == OTHERWISE else "",
            "reason": said["reason"],
            "names_looked_at": said.get("names_looked_at", False),
        }


def in_words(meeting: Meeting) -> str:
    return f"{meeting.name} of the panel, {date_long(meeting.held_on)}"


def round_in_words(row: AgreementRound) -> fields.Hinted:
    return fields.Hinted(f"The round closed on {date_long(row.closed_on)}", hint=row.outcome_words)
