"""The doors to what agencies write. Who may read which version is in `rules.imr_reading`."""

from django.db.models import Count, Prefetch, Q, prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import User
from evidence.models import ImrPoint, ImrQuery, ImrVersion, IndividualManagementReview
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement


def imr_of(part: AgencyInvolvement) -> IndividualManagementReview | None:
    """
    Return what an agency writes, with its versions and what is asked of it. Three queries.

    The caller has asked access. What a version says is fetched where it is shown.
    """
    prefetch_related_objects([part], "evidence_requests")
    versions = ImrVersion.objects.select_related("sign_off__original", "document", "original")
    waiting = Q(queries__asked_on__isnull=False, queries__answered_on__isnull=True)
    found = (
        IndividualManagementReview.objects.filter(involvement=part)
        .select_related("author__user", "author__original")
        .annotate(open_queries=Count("queries", filter=waiting))
        .prefetch_related(Prefetch("versions", versions))
        .first()
    )
    if found:
        found.involvement = part
    return found


def imr_or_404(
    actor: User, reference: str, pk: int, permission: Permission
) -> IndividualManagementReview:
    """
    Return what an agency writes, for a page. Raises Http404 as `access.involvement_or_404` does,
    and where nothing was ever asked for that is to be written.
    """
    imr = imr_of(access.involvement_or_404(actor, reference, pk, permission))
    if imr is None:
        raise Http404
    return imr


def report_or_404(actor: User, reference: str, pk: int) -> IndividualManagementReview:
    """Return what an agency writes to whoever follows it, or reads what is accepted of it."""
    try:
        return imr_or_404(actor, reference, pk, Permission.EVIDENCE_STATUS)
    except Http404:
        return imr_or_404(actor, reference, pk, Permission.IMR_READ_ACCEPTED)


def follows(actor: User, part: AgencyInvolvement) -> bool:
    """Test whether somebody follows the evidence of a whole review, not as one of its agencies."""
    if access.has_own(actor, Permission.EVIDENCE_STATUS, on=part):
        return False
    return access.has(actor, Permission.EVIDENCE_STATUS, on=part.review)


def point_or_404(imr: IndividualManagementReview, pk: int) -> ImrPoint:
    """Return a line of the draft. Raises Http404 for one of another version or report."""
    return get_object_or_404(ImrPoint, version__imr=imr, version=imr.draft, pk=pk)


def query_or_404(
    actor: User, reference: str, pk: int, number: int, permission: Permission
) -> ImrQuery:
    """Return a question on what an agency sent. Raises Http404 likewise."""
    imr = imr_or_404(actor, reference, pk, permission)
    query = get_object_or_404(
        imr.queries.select_related("version", "answer_file", "original"), number=number
    )
    query.imr = imr
    return query
