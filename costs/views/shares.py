"""Record who shares the cost, and what was asked and received for it."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from costs.access import entry_or_404
from costs.forms.shares import AgreementForm, ClaimForm, ReceiptForm, ShareForm
from costs.models import Claim, Share
from costs.operations import sharing
from costs.views.asking import ask_of_costs
from pages.templatetags.money import pounds
from reviews import access
from reviews.access import Permission


@require_http_methods(["GET", "POST"])
def add_share(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.COSTS_WRITE)
    return ask_of_costs(
        request,
        review,
        ShareForm(request.POST or None, review=review),
        sharing.add_share,
        heading="Record who shares the cost",
        button="Record the share",
        done="The share is recorded.",
        lede="One body at a time, the partnership’s own too: an amount, or a per cent.",
        about={"review": review},
    )


@require_http_methods(["GET", "POST"])
def agree_share(request: SignedInRequest, reference: str, share_id: int) -> HttpResponse:
    share: Share = entry_or_404(request.user, reference, "share", share_id)
    return ask_of_costs(
        request,
        share.review,
        AgreementForm(request.POST or None, initial={"agreed_on": timezone.localdate()}),
        sharing.agree_share,
        heading="Record that a share is agreed",
        button="It is agreed",
        done="The share is agreed.",
        lede=share.described,
        about={"share": share},
    )


@require_http_methods(["GET", "POST"])
def send_claim(request: SignedInRequest, reference: str, share_id: int) -> HttpResponse:
    share: Share = entry_or_404(request.user, reference, "share", share_id)
    initial = {"sent_on": timezone.localdate(), "amount": share.amount}
    return ask_of_costs(
        request,
        share.review,
        ClaimForm(request.POST or None, initial=initial),
        sharing.send_claim,
        heading="Record an invoice sent for a share",
        button="Record the invoice",
        done="The invoice is recorded. This system sends none: yours went as you send them.",
        lede=share.described,
        about={"share": share},
    )


@require_http_methods(["GET", "POST"])
def receive_claim(request: SignedInRequest, reference: str, claim_id: int) -> HttpResponse:
    claim: Claim = entry_or_404(request.user, reference, "claim", claim_id)
    return ask_of_costs(
        request,
        claim.review,
        ReceiptForm(request.POST or None, initial={"received_on": timezone.localdate()}),
        sharing.receive_claim,
        heading="Record that the money came",
        button="It came",
        done="The money is recorded as received.",
        lede=f"{claim.share.agency}, invoice {claim.number}, {pounds(claim.amount)}.",
        about={"claim": claim},
    )
