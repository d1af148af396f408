"""Confirm what was read in an agency's Word file: its words go where they would have been typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction

from actionplans.readers.days import mentions
from actionplans.readers.numbers import folded
from agencies.models import Actor, person_behind
from agencyfiles import rules
from agencyfiles.models import FrontSheet
from agencyfiles.readers.meaning import POINTS, Part
from chronologies.operations.submissions import receive_chronology
from evidence.models import Extent, ImrPoint, ImrVersion, IndividualManagementReview, PointKind
from evidence.operations.imr_drafts import draft_of, write_analysis, write_part
from evidence.operations.imrs import note
from evidence.queries.enquiries import lines_of

ENQUIRY = "enquiry-"
WRITTEN = (Part.FACTS, Part.RECORDS, Part.STAFF, Part.CLEARED, Part.POLICY)


@dataclass(frozen=True)
class Kept:
    """Some words of the file and the part they belong to; `Part.REST` leaves them in it."""

    part: str
    words: str
    heading: str = ""


@dataclass(frozen=True, kw_only=True)
class Confirmed:
    """
    What somebody says that a file says.

    sha256: of the file they looked at. front: by field of `FrontSheet`. sends_chronology: the
    chronology in the file goes on as the agency's.
    """

    sha256: str
    front: Mapping[str, str]
    pieces: Sequence[Kept]
    extent: Extent | str = ""
    feedback_to_staff_on: date | None = None
    sends_chronology: bool = False

    def words(self, part: str) -> str:
        said = (piece.words.strip() for piece in self.pieces if piece.part == part)
        return "\n\n".join(filter(None, said))


@transaction.atomic
def confirm(
    *,
    imr: IndividualManagementReview,
    said: Confirmed,
    today: date,
    by: Actor,
    at: datetime,
) -> FrontSheet:
    """
    Put the words of a file into the parts of the draft; they take the place of what these say.

    Parts of which the file says nothing stay as they are. A point with the same words as before
    stays the same point.

    Raises Refused for somebody who does not write it, where another file was uploaded since, or
    for a chronology that cannot be sent.
    """
    draft = draft_of(imr, by=by, at=at)
    document = rules.file_looked_at(draft, said.sha256)
    values = {part.value: words for part in WRITTEN if (words := said.words(part))}
    if said.extent:
        values["extent"] = said.extent
    days = {"feedback_to_staff_on": said.feedback_to_staff_on} if said.feedback_to_staff_on else {}
    if values or days:
        write_part(imr=imr, values={**values, **days}, today=today, by=by, at=at)
    for line in lines_of(draft.imr.involvement.review):
        if words := said.words(f"{ENQUIRY}{line.number}"):
            write_analysis(imr=imr, enquiry=line, text=words, by=by, at=at)
    for part in POINTS:
        write_points(draft, PointKind(part), said, today=today)
    sheet, _made = FrontSheet.objects.update_or_create(
        version=draft,
        defaults={
            **said.front,
            "document": document,
            "left": [[one.heading, one.words] for one in said.pieces if one.part == Part.REST],
            "confirmed_at": at,
            "confirmed_by": person_behind(by),
        },
    )
    note("imr.reading_confirmed", draft.imr, by=by, at=at, version=draft.number)
    if said.sends_chronology:
        receive_chronology(involvement=draft.imr.involvement, document=document, by=by, at=at)
    return sheet


def write_points(draft: ImrVersion, kind: PointKind, said: Confirmed, *, today: date) -> None:
    """Write the points of one kind in the place of those before; none in the file changes none."""
    texts = [one.words.strip() for one in said.pieces if one.part == kind and one.words.strip()]
    if not texts:
        return
    before = {folded(point.text): point.root for point in draft.points.filter(kind=kind)}
    draft.points.filter(kind=kind).delete()
    ImrPoint.objects.bulk_create(
        ImrPoint(
            version=draft,
            root=before.pop(folded(text), None) or uuid4(),
            kind=kind,
            number=number,
            text=text,
            done_on=day_in(text, today=today) if kind.has_day else None,
        )
        for number, text in enumerate(texts, 1)
    )


def day_in(text: str, *, today: date) -> date | None:
    """Return the one day that an action already taken names; None for none, or for several."""
    days = {one.day for one in mentions(text) if one.is_exact and one.day <= today}
    return days.pop() if len(days) == 1 else None
