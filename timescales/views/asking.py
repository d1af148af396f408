"""Pages of one form about a review's time: what all of them share."""

from collections.abc import Callable, Mapping
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from agencies.http import SignedInRequest
from pages import notices
from pages.forms import Form
from reviews.access import Refused
from reviews.models import Review
from timescales.access import TakenBackError

TIMESCALE = "timescales:timescale"


def ask(
    request: SignedInRequest,
    review: Review,
    form: Form,
    operation: Callable[..., object],
    *,
    heading: str,
    button: str,
    done: str,
    about: Mapping[str, object],
    lede: str = "",
    back: str = TIMESCALE,
    template: str = "timescales/ask.html",
) -> HttpResponse:
    """
    Show a form; once it is answered, do what it asks for and go back to the page it came from.

    about: what the operation is about, as it takes it.
    """
    if request.method == "POST" and form.is_valid():
        try:
            operation(
                **about,
                **form.cleaned_data,
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, done)
            return redirect(back, review.reference)
    context = {
        "review": review,
        "form": form,
        "heading": heading,
        "button": button,
        "lede": lede,
        "back": reverse(back, args=[review.reference]),
    }
    return render(request, template, context)


def or_taken_back(
    back: str = TIMESCALE,
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Decorate a page about one record of a review: of one taken back before, it says only that."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def answer(request: SignedInRequest, reference: str, **pk: int) -> HttpResponse:
            try:
                return view(request, reference, **pk)
            except TakenBackError:
                return say_it_was_taken_back(request, reference, back=back)

        return answer

    return decorate


def say_it_was_taken_back(
    request: SignedInRequest, reference: str, *, back: str = TIMESCALE
) -> HttpResponse:
    """Go back to the page with a word: a button was pressed twice, or a colleague was quicker."""
    notices.important(request, "This was taken back already.")
    return redirect(back, reference)


def confirm(
    request: SignedInRequest,
    review: Review,
    operation: Callable[..., object],
    *,
    heading: str,
    words: str,
    done: str,
    about: Mapping[str, object],
    back: str = TIMESCALE,
) -> HttpResponse:
    """Ask once more before something that was recorded by mistake goes."""
    if request.method == "POST":
        operation(**about, by=request.user, at=timezone.now())
        notices.done(request, done)
        return redirect(back, review.reference)
    context = {
        "review": review,
        "heading": heading,
        "words": words,
        "back": reverse(back, args=[review.reference]),
    }
    return render(request, "timescales/take_back.html", context)
