"""What the pages of returns share: the way to them, and how a refusal is shown."""

from django.forms import BaseForm
from django.urls import reverse

from agencies.http import SignedInRequest
from outcomes.models import SixMonthReturn
from pages.parts import Blocker as Crumb
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement, Review


def crumbs_of_review(review: Review) -> list[Crumb]:
    return [
        Crumb("Reviews", reverse("reviews:list")),
        Crumb(review.reference, review.get_absolute_url()),
        Crumb("Action plan", reverse("actionplans:plan", args=[review.reference])),
    ]


def crumbs_to(request: SignedInRequest, part: AgencyInvolvement) -> list[Crumb]:
    """Return the way to an agency's returns: through the plan, or from its own first page."""
    review = part.review
    if access.has(request.user, Permission.PLAN_READ, on=review):
        every = reverse("outcomes:returns", args=[review.reference])
        return [*crumbs_of_review(review), Crumb("Six-month returns", every)]
    own = reverse("outcomes:agency-returns", args=[review.reference, part.pk])
    return [Crumb("My work", reverse("reviews:my-work")), Crumb("Our returns", own)]


def crumbs_in(request: SignedInRequest, returned: SixMonthReturn) -> list[Crumb]:
    here = Crumb(returned.name, returned.get_absolute_url())
    return [*crumbs_to(request, returned.involvement), here]


def refuse(form: BaseForm, refusal: Refused) -> None:
    """Show a refusal beside the answer at fault, where this page asks for it."""
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
