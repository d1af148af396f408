"""What passed between the partnership and one agency, in order, with every file."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404
from django.urls import reverse
from django.utils.timezone import localdate

from documents.models import Document
from evidence.models import (
    ReturnFile,
    ScopingChase,
    ScopingDelay,
    ScopingRequest,
    ScopingReturn,
    ScopingRoute,
)
from messaging.models import State
from pages.parts import Row
from pages.templatetags.dates import date_long
from reviews.models import AgencyInvolvement


@dataclass(frozen=True)
class Attached:
    """A file of an entry, behind the door of this agency's part."""

    document: Document
    href: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """
    One thing that was sent, said or done.

    on: the day it happened. recorded_at, recorded_by: when it was entered, and by whom.
    trouble: what went wrong with it, where something did.
    """

    on: date
    recorded_at: datetime
    recorded_by: str
    title: str
    rows: list[Row] = field(default_factory=list)
    files: list[Attached] = field(default_factory=list)
    provenance: str = ""
    trouble: str = ""
    is_superseded: bool = False


def with_scoping(part: AgencyInvolvement) -> AgencyInvolvement:
    """Fetch all that was asked of an agency and answered, in a fixed number of queries."""
    chases = ScopingChase.objects.select_related("message", "recorded_by")
    letters = ScopingRequest.objects.select_related("letter", "message", "recorded_by")
    answers = ScopingReturn.objects.select_related(
        "document", "original", "recorded_by", "answered_by", "same_as__involvement__agency"
    ).prefetch_related(Prefetch("files", ReturnFile.objects.select_related("document")))
    prefetch_related_objects(
        [part],
        Prefetch(
            "scoping_requests", letters.prefetch_related(Prefetch("chases", chases), "delays")
        ),
        Prefetch("scoping_returns", answers),
    )
    return part


def scoping_entries(part: AgencyInvolvement, *, inside: bool) -> list[Entry]:
    """
    Return everything about scoping between the partnership and an agency, the oldest first.

    part: with its letters and answers, from `with_scoping`.

    inside: for the people of the review. An agency's own people see what they were sent and what
    they said, and not what the partnership noted about them.
    """
    letters, answers = part.scoping_requests.all(), part.scoping_returns.all()
    entries = [letter_entry(part, letter, inside=inside) for letter in letters]
    entries += [
        chase_entry(chase, inside=inside) for letter in letters for chase in letter.chases.all()
    ]
    entries += [delay_entry(delay) for letter in letters for delay in letter.delays.all()]
    standing = {answer.request_id: answer.pk for answer in answers}
    entries += [
        return_entry(part, answer, inside=inside, stands=standing[answer.request_id] == answer.pk)
        for answer in answers
    ]
    return sorted(entries, key=lambda entry: (entry.on, entry.recorded_at))


def letter_entry(part: AgencyInvolvement, letter: ScopingRequest, *, inside: bool) -> Entry:
    rows = [
        Row("Sent to", letter.sent_to) if inside else None,
        Row("Answer due", date_long(letter.due_on)),
        Row("Whom to ring", letter.whom_to_ring),
        Row("It also says", letter.note),
        Row("About the day", letter.unusual_reason) if inside else None,
    ]
    return Entry(
        on=letter.sent_on,
        recorded_at=letter.recorded_at,
        recorded_by=name_of(letter),
        title=f"Asked {ScopingRoute(letter.route).by}",
        rows=[row for row in rows if row and row.value],
        files=attached(part, letter.letter),
        trouble=trouble(letter) if inside else "",
    )


def chase_entry(chase: ScopingChase, *, inside: bool) -> Entry:
    return Entry(
        on=chase.chased_on,
        recorded_at=chase.recorded_at,
        recorded_by=name_of(chase),
        title=chase_title(chase) if inside else f"Reminded {ScopingRoute(chase.route).by}",
        rows=chase_rows(chase) if inside else [],
        trouble=trouble(chase) if inside else "",
    )


def chase_title(chase: ScopingChase) -> str:
    done = "Escalated" if chase.escalated_to else "Reminded"
    return f"{done} {ScopingRoute(chase.route).by}"


def chase_rows(chase: ScopingChase) -> list[Row]:
    rows = [
        Row("Who tried", chase.tried_by),
        Row("Whom", chase.tried_whom),
        Row("Escalated to", chase.escalated_to),
        Row("Note", chase.note),
    ]
    return [row for row in rows if row.value]


def delay_entry(delay: ScopingDelay) -> Entry:
    whose = f"{delay.full_name}, {delay.job_title}"
    rows = [
        Row("Until", date_long(delay.until_on)),
        Row("Why", delay.reason),
        Row("Records secured", "Yes" if delay.records_secured else "No"),
    ]
    return Entry(
        on=localdate(delay.recorded_at),
        recorded_at=delay.recorded_at,
        recorded_by=whose,
        title="Asked for more time",
        rows=rows,
        provenance=f"Asked by link by {whose}.",
    )


def return_entry(
    part: AgencyInvolvement, answer: ScopingReturn, *, inside: bool, stands: bool
) -> Entry:
    shown = inside or not answer.kind.is_by_partnership
    return Entry(
        on=answer.answered_on,
        recorded_at=answer.recorded_at,
        recorded_by=answer.whose or name_of(answer),
        title=answer.kind.label,
        rows=answer_rows(answer) if shown else [],
        files=attached(
            part,
            answer.document,
            answer.original,
            *(one.document for one in answer.files.all()),
        ),
        provenance=answer.provenance,
        is_superseded=not stands,
    )


def answer_rows(answer: ScopingReturn) -> list[Row]:
    secured = {True: "Yes", False: "No", None: ""}[answer.records_secured]
    rows = [
        Row("Records secured", secured),
        Row("Systems searched", answer.systems_searched),
        Row("Searched under", answer.names_searched),
        Row("Searched from", date_long(answer.searched_from)),
        Row("Searched to", date_long(answer.searched_to)),
        Row("Searched by", answer.searched_by),
        Row("Could not be searched", answer.search_scope_note),
        Row("What it says", answer.account),
        Row("Earliest contact", date_long(answer.contact_from)),
        Row("Latest contact", date_long(answer.contact_to)),
        Row("Why", answer.reason),
        Row("About the day", answer.unusual_reason),
        Row("What was wrong before", answer.corrects_because),
        Row("Held back", answer.withheld),
        Row("Held back because", answer.withheld_because),
        Row("On what legal basis", answer.get_withheld_basis_display()),
        Row("Agreed with", answer.redaction_agreed_with),
        Row("Answered in its place by", answer.answered_by.name if answer.answered_by else ""),
        Row("One reply for several services", one_reply(answer)),
    ]
    return [row for row in rows if row.value]


def one_reply(answer: ScopingReturn) -> str:
    """Name the service for which the same reply was kept first; nothing where there is none."""
    return f"As that of {answer.same_as.involvement.agency.name}" if answer.same_as else ""


def trouble(sent: ScopingRequest | ScopingChase) -> str:
    """Say what became of an email that did not arrive."""
    if sent.message is None or sent.message.state != State.FAILED:
        return ""
    return f"The email could not be sent: {sent.message.failure}"


def name_of(row: ScopingRequest | ScopingChase | ScopingReturn) -> str:
    return row.recorded_by.full_name if row.recorded_by else "the command line"


def attached(part: AgencyInvolvement, *documents: Document | None) -> list[Attached]:
    return [
        Attached(document, reverse("evidence:scoping-file", args=[*place(part), document.pk]))
        for document in documents
        if document
    ]


def place(part: AgencyInvolvement) -> tuple[str, int]:
    return part.review.reference, part.pk


def scoping_file_or_404(part: AgencyInvolvement, document_id: int) -> Document:
    """Return a file of an agency's letters and answers. Raises Http404 for any other."""
    held = {
        *part.scoping_requests.values_list("letter", flat=True),
        *part.scoping_returns.values_list("document", flat=True),
        *part.scoping_returns.values_list("original", flat=True),
        *part.scoping_returns.values_list("files__document", flat=True),
    }
    if document_id not in held:
        raise Http404
    return Document.objects.get(pk=document_id)
