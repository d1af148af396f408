"""One person of the compartment: who they are, how to reach them, when not to, and their log."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from families import rules
from families.forms.contacts import ContactForm, QuietDateForm
from families.models import Calendar
from families.operations import contacts
from families.queries import doors, log, plan, standing
from families.queries.compartment import Line
from pages import notices
from reviews import access
from reviews.access import Permission, Refused


@require_GET
def contact_page(request: SignedInRequest, reference: str, contact_id: int) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    today = timezone.localdate()
    calendar = Calendar.of(contact.review)
    entries = log.log_of(contact, request.user)
    context = {
        "review": contact.review,
        "contact": contact,
        "line": Line(contact, calendar.against(contact, today)),
        "plan": plan.plan_of(contact),
        "dates": plan.dates_ahead(contact, calendar, today=today),
        "log": entries,
        "standing": standing.standing_of(entries),
        "why_not_write": rules.why_not_write(request.user, contact.review),
        "today": today,
    }
    return render(request, "families/contact.html", context)


@require_http_methods(["GET", "POST"])
def add_contact(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.FAMILY_READ)
    rules.check_can_write(request.user, review)
    form = ContactForm(request.POST or None, people=plan.people_to_choose(review))
    if request.method == "POST" and form.is_valid():
        try:
            contact = contacts.add_contact(
                review=review, plan=form.plan(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "They are in the record. Nothing was sent to them.")
            return redirect(contact)
    context = {"review": review, "form": form, "heading": "Add somebody"}
    return render(request, "families/contact_form.html", context)


@require_http_methods(["GET", "POST"])
def change_contact(request: SignedInRequest, reference: str, contact_id: int) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    rules.check_can_write(request.user, contact.review)
    form = ContactForm(
        request.POST or None,
        people=plan.people_to_choose(contact.review, contact),
        changing=ContactForm.initial_of(contact),
    )
    if request.method == "POST" and form.is_valid():
        try:
            contacts.change_contact(
                contact=contact, plan=form.plan(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The record is changed.")
            return redirect(contact)
    context = {
        "review": contact.review,
        "contact": contact,
        "form": form,
        "heading": "Change how to reach them",
    }
    return render(request, "families/contact_form.html", context)


@require_http_methods(["GET", "POST"])
def quiet_dates(request: SignedInRequest, reference: str, contact_id: int) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    rules.check_can_write(request.user, contact.review)
    form = QuietDateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            contacts.add_quiet_date(
                contact=contact, **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The day is recorded.")
            return redirect("families:quiet-dates", reference, contact_id)
    today = timezone.localdate()
    context = {
        "review": contact.review,
        "contact": contact,
        "form": form,
        "dates": plan.dates_ahead(contact, Calendar.of(contact.review), today=today),
        "today": today,
    }
    return render(request, "families/quiet_dates.html", context)


@require_POST
def remove_date(
    request: SignedInRequest, reference: str, contact_id: int, date_id: int
) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    quiet = get_object_or_404(contact.quiet_dates, pk=date_id)
    quiet.contact = contact
    contacts.remove_quiet_date(quiet=quiet, by=request.user, at=timezone.now())
    notices.done(request, "The day is taken away.")
    return redirect("families:quiet-dates", reference, contact_id)
