"""Pages of one form and pages that confirm: what all of them share."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from actionplans.checks.remark import Remark
from actionplans.models import Action
from actionplans.queries.drafting import Drafting
from agencies.http import SignedInRequest
from pages.forms import Form
from pages.parts import Blocker as Crumb
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement, Review


def succeeds(form: Form, operation: Callable[..., object], **kwargs: Any) -> bool:
    """Do it; where it is refused, show why beside the answer at fault."""
    try:
        operation(**kwargs)
    except Refused as refusal:
        form.refuse(refusal)
        return False
    return True


def ask(
    request: SignedInRequest,
    review: Review,
    form: Form,
    *,
    heading: str,
    button: str,
    back: str,
    crumbs: list[Crumb],
    lede: str = "",
    quoted: str = "",
    drafting: Drafting | None = None,
    disagreements: Sequence[Remark] = (),
) -> HttpResponse:
    """
    Show a form, with the way back to the page it was opened from.

    quoted: the words it is about. drafting: what the checks say of the words it changes.
    disagreements: where what was asked and what was reported disagree.
    """
    context = {
        "review": review,
        "form": form,
        "heading": heading,
        "button": button,
        "back": back,
        "crumbs": crumbs,
        "lede": lede,
        "quoted": quoted,
        "drafting": drafting,
        "disagreements": disagreements,
    }
    return render(request, "actionplans/ask.html", context)


def confirm(
    request: SignedInRequest,
    review: Review,
    *,
    heading: str,
    words: str,
    button: str,
    back: str,
    crumbs: list[Crumb],
    refusal: str = "",
) -> HttpResponse:
    """Ask once more before something goes. With a refusal there is no button."""
    context = {
        "review": review,
        "heading": heading,
        "words": words,
        "button": button,
        "back": back,
        "crumbs": crumbs,
        "refusal": refusal,
    }
    return render(request, "actionplans/confirm.html", context)


def reason_not_to(check: Callable[..., object], *args: Any) -> str:
    """Return why something cannot be done, in words; nothing where it can."""
    try:
        check(*args)
    except Refused as refusal:
        return str(refusal)
    return ""


def thread_crumbs(review: Review) -> list[Crumb]:
    return [*review_crumbs(review), Crumb("Findings and learning", page(review, "thread"))]


def plan_crumbs(review: Review) -> list[Crumb]:
    return [*review_crumbs(review), Crumb("Action plan", page(review, "plan"))]


def action_crumbs(request: SignedInRequest, action: Action) -> list[Crumb]:
    """Return the way to an action: through the plan, or for its agency through its own list."""
    review = action.recommendation.review
    if access.has(request.user, Permission.PLAN_READ, on=review):
        one = action.recommendation
        return [*plan_crumbs(review), Crumb(one.name, one.get_absolute_url())]
    own = page(review, "agency-actions", action.lead_id)
    return [Crumb("My work", reverse("reviews:my-work")), Crumb("Our actions", own)]


def own_crumbs(request: SignedInRequest, part: AgencyInvolvement) -> list[Crumb]:
    """Return the way to what an agency reads of the plan."""
    review = part.review
    if access.has(request.user, Permission.PLAN_READ, on=review):
        return plan_crumbs(review)
    own = page(review, "agency-actions", part.pk)
    return [Crumb("My work", reverse("reviews:my-work")), Crumb("Our actions", own)]


def review_crumbs(review: Review) -> list[Crumb]:
    return [
        Crumb("Reviews", reverse("reviews:list")),
        Crumb(review.reference, review.get_absolute_url()),
    ]


def page(review: Review, name: str, *more: object) -> str:
    return reverse(f"actionplans:{name}", args=[review.reference, *more])
