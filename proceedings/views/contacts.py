"""The contact log: what was said with those who speak for parallel processes."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from panels.access import process_or_404
from proceedings.access import contact_or_404
from proceedings.forms.contacts import ContactForm, ExchangeForm
from proceedings.models import ProcessContact
from proceedings.operations import contacts as operations
from proceedings.rules import check_can_write
from proceedings.views.asking import ask
from reviews import access
from reviews.access import Permission

LOG = "proceedings:contacts"


@require_GET
def contacts(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_WRITE)
    rows = ProcessContact.objects.filter(process__review=review).select_related("process")
    context = {
        "review": review,
        "contacts": rows,
        "processes": review.parallel_processes.all(),
        "may_write": access.allows(check_can_write, request.user, review),
        "today": timezone.localdate(),
    }
    return render(request, "proceedings/contacts.html", context)


@require_http_methods(["GET", "POST"])
def add_contact(request: SignedInRequest, reference: str, process_id: int) -> HttpResponse:
    process = process_or_404(request.user, reference, process_id, Permission.PANEL_WRITE)
    today = timezone.localdate()
    initial = {"happened_on": today, **ContactForm.initial_for(process)}
    form = ContactForm(request.POST or None, initial=initial)
    return ask(
        request,
        process.review,
        form,
        lambda: operations.record_contact(
            process=process, **form.answers(), today=today, by=request.user, at=timezone.now()
        ),
        heading=f"Record a contact: {process.get_kind_display().lower()}",
        button="Record the contact",
        done="The contact is recorded.",
        back=LOG,
    )


@require_http_methods(["GET", "POST"])
def change_contact(request: SignedInRequest, reference: str, contact_id: int) -> HttpResponse:
    contact = contact_or_404(request.user, reference, contact_id)
    form = ExchangeForm(request.POST or None, changing=ExchangeForm.initial_of(contact))
    return ask(
        request,
        contact.process.review,
        form,
        lambda: operations.change_contact(
            contact=contact,
            exchange=form.exchange(),
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        ),
        heading="Change the record of a contact",
        button="Save",
        done="The record is changed.",
        back=LOG,
        lede="What the process holds back is changed with a new contact, or in its own record.",
    )
