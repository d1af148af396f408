"""Declaring independence: by members themselves, or entered for them."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from pages import notices
from panels import access as doors
from panels.forms.independence import DeclarationForm, DeclarationForThemForm
from panels.operations import independence
from reviews.access import Refused


@require_http_methods(["GET", "POST"])
def declare_independence(request: SignedInRequest, reference: str, member_id: int) -> HttpResponse:
    member = doors.declaring_member_or_404(request.user, reference, member_id)
    is_me = member.user == request.user
    now, today = timezone.now(), timezone.localdate()
    kind = DeclarationForm if is_me else DeclarationForThemForm
    form = kind(request.POST or None, request.FILES or None, member=member)
    if request.method == "POST":
        original = form.take_original(by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            said = form.cleaned_data
            try:
                independence.declare_independence(
                    member=member,
                    declared_on=form.declared_on(today),
                    answers=form.answers(),
                    statement=said["statement"],
                    connections=said["connections"],
                    posts_held=said.get("posts_held", ""),
                    provenance=form.comes_from(original),
                    today=today,
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                notices.done(request, "The declaration is recorded.")
                return redirect(member)
    context = {"review": member.review, "member": member, "form": form, "is_me": is_me}
    return render(request, "panels/declare_independence.html", context)


@require_GET
def declaration_file(
    request: SignedInRequest, reference: str, member_id: int, declaration_id: int
) -> HttpResponseBase:
    """Hand out the original that a declaration was entered from."""
    member = doors.declaring_member_or_404(request.user, reference, member_id)
    declaration = get_object_or_404(member.declarations, pk=declaration_id)
    if declaration.original is None:
        raise Http404
    return delivery.download(declaration.original)
