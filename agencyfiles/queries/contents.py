"""What an agency can take home, told before it is made: what there is, counted and not fetched."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, Q, QuerySet

from agencies.models import User
from agencyfiles.queries.quoted import may_read_drafts
from agencyfiles.queries.told import Title, may_read
from chronologies.models import ChronologySubmission
from composite.models import FindingQuestion
from documents.models import Document
from evidence.models import (
    AuthorDeclaration,
    EvidenceRequest,
    ImrQuery,
    ImrSignOff,
    ImrVersion,
    ReturnFile,
    ScopingRequest,
    ScopingReturn,
)
from questions.models import Question
from reviews.models import AgencyInvolvement

Rows = QuerySet[Any]


@dataclass(frozen=True)
class Kept:
    """Records that a section tells of, and which of their fields hold a file that goes with it."""

    title: Title
    rows: Rows
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contents:
    """titles: of the sections that hold something. files: how many there are, each once."""

    titles: list[str]
    files: int
    reads_drafts: bool


def contents_for(reader: User, part: AgencyInvolvement) -> Contents:
    """
    Return what `own_file` would hold, in three queries however much it is.

    The caller has asked whether they are its own people.
    """
    kept = [one for one in kept_of(part) if may_read(reader, part, one.title)]
    return Contents(
        titles=titles_of(part, kept),
        files=count_files(kept),
        reads_drafts=may_read_drafts(reader, part),
    )


def kept_of(part: AgencyInvolvement) -> Iterator[Kept]:
    own, of_imr = {"involvement": part}, {"imr__involvement": part}
    asked = ImrQuery.objects.filter(**of_imr).asked()
    answers = ScopingReturn.objects.filter(**own)
    signed = ImrSignOff.objects.filter(version__imr__involvement=part)
    commissions = EvidenceRequest.objects.filter(**own)
    yield Kept(Title.SCOPING, ScopingRequest.objects.filter(**own), ("letter",))
    yield Kept(Title.SCOPING, answers, ("document", "original"))
    yield Kept(Title.SCOPING, ReturnFile.objects.filter(scoping_return__in=answers), ("document",))
    yield Kept(Title.REQUESTS, commissions)
    yield Kept(Title.HISTORY, commissions.filter(involvement__imr__isnull=False))
    yield Kept(Title.HISTORY, AuthorDeclaration.objects.filter(**of_imr))
    yield Kept(Title.HISTORY, asked)
    yield Kept(Title.HISTORY, signed)
    yield Kept(Title.REPORT, ImrVersion.objects.filter(**of_imr), ("document", "original"))
    yield Kept(Title.REPORT, signed, ("original",))
    yield Kept(Title.REPORT_QUESTIONS, asked, ("answer_file", "original"))
    panel = Question.objects.asked().filter(**own)
    yield Kept(Title.PANEL_QUESTIONS, panel, ("answer_file", "original"))
    yield Kept(Title.INTERVIEWS, Question.objects.interviews().asked().filter(staff_of=part))
    sent = ChronologySubmission.objects.filter(**own)
    yield Kept(Title.CHRONOLOGY, sent, ("document", "original"))
    yield Kept(Title.CHRONOLOGY_QUESTIONS, FindingQuestion.objects.to_read().filter(**own))


def titles_of(part: AgencyInvolvement, kept: list[Kept]) -> list[str]:
    """Return the titles under which there is anything, in the order of the file."""
    found: dict[str, Q] = {}
    for one in kept:
        name, there = one.title.name.lower(), Q(Exists(one.rows))
        found[name] = found[name] | there if name in found else there
    if not found:
        return []
    told = AgencyInvolvement.objects.filter(pk=part.pk).annotate(**found).values(*found).get()
    return [title.value for title in Title if told.get(title.name.lower())]


def count_files(kept: list[Kept]) -> int:
    held = [Q(pk__in=one.rows.order_by().values(name)) for one in kept for name in one.files]
    return Document.objects.filter(reduce(or_, held)).count() if held else 0
