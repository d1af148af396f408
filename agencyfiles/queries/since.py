"""
What an agency was asked beside its report: for evidence, in questions of the panel, and what may be
done with its own staff.

Replies that came by email stand with the answers of the agency that they were confirmed as.
Material that bodies lent, and contacts about other proceedings, are recorded for the chair and the
panel alone.
"""

from collections.abc import Iterator
from datetime import date

from agencies.models import User
from agencyfiles.queries.told import Item
from evidence.models import EvidenceRequest
from evidence.queries.evidence_letter import EvidenceLetter, evidence_letter_for
from pages.parts import Row
from pages.templatetags.dates import date_long
from questions.access import files_of
from questions.models import Question
from questions.queries.interviews import interviews_of
from reviews.models import AgencyInvolvement


def of_requests(reader: User, part: AgencyInvolvement) -> Iterator[Item]:
    """Tell each commission of evidence, the first first; the last with what it is under."""
    letter = evidence_letter_for(reader, part)
    if letter is None:
        return
    for request in reversed(letter.earlier):
        yield Item(title_of(request), list(rows_of(request)))
    yield Item(title_of(letter.request), [*rows_of(letter.request), *rows_of_terms(letter)])


def title_of(request: EvidenceRequest) -> str:
    return f"{date_long(request.asked_on)}: {request.get_tier_display()}"


def rows_of(request: EvidenceRequest) -> Iterator[Row]:
    said = {
        "What to send": request.asks.what_to_send,
        "Why this took the place of what was asked before": request.reason,
        "Written for you by": request.written_by.name if request.written_by else "",
        "Chronology first, by": day_of(request.chronology_due_on),
        "Due by": day_of(request.due_on),
        "Whom to ring": request.whom_to_ring,
        "Said with it": request.note,
        "How you were asked": request.told_otherwise,
    }
    yield from (Row(name, words) for name, words in said.items() if words)


def rows_of_terms(letter: EvidenceLetter) -> Iterator[Row]:
    """Say over which time and on which lines. Who it is about stands in the pack on paper."""
    if not letter.request.asks.asks_for_something:
        return
    if letter.period:
        yield Row("Over which time", letter.period)
    for line in letter.enquiries:
        yield Row(f"Line of enquiry {line.number}", line.text)


def of_panel_questions(part: AgencyInvolvement) -> Iterator[Item]:
    """Tell each question that was put to the agency, whatever else it sent, and its answer."""
    asked = Question.objects.asked().filter(involvement=part)
    for one in asked.select_related("answer_file", "original"):
        said = {
            "Asked on": f"{day_of(one.asked_on)}, to be answered by {day_of(one.due_on)}",
            "About": one.where,
            "In your words": one.quoted,
            "Asked": one.question,
            "Member of staff": one.staff_post,
            "Answered on": day_of(one.answered_on),
            "Decided": one.get_decision_display(),
            "Not before": day_of(one.not_before_on),
            "Answered": one.answer,
        }
        rows = [Row(name, words) for name, words in said.items() if words]
        yield Item(
            one.called, rows, [kept for kept in files_of(one).values() if kept], one.provenance
        )


def of_interviews(part: AgencyInvolvement, *, today: date) -> Iterator[Item]:
    """Tell with whom of the agency an interview was asked about, and how that stands."""
    for one in interviews_of(part, today=today):
        yield Item(f"Interview: {one.post}", [Row("How it stands", one.standing)])


def day_of(day: date | None) -> str:
    return date_long(day) if day else ""
