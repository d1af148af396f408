"""What the pages of the post office share."""

from django.http import HttpResponse
from django.urls import reverse

from actionplans.views.asking import ask as ask_of_plan
from actionplans.views.asking import review_crumbs
from agencies.http import SignedInRequest
from pages.forms import Form
from pages.parts import Blocker as Crumb
from postoffice.models import Dispatch
from reviews.models import Review


def crumbs_of(review: Review) -> list[Crumb]:
    href = reverse("postoffice:review", args=[review.reference])
    return [*review_crumbs(review), Crumb("Recommendations to other bodies", href)]


def ask(
    request: SignedInRequest,
    dispatch: Dispatch,
    form: Form,
    *,
    heading: str,
    button: str,
    lede: str = "",
    quoted: str = "",
) -> HttpResponse:
    """Show a form about a letter, with the way back to it."""
    return ask_of_plan(
        request,
        dispatch.review,
        form,
        heading=heading,
        button=button,
        lede=lede,
        quoted=quoted,
        back=dispatch.get_absolute_url(),
        crumbs=[*crumbs_of(dispatch.review), Crumb(dispatch.name, dispatch.get_absolute_url())],
    )
