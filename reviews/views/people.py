"""The people a review is about: true names and pseudonyms, for those who must know both."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.forms.people import AddressForm, PersonForm
from reviews.operations import people
from reviews.operations.people import Identity
from reviews.queries.people import known_to


@require_GET
def people_list(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.IDENTITIES_READ)
    context = {
        "review": review,
        "people": known_to(request.user, review).prefetch_related("addresses"),
        "may_write": access.has(request.user, Permission.IDENTITIES_WRITE, on=review),
    }
    return render(request, "reviews/people.html", context)


@require_http_methods(["GET", "POST"])
def add_person(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.IDENTITIES_WRITE)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            people.add_person(
                review=review,
                identity=Identity(**form.cleaned_data),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The person is recorded.")
            return redirect("reviews:people", review.reference)
    context = {"review": review, "form": form, "heading": "Add a person"}
    return render(request, "reviews/person.html", context)


@require_http_methods(["GET", "POST"])
def change_person(request: SignedInRequest, reference: str, person_id: int) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.IDENTITIES_WRITE)
    person = get_object_or_404(review.people, pk=person_id)
    form = PersonForm(request.POST or None, changing=PersonForm.initial_of(person))
    if request.method == "POST" and form.is_valid():
        try:
            people.change_person(
                person=person,
                identity=Identity(**form.cleaned_data),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The record is changed.")
            return redirect("reviews:people", review.reference)
    context = {"review": review, "form": form, "heading": "Change a person's record"}
    return render(request, "reviews/person.html", context)


@require_http_methods(["GET", "POST"])
def add_address(request: SignedInRequest, reference: str, person_id: int) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.IDENTITIES_WRITE)
    person = get_object_or_404(review.people, pk=person_id)
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = people.add_address(
                person=person,
                **form.cleaned_data,
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"The address is recorded as {row.alias}.")
            return redirect("reviews:people", review.reference)
    context = {"review": review, "form": form, "person": person}
    return render(request, "reviews/address.html", context)
