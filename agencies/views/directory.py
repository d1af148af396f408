"""The directory of agencies, shared by all partnerships."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies import access
from agencies.access import Refused
from agencies.forms.directory import AgencyForm, ContactForm, SearchForm
from agencies.http import SignedInRequest
from agencies.models import Agency
from agencies.operations import directory as operations
from agencies.queries import directory
from pages import notices
from pages.parts import Row
from pages.templatetags.dates import date_long

AT_ONCE = 50


@require_GET
def agency_list(request: SignedInRequest) -> HttpResponse:
    today = timezone.localdate()
    may_keep = access.directory_or_404(request.user, today=today)
    form = SearchForm(request.GET)
    found = directory.find(form.search, today=today).prefetch_related("contacts", "successors")
    context = {
        "form": form,
        "page": Paginator(found, AT_ONCE).get_page(request.GET.get("page")),
        "may_keep": may_keep,
        "today": today,
    }
    return render(request, "agencies/agency_list.html", context)


@require_GET
def agency(request: SignedInRequest, agency_id: int) -> HttpResponse:
    today = timezone.localdate()
    may_keep = access.directory_or_404(request.user, today=today)
    body = get_object_or_404(Agency.objects.select_related("successor_of", "part_of"), pk=agency_id)
    context = {
        "agency": body,
        "facts": facts_of(body),
        "closed_words": f"Closed on {date_long(body.closed_on)}.",
        "contacts": body.contacts.all(),
        "successors": body.successors.all(),
        "parts": body.parts.all(),
        "may_keep": may_keep,
        "today": today,
    }
    return render(request, "agencies/agency.html", context)


@require_http_methods(["GET", "POST"])
def add_agency(request: SignedInRequest) -> HttpResponse:
    today = timezone.localdate()
    access.keeper_or_404(request.user, today=today)
    form = AgencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            body = operations.list_agency(
                entry=form.entry(), today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{body.name} is in the directory. Add whom to write to.")
            return redirect("agencies:add-contact", body.pk)
    return render(request, "agencies/agency_form.html", {"form": form, "agency": None})


@require_http_methods(["GET", "POST"])
def change_agency(request: SignedInRequest, agency_id: int) -> HttpResponse:
    today = timezone.localdate()
    access.keeper_or_404(request.user, today=today)
    body = get_object_or_404(Agency, pk=agency_id)
    form = AgencyForm(request.POST or None, of=body)
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_agency(
                agency=body,
                entry=form.entry(),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The directory is changed, for every partnership.")
            return redirect(body)
    return render(request, "agencies/agency_form.html", {"form": form, "agency": body})


@require_http_methods(["GET", "POST"])
def add_contact(request: SignedInRequest, agency_id: int) -> HttpResponse:
    today = timezone.localdate()
    access.keeper_or_404(request.user, today=today)
    body = get_object_or_404(Agency, pk=agency_id)
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.add_contact(
            agency=body,
            contact=form.contact(),
            today=today,
            by=request.user,
            at=timezone.now(),
        )
        notices.done(request, f"{form.cleaned_data['full_name']} is a contact of {body.name}.")
        return redirect(body)
    context = {"form": form, "agency": body, "contact": None}
    return render(request, "agencies/agency_contact.html", context)


@require_http_methods(["GET", "POST"])
def change_contact(request: SignedInRequest, agency_id: int, contact_id: int) -> HttpResponse:
    today = timezone.localdate()
    access.keeper_or_404(request.user, today=today)
    body = get_object_or_404(Agency, pk=agency_id)
    row = get_object_or_404(body.contacts.select_related("agency"), pk=contact_id)
    form = ContactForm(request.POST or None, of=row)
    if request.method == "POST" and form.is_valid():
        operations.change_contact(
            row=row,
            contact=form.contact(),
            today=today,
            by=request.user,
            at=timezone.now(),
        )
        notices.done(request, "The contact is changed.")
        return redirect(body)
    context = {"form": form, "agency": body, "contact": row}
    return render(request, "agencies/agency_contact.html", context)


@require_POST
def remove_contact(request: SignedInRequest, agency_id: int, contact_id: int) -> HttpResponse:
    today = timezone.localdate()
    access.keeper_or_404(request.user, today=today)
    body = get_object_or_404(Agency, pk=agency_id)
    row = get_object_or_404(body.contacts, pk=contact_id)
    name = row.full_name
    operations.remove_contact(row=row, today=today, by=request.user, at=timezone.now())
    notices.done(request, f"{name} is no longer a contact of {body.name}.")
    return redirect(body)


def facts_of(body: Agency) -> list[Row]:
    """Return what the directory says of a body beside its kind and area."""
    facts = [
        Row("Also known as", "\n".join([body.short_name, *body.aliases]).strip()),
        Row("Secure email address", body.secure_email),
        Row("Named in section 9(4) of the 2004 Act", "Yes" if body.ever_statutory else "No"),
    ]
    links = {"Took over from": body.successor_of, "Part of": body.part_of}
    return [
        *facts,
        *(
            Row(key, other.name, href=other.get_absolute_url(), verb="Open")
            for key, other in links.items()
            if other
        ),
    ]
