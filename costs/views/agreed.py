"""Record the budget and fees that were agreed."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from costs.forms.agreed import BudgetForm, FeeForm
from costs.operations import agreeing
from costs.views.asking import ask_of_costs
from reviews import access
from reviews.access import Permission


@require_http_methods(["GET", "POST"])
def agree_budget(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.COSTS_WRITE)
    return ask_of_costs(
        request,
        review,
        BudgetForm(request.POST or None),
        agreeing.agree_budget,
        heading="Record the budget",
        button="Record the budget",
        done="The budget is recorded.",
        lede="What the review may cost in all. The one agreed last counts; those before it stay.",
        about={"review": review},
    )


@require_http_methods(["GET", "POST"])
def agree_fee(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.COSTS_WRITE)
    return ask_of_costs(
        request,
        review,
        FeeForm(request.POST or None),
        agreeing.agree_fee,
        heading="Record a fee that was agreed",
        button="Record the fee",
        done="The fee is recorded.",
        lede="A rate for so many days, or a sum.",
        about={"review": review},
    )
