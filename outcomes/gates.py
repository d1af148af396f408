"""What the returns of agencies say before a review may be concluded."""

from django.urls import reverse

from outcomes.models import SixMonthReturn
from pages.parts import Blocker
from reviews.models import Review


def returns_are_in(review: Review) -> list[Blocker]:
    """Wait for every six-month return that an agency was asked for to be signed off."""
    rows = SixMonthReturn.objects.waiting().filter(involvement__review=review)
    names = rows.order_by("involvement__agency__name").values_list(
        "involvement__agency__name", flat=True
    )
    path = reverse("outcomes:returns", args=[review.reference])
    return [
        Blocker(f"{name} has not signed off its six-month return.", path)
        for name in dict.fromkeys(names)
    ]
