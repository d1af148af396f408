"""What is asked of whoever commissions evidence."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, cast

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from agencies.models import Agency
from evidence.models import EvidenceRequest, Tier
from evidence.queries.bodies import writers
from evidence.queries.commissioning import Place
from evidence.rules.requests import Brief
from pages import fields, forms
from panels.models import Meeting
from reviews.models import Review

FROM_HERE, ELSEWHERE = "FROM_HERE", "ELSEWHERE"
TIERS = [("", "Not decided yet"), *Tier.choices]


class BriefForm(forms.Form):
    """What a round of requests says beside the tier of each agency."""

    due_on = fields.DateField(
        label="Evidence due by",
        help_text=(
            "Six weeks from the agreement of the terms of reference, or from today where that is "
            "near or past, unless you change it."
        ),
        called="The day the evidence is due",
    )
    chronology_due_on = fields.DateField(
        label="Chronology due by, where it comes first",
        help_text="Leave it empty where everything is due on one day.",
        called="The day the chronology is due",
        required=False,
    )
    written_by = django_forms.ModelChoiceField(
        label="Does another body write for them?",
        help_text=(
            "Such as an integrated care board for several GP practices. It holds for every agency "
            "that this round changes, and the body is emailed too: ask others in a round of their "
            "own. Where one report is for all, choose “In the report of another body” above."
        ),
        queryset=Agency.objects.none(),
        empty_label="No, each writes for itself",
        required=False,
    )
    decided_at = fields.NumberField(
        label="Which meeting of the panel decided it?",
        help_text="Its number, such as 2. Leave it empty where none did.",
        min_value=1,
        max_value=999,
        required=False,
    )
    whom_to_ring = fields.LineField(
        label="Whom to ring with questions",
        help_text="Name and telephone number.",
        error_messages={"required": "Enter whom to ring with questions"},
    )
    note = fields.ParagraphField(
        label="Anything to add to the request",
        help_text="It stands on the page that the email links to, and in no email.",
        rows=3,
        required=False,
    )
    reason = fields.ParagraphField(
        label="Why something else is asked than before",
        help_text="Needed only where an agency was asked before. The agency reads it.",
        rows=2,
        required=False,
    )
    how = django_forms.ChoiceField(
        label="How are they told?",
        choices=[
            (FROM_HERE, fields.Hinted("Email from here", hint="A link, and nothing of the case.")),
            (
                ELSEWHERE,
                fields.Hinted("They know already", hint="Nothing is sent. Say below how and when."),
            ),
        ],
        widget=django_forms.RadioSelect,
        initial=FROM_HERE,
    )
    asked_on = fields.DateField(
        label="When were they asked?",
        help_text="Only where they know already.",
        called="The day they were asked",
        required=False,
    )
    told_otherwise = fields.LineField(
        label="How were they asked?",
        help_text="Only where they know already. Such as: letter, or at the second meeting.",
        max_length=200,
        required=False,
    )
    admit_contacts = django_forms.BooleanField(
        label="Let the named contacts sign in to read it",
        help_text="They see their agency’s part, with true names, and nothing else of the review.",
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.review = review
        bodies = cast("django_forms.ModelChoiceField[Agency]", self.fields["written_by"])
        bodies.queryset = writers(review)

    def clean_decided_at(self) -> Meeting | None:
        number = self.cleaned_data["decided_at"]
        if number is None:
            return None
        found: Meeting | None = self.review.meetings.filter(number=number).first()
        if found is None:
            raise ValidationError(f"This panel has no meeting {number}")
        return found

    def without_admission(self) -> None:
        """Leave out what this person may not do."""
        del self.fields["admit_contacts"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("how") == ELSEWHERE:
            if "asked_on" in said and not said["asked_on"]:
                self.add_error("asked_on", "Enter the day they were asked")
            if not said.get("told_otherwise"):
                self.add_error("told_otherwise", "Say how they were asked")
        return said

    @property
    def sends_email(self) -> bool:
        return bool(self.cleaned_data["how"] == FROM_HERE)

    def asked_on_or(self, today: date) -> date:
        """Return the day they were asked: today, where they are asked from here."""
        said: date | None = None if self.sends_email else self.cleaned_data["asked_on"]
        return said or today

    def brief(self) -> Brief:
        said = self.cleaned_data
        return Brief(
            due_on=said["due_on"],
            whom_to_ring=said["whom_to_ring"],
            note=said["note"],
            reason=said["reason"],
            told_otherwise="" if self.sends_email else said["told_otherwise"],
            chronology_due_on=said["chronology_due_on"],
            written_by=said["written_by"],
            decided_at=said["decided_at"],
        )


class CommissionForm(BriefForm):
    """The tier of every agency of a review, on one page."""

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places
        brief = list(self.fields)
        for place in places:
            self.fields[name_of(place)] = django_forms.ChoiceField(
                label=f"What to ask of {place.part.agency.name}",
                help_text=". ".join(place.known),
                choices=TIERS,
                initial=place.suggested or "",
                required=False,
            )
        self.order_fields([name for name in self.fields if name not in brief])

    def lines(self) -> Iterator[tuple[Place, BoundField]]:
        """Return each agency with its question."""
        for place in self.places:
            yield place, self[name_of(place)]

    def common(self) -> list[BoundField]:
        """Return the questions about the round as a whole."""
        return [self[name] for name in BriefForm.base_fields if name in self.fields]

    def tiers(self) -> dict[int, Tier | None]:
        """Return by agency what is asked of it; nothing where it is not decided."""
        said = {place.part.pk: self.cleaned_data[name_of(place)] for place in self.places}
        return {pk: Tier(tier) if tier else None for pk, tier in said.items()}


def name_of(place: Place) -> str:
    return f"tier_{place.part.pk}"


class ChangeRequestForm(BriefForm):
    """What is asked of one agency from now on."""

    tier = django_forms.ChoiceField(
        label="What is asked of it now?", choices=Tier, widget=django_forms.RadioSelect
    )

    field_order = [
        "tier",
        "due_on",
        "chronology_due_on",
        "written_by",
        "decided_at",
        "reason",
        "whom_to_ring",
        "note",
    ]

    @staticmethod
    def initial_of(request: EvidenceRequest | None) -> dict[str, Any]:
        """Return what stands, in the boxes of the form."""
        names = ("tier", "due_on", "whom_to_ring", "note", "chronology_due_on", "written_by")
        return {name: getattr(request, name) for name in names} if request else {}
