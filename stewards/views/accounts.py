"""The accounts of a partnership, for its administrators: who can sign in, and no review."""

from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.access import partnership_or_404
from agencies.http import SignedInRequest
from agencies.models import CommunitySafetyPartnership, PostKind, User
from pages import notices
from pages.parts import Filter
from reviews.access import Refused
from stewards import access
from stewards.forms.accounts import ContactForm, NameForm
from stewards.operations import accounts as operations
from stewards.queries import accounts as queries

A_PAGE = 50


@require_GET
def account_list(request: SignedInRequest, slug: str) -> HttpResponse:
    place = administered(request, slug)
    now = timezone.now()
    words, standing = request.GET.get("q", "").strip(), request.GET.get("standing", "")
    page = Paginator(queries.find(place, words=words, standing=standing, at=now), A_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "partnership": place,
        "page": page,
        "accounts": queries.accounts(page.object_list, at=now),
        "words": words,
        "standing": standing,
        "standings": [Filter("", "All"), *(Filter(*one) for one in queries.STANDINGS)],
    }
    return render(request, "stewards/accounts.html", context)


@require_GET
def account(request: SignedInRequest, slug: str, user_id: int) -> HttpResponse:
    place = administered(request, slug)
    return account_page(request, place, account_or_404(place, user_id))


@require_http_methods(["GET", "POST"])
def close(request: SignedInRequest, slug: str, user_id: int) -> HttpResponse:
    place = administered(request, slug)
    person = account_or_404(place, user_id)
    if request.method == "POST":
        return change(request, place, person, operations.close_account, "is closed out at once")
    context = {"partnership": place, "person": person}
    return render(request, "stewards/close_account.html", context)


@require_http_methods(["GET", "POST"])
def rename(request: SignedInRequest, slug: str, user_id: int) -> HttpResponse:
    place = administered(request, slug)
    person = account_or_404(place, user_id)
    form = NameForm(request.POST or None, initial={"full_name": person.full_name})
    if request.method == "POST" and form.is_valid():
        try:
            operations.rename_account(
                user=person,
                full_name=form.cleaned_data["full_name"],
                partnership=place,
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The name is corrected, and its owner is told by email.")
            return redirect("stewards:account", place.slug, person.pk)
    context = {"partnership": place, "person": person, "form": form}
    return render(request, "stewards/rename_account.html", context)


@require_POST
def reopen(request: SignedInRequest, slug: str, user_id: int) -> HttpResponse:
    place = administered(request, slug)
    person = account_or_404(place, user_id)
    words = "can sign in again, by the link that was sent"
    return change(request, place, person, operations.reopen_account, words)


@require_POST
def invite_again(request: SignedInRequest, slug: str, user_id: int) -> HttpResponse:
    place = administered(request, slug)
    person = account_or_404(place, user_id)
    return change(request, place, person, operations.invite_again, "is invited once more")


@require_POST
def unlock(request: SignedInRequest, slug: str, user_id: int) -> HttpResponse:
    place = administered(request, slug)
    person = account_or_404(place, user_id)
    return change(request, place, person, operations.unlock_account, "can try to sign in again")


@require_http_methods(["GET", "POST"])
def data_protection(request: SignedInRequest, slug: str) -> HttpResponse:
    place = administered(request, slug)
    form = ContactForm(request.POST or None, initial={"email": place.data_protection_email})
    if request.method == "POST" and form.is_valid():
        operations.name_data_protection_contact(
            partnership=place,
            email=form.cleaned_data["email"],
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
        notices.done(request, "The data protection contact is named, and told by email.")
        return redirect("stewards:accounts", place.slug)
    context = {"partnership": place, "form": form}
    return render(request, "stewards/data_protection.html", context)


def administered(request: SignedInRequest, slug: str) -> CommunitySafetyPartnership:
    today = timezone.localdate()
    return partnership_or_404(request.user, slug, PostKind.ADMINISTRATOR, today=today)


def account_or_404(place: CommunitySafetyPartnership, user_id: int) -> User:
    return get_object_or_404(access.accounts_of(place), pk=user_id)


def change(
    request: SignedInRequest,
    place: CommunitySafetyPartnership,
    person: User,
    operation: Callable[..., None],
    words: str,
) -> HttpResponse:
    """Do one thing to an account, and say it, or why not."""
    try:
        operation(
            user=person,
            partnership=place,
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        return account_page(request, place, person, refused=str(refusal))
    notices.done(request, f"{person.full_name} {words}.")
    return redirect("stewards:account", place.slug, person.pk)


def account_page(
    request: SignedInRequest, place: CommunitySafetyPartnership, person: User, refused: str = ""
) -> HttpResponse:
    today, now = timezone.localdate(), timezone.now()
    context = {
        "partnership": place,
        "account": queries.accounts([person], at=now)[0],
        "posts": queries.posts_in(place, person, today=today),
        "leads": queries.led_by(place, person, today=today),
        "reviews_open": queries.reviews_open_to(place, person, today=today),
        "may_renew": access.may_renew_factor(request.user, person, today=today),
        "is_me": person == request.user,
        "refused": refused,
    }
    return render(request, "stewards/account.html", context)
