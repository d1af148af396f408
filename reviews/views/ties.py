"""How the people of a review are tied: what the genogram of its report is drawn from."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.forms.ties import TieForm
from reviews.models import Review, Tie
from reviews.operations.ties import tie_people, untie_people


@require_http_methods(["GET", "POST"])
def ties(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.IDENTITIES_WRITE)
    told = Tie.objects.filter(person__review=review).select_related("person", "other")
    if "untie" in request.POST:
        return untie(request, review, request.POST["untie"])
    form = TieForm(request.POST or None, people=review.people.all())
    if request.method == "POST" and form.is_valid():
        try:
            tie_people(**form.cleaned_data, by=request.user, at=timezone.now())
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "It is recorded.")
            return redirect("reviews:ties", reference)
    return render(request, "reviews/ties.html", {"review": review, "form": form, "ties": told})


def untie(request: SignedInRequest, review: Review, given: str) -> HttpResponse:
    told = Tie.objects.filter(person__review=review).select_related("person__review")
    tie = get_object_or_404(told, pk=int(given) if given.isdecimal() else 0)
    try:
        untie_people(tie=tie, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, "It is taken back.")
    return redirect("reviews:ties", review.reference)
