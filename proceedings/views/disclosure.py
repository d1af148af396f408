"""The disclosure register."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from proceedings.access import item_or_404
from proceedings.forms.disclosure import MaterialForm, OutcomeForm, ShownForm
from proceedings.operations import disclosure as operations
from proceedings.rules import check_can_write
from proceedings.views.asking import ask
from reviews import access
from reviews.access import Permission

REGISTER = "proceedings:disclosure"


@require_GET
def register(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_WRITE)
    items = list(review.disclosure_items.select_related("process"))
    context = {
        "review": review,
        "items": items,
        "not_shown": sum(item.shown_on is None for item in items),
        "has_process": review.parallel_processes.exists(),
        "may_write": access.allows(check_can_write, request.user, review),
        "today": timezone.localdate(),
    }
    return render(request, "proceedings/disclosure.html", context)


@require_http_methods(["GET", "POST"])
def enter_item(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_WRITE)
    form = MaterialForm(request.POST or None, review=review)
    return ask(
        request,
        review,
        form,
        lambda: operations.enter_item(
            review=review, material=form.material(), by=request.user, at=timezone.now()
        ),
        heading="Enter material in the register",
        button="Enter it",
        done="It is in the register.",
        back=REGISTER,
    )


@require_http_methods(["GET", "POST"])
def change_item(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    item = item_or_404(request.user, reference, number)
    form = MaterialForm(
        request.POST or None, review=item.review, changing=MaterialForm.initial_of(item)
    )
    return ask(
        request,
        item.review,
        form,
        lambda: operations.change_item(
            item=item, material=form.material(), by=request.user, at=timezone.now()
        ),
        heading=f"Change number {item.number} of the register",
        button="Save",
        done="The register is changed.",
        back=REGISTER,
    )


@require_http_methods(["GET", "POST"])
def show_items(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_WRITE)
    today = timezone.localdate()
    form = ShownForm(request.POST or None, review=review, initial={"shown_on": today})
    return ask(
        request,
        review,
        form,
        lambda: operations.show_items(
            review=review, **form.cleaned_data, today=today, by=request.user, at=timezone.now()
        ),
        heading="Record what the disclosure officer was shown",
        button="Record it",
        done="It is recorded as shown.",
        back=REGISTER,
    )


@require_http_methods(["GET", "POST"])
def settle_item(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    item = item_or_404(request.user, reference, number)
    today = timezone.localdate()
    initial = {"outcome": item.outcome, "outcome_on": item.outcome_on or today,
               "outcome_note": item.outcome_note}  # fmt: skip
    form = OutcomeForm(request.POST or None, initial=initial)
    return ask(
        request,
        item.review,
        form,
        lambda: operations.settle_item(
            item=item, **form.cleaned_data, today=today, by=request.user, at=timezone.now()
        ),
        heading=f"Record what was decided of number {item.number}",
        button="Record it",
        done="The outcome is recorded.",
        back=REGISTER,
        lede=item.what,
    )
