"""Pages of one form about a review's money: what all of them share."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse

from agencies.http import SignedInRequest
from costs.models import Entry
from pages.forms import Form
from reviews.models import Review
from timescales.views.asking import ask, say_it_was_taken_back

PAGE = "costs:costs"


def ask_of_costs(
    request: SignedInRequest,
    review: Review,
    form: Form,
    operation: Callable[..., object],
    *,
    about: Mapping[str, object],
    **words: Any,
) -> HttpResponse:
    """Ask as `timescales.views.asking.ask` does; of what was taken back meanwhile, only say so."""
    if any(isinstance(thing, Entry) and not thing.stands for thing in about.values()):
        return say_it_was_taken_back(request, review.reference, back=PAGE)
    return ask(
        request, review, form, operation, about=about, back=PAGE, template="costs/ask.html", **words
    )
