"""The doors of the pages: what somebody may not open, they do not read in a check of it either."""

from django.http import Http404

from agencies.models import User
from anonymity import access
from anonymity.models import Certificate, IdentifierCheck
from anonymity.queries.subjects import subject_of
from privacy.row_locks import lifted


def check_or_404(actor: User, reference: str, pk: int) -> IdentifierCheck:
    """Return a check to somebody who may open what was checked. Raises Http404."""
    check = access.check_or_404(actor, reference, pk)
    refuse_unseen(check)
    return check


def certificate_or_404(actor: User, reference: str, pk: int) -> Certificate:
    """Return a certificate likewise."""
    certificate = access.certificate_or_404(actor, reference, pk)
    refuse_unseen(certificate.identifier_check)
    return certificate


def refuse_unseen(check: IdentifierCheck) -> None:
    """
    Raise Http404 where this reader may not open what was checked: a draft before its release.
    What was taken away since is hidden from nobody.
    """
    asked = (check.review, check.subject, check.number)
    if subject_of(*asked) is None:
        with lifted():
            if subject_of(*asked) is not None:
                raise Http404
