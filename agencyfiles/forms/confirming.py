"""What was read in an agency's file, each piece with its words, to be corrected and confirmed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms as django_forms
from django.forms.boundfield import BoundField

from actionplans.readers.days import mentions
from agencyfiles.models import Front
from agencyfiles.operations.confirming import ENQUIRY, Confirmed, Kept
from agencyfiles.queries.reading import ChronologyChoice
from agencyfiles.readers.found import Piece, ReadReport
from agencyfiles.readers.meaning import Part
from evidence.models import Extent, ImrVersion, PointKind
from pages import fields, forms
from panels.models import KeyLineOfEnquiry

IN_PARTS = (
    (Part.FACTS, "What was found"),
    (Part.RECORDS, "Records read"),
    (Part.STAFF, "Staff interviewed"),
    (Part.CLEARED, "Agreed with the police"),
    (Part.POLICY, "Policy and training"),
    (Part.FEEDBACK, "Feedback to staff"),
)
TAKES_PLACE = (
    "A chronology of your agency is here already. This one would take its place, also where that "
    "waits to be signed off."
)
STAYS = "Leave it in the document"
MOST = 400  # pieces; the rest stays in the document, and the page says so


@dataclass(frozen=True)
class Shown:
    """One piece on the page: the file's words, and the two inputs beside them."""

    piece: Piece
    part: BoundField
    words: BoundField

    @property
    def is_understood(self) -> bool:
        return bool(self.piece.part)


def choices_for(lines: Sequence[KeyLineOfEnquiry]) -> list[tuple[str, str]]:
    return [
        (Part.REST.value, STAYS),
        *((part.value, words) for part, words in IN_PARTS),
        *((f"{ENQUIRY}{line.number}", f"Line of enquiry {line.number}") for line in lines),
        *((kind.value, kind.label) for kind in PointKind),
    ]


class ConfirmForm(forms.Form):
    """Everything that was read in one file. sha256 is of the file, so that none is mistaken."""

    sha256 = django_forms.CharField(widget=django_forms.HiddenInput)
    extent = django_forms.ChoiceField(
        label="How much did your agency find?",
        choices=Extent.choices,
        widget=django_forms.RadioSelect,
        required=False,
    )
    feedback_to_staff_on = fields.DateField(
        label="When were the staff concerned told what you found?",
        help_text="Leave it empty until they have been told.",
        called="The day",
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        report: ReadReport,
        version: ImrVersion,
        lines: Sequence[KeyLineOfEnquiry],
        choice: ChronologyChoice,
        today: date,
        **kwargs: Any,
    ) -> None:
        document = version.document
        super().__init__(
            *args,
            initial={
                "sha256": document.sha256 if document else "",
                "extent": version.extent,
                "feedback_to_staff_on": version.feedback_to_staff_on or told_on(report, today),
                **{f"front-{front}": report.said(front) for front in Front},
            },
            **kwargs,
        )
        self.pieces = report.pieces[:MOST]
        self.more = report.pieces[MOST:]
        for front in Front:
            self.fields[f"front-{front}"] = fields.LineField(
                label=front.label, max_length=1000, required=False
            )
        known = choices_for(lines)
        for place, piece in enumerate(self.pieces):
            self.add_piece(place, piece, known)
        if choice.may_send:
            rows = report.chronology_rows
            self.fields["sends_chronology"] = django_forms.BooleanField(
                label=f"Send the chronology in it ({rows} row{'' if rows == 1 else 's'}) as our "
                "chronology",
                help_text=TAKES_PLACE if choice.has_other else "",
                initial=not choice.has_other,
                required=False,
            )

    def add_piece(self, place: int, piece: Piece, known: list[tuple[str, str]]) -> None:
        is_known = piece.part in dict(known)
        self.fields[f"part-{place}"] = django_forms.ChoiceField(
            label="Belongs to",
            choices=known,
            initial=piece.part if is_known else Part.REST.value,
            required=False,
        )
        self.fields[f"words-{place}"] = fields.ParagraphField(
            label="Words",
            rows=min(10, 2 + len(piece.words) // 80),
            initial=piece.words,
            required=False,
        )

    def front_sheet(self) -> Iterator[BoundField]:
        return (self[f"front-{front}"] for front in Front)

    def shown(self) -> Iterator[Shown]:
        for place, piece in enumerate(self.pieces):
            yield Shown(piece, self[f"part-{place}"], self[f"words-{place}"])

    def understood(self) -> list[Shown]:
        return [one for one in self.shown() if one.is_understood]

    def not_understood(self) -> list[Shown]:
        return [one for one in self.shown() if not one.is_understood]

    def confirmed(self) -> Confirmed:
        said = self.cleaned_data
        return Confirmed(
            sha256=said["sha256"],
            front={front.value: said[f"front-{front}"] for front in Front},
            pieces=[
                Kept(said[f"part-{place}"], said[f"words-{place}"], piece.heading)
                for place, piece in enumerate(self.pieces)
            ]
            + [Kept(Part.REST, piece.words, piece.heading) for piece in self.more],
            extent=said["extent"],
            feedback_to_staff_on=said["feedback_to_staff_on"],
            sends_chronology=bool(said.get("sends_chronology")),
        )


def told_on(report: ReadReport, today: date) -> date | None:
    """Return the day that the file gives for the feedback to staff, where it names one."""
    words = " ".join(piece.words for piece in report.of(Part.FEEDBACK))
    days = [one.day for one in mentions(words) if one.is_exact and one.day <= today]
    return max(days, default=None)
