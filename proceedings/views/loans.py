"""Material that was lent to the chair."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from proceedings.access import loan_or_404, loans_readable
from proceedings.forms.loans import LoanEndForm, LoanForm
from proceedings.operations import loans as operations
from proceedings.rules import check_can_write
from proceedings.views.asking import ask
from reviews import access
from reviews.access import Permission

LOANS = "proceedings:loans"


@require_GET
def loans(request: SignedInRequest, reference: str) -> HttpResponse:
    """What was lent, as far as the reader may see it."""
    review = access.review_or_404(request.user, reference, Permission.PANEL_READ)
    today = timezone.localdate()
    found = [(loan, loan.is_late(today=today)) for loan in loans_readable(request.user, review)]
    context = {
        "review": review,
        "loans": found,
        "may_write": access.allows(check_can_write, request.user, review),
        "may_end": access.has(request.user, Permission.PANEL_WRITE, on=review),
        "today": today,
    }
    return render(request, "proceedings/loans.html", context)


@require_http_methods(["GET", "POST"])
def record_loan(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_WRITE)
    today = timezone.localdate()
    form = LoanForm(request.POST or None, initial={"lent_on": today})
    return ask(
        request,
        review,
        form,
        lambda: operations.record_loan(
            review=review, lent=form.lent(), today=today, by=request.user, at=timezone.now()
        ),
        heading="Record material that was lent",
        button="Record it",
        done="The loan is recorded.",
        back=LOANS,
    )


@require_http_methods(["GET", "POST"])
def change_loan(request: SignedInRequest, reference: str, loan: int) -> HttpResponse:
    found = loan_or_404(request.user, reference, loan)
    form = LoanForm(request.POST or None, changing=LoanForm.initial_of(found))
    return ask(
        request,
        found.review,
        form,
        lambda: operations.change_loan(
            loan=found,
            lent=form.lent(),
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        ),
        heading=f"Change the record of lent material {found.number}",
        button="Save",
        done="The record is changed.",
        back=LOANS,
    )


@require_http_methods(["GET", "POST"])
def end_loan(request: SignedInRequest, reference: str, loan: int) -> HttpResponse:
    found = loan_or_404(request.user, reference, loan)
    today = timezone.localdate()
    form = LoanEndForm(request.POST or None, initial={"ended_as": found.ending, "ended_on": today})
    return ask(
        request,
        found.review,
        form,
        lambda: operations.end_loan(
            loan=found, **form.cleaned_data, today=today, by=request.user, at=timezone.now()
        ),
        heading=f"Lent material {found.number}: returned or destroyed",
        button="Record it",
        done="It is recorded.",
        back=LOANS,
        lede=found.what,
    )
