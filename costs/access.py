"""The doors to what is recorded of a review's money."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import User
from costs.models import Budget, Claim, Entry, Fee, Invoice, Share
from reviews import access
from reviews.access import Permission

ENTRIES: dict[str, type[Entry]] = {
    "budget": Budget, "fee": Fee, "share": Share, "invoice": Invoice, "claim": Claim,
}  # fmt: skip


def entry_or_404(actor: User, reference: str, kind: str, pk: int) -> Any:
    """
    Return an entry of a kind to whoever records the costs, though it was taken back meanwhile.

    Raises Http404 for everything else, and to everybody else.
    """
    review = access.review_or_404(actor, reference, Permission.COSTS_WRITE)
    if kind not in ENTRIES:
        raise Http404
    model: Any = ENTRIES[kind]
    rows = model.objects.select_related("review__partnership")
    return get_object_or_404(rows, review=review, pk=pk)
