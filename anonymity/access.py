"""The doors to checks of identifiers, to decisions and to certificates."""

from django.shortcuts import get_object_or_404

from agencies.models import User
from anonymity.models import Certificate, IdentifierCheck, IdentifierDecision, KeptBack
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def review_or_404(actor: User, reference: str) -> Review:
    """Return a review to somebody who checks its papers. Raises Http404."""
    return access.review_or_404(actor, reference, Permission.ANONYMITY_CHECK)


def known_review_or_404(actor: User, reference: str) -> Review:
    """Return a review to somebody who may know everybody in it. Raises Http404."""
    return access.review_or_404(actor, reference, Permission.IDENTITIES_READ_ALL)


def kept_back_or_404(actor: User, reference: str, pk: int) -> KeptBack:
    """Return something that is kept back to somebody who writes the register. Raises Http404."""
    review = access.review_or_404(actor, reference, Permission.IDENTITIES_WRITE)
    kept = get_object_or_404(review.kept_back, pk=pk)
    kept.review = review
    return kept


def check_or_404(actor: User, reference: str, pk: int) -> IdentifierCheck:
    review = review_or_404(actor, reference)
    check = get_object_or_404(review.identifier_checks.select_related("asked_by"), pk=pk)
    check.review = review
    return check


def decision_or_404(actor: User, reference: str, pk: int) -> IdentifierDecision:
    review = review_or_404(actor, reference)
    decision = get_object_or_404(review.identifier_decisions, pk=pk)
    decision.review = review
    return decision


def certificate_or_404(actor: User, reference: str, pk: int) -> Certificate:
    review = review_or_404(actor, reference)
    rows = review.anonymity_certificates.select_related("identifier_check", "withdrawn_by")
    certificate = get_object_or_404(rows.prefetch_related("signatures__signed_by"), pk=pk)
    certificate.review = certificate.identifier_check.review = review
    return certificate
