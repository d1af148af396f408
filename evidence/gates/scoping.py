"""Whether the agencies were asked and have answered, in words."""

from django.contrib.humanize.templatetags.humanize import apnumber
from django.urls import reverse

from evidence.models import ScopingRequest
from pages.parts import Blocker
from reviews.models import Review

NAMED = 5  # more than these are counted


def agencies_are_asked(review: Review) -> list[Blocker]:
    if ScopingRequest.objects.filter(involvement__review=review).exists():
        return []
    return [
        Blocker(
            "No agency has been asked yet.",
            reverse("evidence:ask-agencies", args=[review.reference]),
        )
    ]


def scoping_is_answered(review: Review) -> list[Blocker]:
    """Wait for every agency that was asked, and for those that are still to be asked."""
    waiting = ScopingRequest.objects.waiting().filter(involvement__review=review)
    unasked = review.involvements.filter(
        scoping_requests__isnull=True, scoping_returns__isnull=True
    )
    said = {
        "unanswered": ("has not answered", "have not answered", waiting, "involvement__agency"),
        "unasked": ("has not been asked", "have not been asked", unasked, "agency"),
    }
    page = reverse("evidence:agencies", args=[review.reference])
    found = []
    for show, (one, several, rows, path) in said.items():
        names = list(rows.order_by(f"{path}__name").values_list(f"{path}__name", flat=True))
        if names:
            words = f"{counted(len(names))} {one if len(names) == 1 else several}"
            found.append(Blocker(f"{words}: {listed(names)}.", f"{page}?show={show}"))
    return found


def counted(count: int) -> str:
    words = str(apnumber(count))
    return f"{words[:1].upper()}{words[1:]} {'agency' if count == 1 else 'agencies'}"


def listed(names: list[str]) -> str:
    """Return names as one reads them, the last ones as a number where there are many."""
    if len(names) > NAMED:
        return f"{', '.join(names[: NAMED - 1])} and {len(names) - NAMED + 1} more"
    return ", ".join(names)
