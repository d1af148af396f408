"""Who reads the letters of a review, and the only ways to hold one."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import User
from letters.models import Letter
from reviews import access
from reviews.access import Permission
from reviews.models import Review

# Letters name whom they are about, so whoever may know everybody in a review reads them.
READ = Permission.IDENTITIES_READ_ALL


def review_or_404(actor: User, reference: str) -> Review:
    """Return a review whose letters this person reads. Raises Http404 for anybody else."""
    return access.review_or_404(actor, reference, READ)


def letter_or_404(actor: User, reference: str, letter_id: int) -> Letter:
    """Return a letter of a review for a page. Not found and not allowed look the same: Http404."""
    review = review_or_404(actor, reference)
    letter = get_object_or_404(Letter.objects.whole(), pk=letter_id, review=review)
    letter.review = review
    return letter


def own_letter_or_404(actor: User, reference: str, letter_id: int) -> Letter:
    """Return a letter to whoever writes letters of its kind. Raises Http404 likewise."""
    letter = letter_or_404(actor, reference, letter_id)
    if not access.has(actor, letter.facts.written_by, on=letter.review):
        raise Http404
    return letter
