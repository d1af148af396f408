"""Words and photographs that somebody lets others see: kept, released, called back, shown."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents.delivery import show_picture
from documents.forms import take_file
from families import rules
from families.forms.extracts import ExtractForm, RevokeForm
from families.models import Reach, Side
from families.operations import extracts as operations
from families.queries import doors, extracts
from pages import notices
from reviews.access import Refused

RELEASES = {"panel": Reach.PANEL, "draft": Reach.DRAFT}


@require_GET
def of_contact(request: SignedInRequest, reference: str, contact_id: int) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    context = {
        "review": contact.review,
        "contact": contact,
        "extracts": extracts.extracts_of(contact, request.user),
        "why_not_write": rules.why_not_write(request.user, contact.review),
    }
    return render(request, "families/extracts.html", context)


@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, reference: str, contact_id: int) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    rules.check_can_write(request.user, contact.review)
    form = ExtractForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        now = timezone.now()
        picture = take_file(form, "picture", by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            try:
                kept = operations.keep_extract(
                    contact=contact,
                    permitted=form.permitted(),
                    picture=picture,
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.refuse(refusal)
            else:
                notices.done(request, "It is kept here. Nobody else sees it before you release it.")
                return redirect(kept)
    context = {"review": contact.review, "contact": contact, "form": form}
    return render(request, "families/extract_form.html", context)


@require_POST
def release(
    request: SignedInRequest, reference: str, contact_id: int, extract_id: int, to: str
) -> HttpResponse:
    extract = doors.extract_or_404(request.user, reference, contact_id, extract_id)
    if to not in RELEASES:
        raise Http404
    operations.release_extract(extract=extract, to=RELEASES[to], by=request.user, at=timezone.now())
    notices.done(request, f"Released: {RELEASES[to].label.lower()}.")
    return redirect(extract)


@require_http_methods(["GET", "POST"])
def revoke(
    request: SignedInRequest, reference: str, contact_id: int, extract_id: int
) -> HttpResponse:
    extract = doors.extract_or_404(request.user, reference, contact_id, extract_id)
    rules.check_can_write(request.user, extract.review)
    form = RevokeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.revoke_extract(
                extract=extract,
                on=form.cleaned_data["revoked_on"],
                because=form.cleaned_data["because"],
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "It is revoked. Look where its words still stand.")
            return redirect(extract)
    context = {
        "review": extract.review,
        "contact": extract.contact,
        "extract": extract,
        "form": form,
    }
    return render(request, "families/revoke_extract.html", context)


@require_GET
def picture(
    request: SignedInRequest, reference: str, contact_id: int, extract_id: int
) -> HttpResponseBase:
    extract = doors.extract_or_404(request.user, reference, contact_id, extract_id)
    if extract.picture is None:
        raise Http404
    return show_picture(extract.picture)


# What the panel sees


@require_GET
def family_words(request: SignedInRequest, reference: str, side: Side) -> HttpResponse:
    """Show the panel what was released to it, and nothing else of the compartment."""
    review = doors.panel_review_or_404(request.user, reference)
    context = {
        "review": review,
        "is_perpetrators": side == Side.PERPETRATOR,
        "extracts": extracts.before_the_panel(review, side),
    }
    return render(request, "families/family_words.html", context)


@require_GET
def family_picture(request: SignedInRequest, reference: str, number: int) -> HttpResponseBase:
    review = doors.panel_review_or_404(request.user, reference)
    return show_picture(doors.panel_picture_or_404(review, number))
