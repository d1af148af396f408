"""Take back what was recorded by mistake."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from costs.access import entry_or_404
from costs.forms.taking_back import TakeBackForm
from costs.operations import taking_back
from costs.views.asking import ask_of_costs

CALLED = {
    "budget": "budget", "fee": "fee", "share": "share", "invoice": "invoice",
    "claim": "invoice sent for a share",
}  # fmt: skip


@require_http_methods(["GET", "POST"])
def take_back(request: SignedInRequest, reference: str, kind: str, entry_id: int) -> HttpResponse:
    entry = entry_or_404(request.user, reference, kind, entry_id)
    return ask_of_costs(
        request,
        entry.review,
        TakeBackForm(request.POST or None),
        taking_back.take_back,
        heading=f"Take back this {CALLED[kind]}?",
        button="Take it back",
        done="It is taken back and counts no more.",
        lede=f"{entry.described} It stays on the page with the reason, and counts no more.",
        about={"entry": entry},
    )
