"""Pages of one form about other bodies' proceedings: what all of them share."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from agencies.http import SignedInRequest
from pages import notices
from pages.forms import Form
from reviews.access import Refused
from reviews.models import Review


def ask(
    request: SignedInRequest,
    review: Review,
    form: Form,
    do: Callable[[], object],
    *,
    heading: str,
    button: str,
    done: str,
    back: str,
    lede: str = "",
) -> HttpResponse:
    """
    Show a form; once it is answered, `do` what it asks for and go back to the page it came from.

    back: the name of that page, which takes the review's reference.
    """
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, done)
            return redirect(back, review.reference)
    context: dict[str, Any] = {
        "review": review,
        "form": form,
        "heading": heading,
        "button": button,
        "lede": lede,
        "back": reverse(back, args=[review.reference]),
    }
    return render(request, "proceedings/ask.html", context)
