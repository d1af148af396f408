"""Take clauses of a library into a draft, and put a line of a draft into a library."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor
from clauses.models import Clause, ClauseKind, ClauseWording, Content, Library
from clauses.operations import add_clause
from panels.models import KeyLineOfEnquiry, SectionKind, TermsOfReference, TermsSection
from panels.operations.terms import record
from panels.queries.picking import there_already
from panels.rules import clauses as clause_rules
from panels.rules import terms as rules


@transaction.atomic
def take_clauses(
    *,
    terms: TermsOfReference,
    wordings: Iterable[ClauseWording],
    libraries: Iterable[Library],
    by: Actor,
    at: datetime,
) -> int:
    """
    Copy clauses into a draft: lines of enquiry after the others, the rest below what stands under
    its heading. Returns how many were taken; what the draft has already is left out.

    libraries: those the person takes from.

    Raises Refused as `check_can_change` does, for a clause of another library, or a retired one.
    """
    rules.check_can_change(by, terms)
    wordings = list(wordings)
    clause_rules.check_may_take(wordings, libraries)
    there = there_already(terms)
    taken = [one for one in wordings if one.clause_id not in there]
    for one in taken:
        put_in(terms, one)
    if taken:
        record("terms.changed", terms, by=by, at=at, part="clauses", clauses=len(taken))
    return len(taken)


def put_in(terms: TermsOfReference, wording: ClauseWording) -> None:
    if wording.kind == ClauseKind.ENQUIRY:
        KeyLineOfEnquiry.objects.create(
            terms=terms,
            number=terms.enquiries.count() + 1,
            text=wording.text,
            taken_from=wording,
        )
        return
    kind = SectionKind(wording.kind)
    section = terms.sections.filter(kind=kind).first() or TermsSection(terms=terms, kind=kind)
    section.text = "\n".join(filter(None, [section.text, wording.text]))
    section.save()
    section.taken_from.add(wording)


@transaction.atomic
def keep_wording(
    *,
    enquiry: KeyLineOfEnquiry,
    library: Library,
    content: Content,
    is_looked_at: bool = False,
    today: date,
    by: Actor,
    at: datetime,
) -> Clause:
    """
    Put the wording of a line into a library, for reviews to come.

    content: the line with what identifies taken out.
    is_looked_at: its writer has read it again and says that it tells of no case.

    Raises Refused without the right to either, for a text with a true name or a telling day of
    this review, and for what may tell of it until somebody has looked.
    """
    terms = enquiry.terms
    rules.check_can_write(by, terms.review)
    clause_rules.check_is_of_no_review(terms.review, content, is_looked_at=is_looked_at)
    clause = add_clause(
        library=library, content=content, is_looked_at=is_looked_at, today=today, by=by, at=at
    )
    record("terms.wording_kept", terms, by=by, at=at, clause_id=clause.pk)
    return clause
