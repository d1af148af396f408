"""How a page gets hold of what chair and panel make of the story. Not found and not allowed are
the same."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.http import SignedInRequest
from agencies.models import User
from chronologies.models import ChronologyEntry
from chronologies.views.doors import entry_or_404
from composite.models import (
    CompositeExport,
    EventComment,
    FindingQuestion,
    NarrativeParagraph,
    ReconciliationFinding,
)
from composite.queries.findings import findings_for
from composite.queries.scope import Scope
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement, Review


def notable_or_404(actor: User, reference: str, entry_id: int) -> ChronologyEntry:
    """Return an entry to chair and panel, who may say something of it."""
    access.review_or_404(actor, reference, Permission.CHRONOLOGY_NOTE)
    return entry_or_404(actor, reference, entry_id)


def comment_or_404(entry: ChronologyEntry, comment_id: int) -> EventComment:
    """Return a comment on an event that its reader has opened."""
    about = {"review": entry.submission.involvement.review, "event": entry.root}
    comments = EventComment.objects.select_related("review__partnership")
    return get_object_or_404(comments, pk=comment_id, **about)


def finding_or_404(scope: Scope, reader: User, finding_id: int) -> ReconciliationFinding:
    """Return a finding to whoever may see it."""
    found = get_object_or_404(findings_for(scope, reader), pk=finding_id)
    found.review = scope.review
    return found


def own_part_or_404(actor: User, reference: str, involvement_id: int) -> AgencyInvolvement:
    """Return an agency's part to its own people who send its chronology, and to nobody else."""
    part = access.involvement_or_404(actor, reference, involvement_id, Permission.CHRONOLOGY_SUBMIT)
    if not access.has_own(actor, Permission.CHRONOLOGY_SUBMIT, on=part):
        raise Http404
    return part


def question_or_404(part: AgencyInvolvement, question_id: int) -> FindingQuestion:
    """Return what this agency was asked."""
    asked = FindingQuestion.objects.select_related("asked_by", "answered_by")
    found = get_object_or_404(asked, pk=question_id, involvement=part)
    found.involvement = part
    return found


def question_of_or_404(finding: ReconciliationFinding, question_id: int) -> FindingQuestion:
    """Return what an agency was asked about a finding that its reader has opened."""
    return get_object_or_404(finding.questions, pk=question_id)


def export_or_404(request: SignedInRequest, reference: str, export_id: int) -> CompositeExport:
    """Return a file that was made for its reader, and for nobody else."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_READ_COMPOSITE)
    own = CompositeExport.objects.filter(review=review, asked_by=request.user)
    found = get_object_or_404(own, pk=export_id)
    found.review = review
    return found


def paragraph_or_404(review: Review, paragraph_id: int) -> NarrativeParagraph:
    found = get_object_or_404(NarrativeParagraph, pk=paragraph_id, review=review)
    found.review = review
    return found
