"""Write one contact's log: choose what happened, record it, answer it, correct it."""

from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from audit import trail
from documents.delivery import download
from documents.forms import take_file
from families import rules
from families.forms.entries import FORMS
from families.forms.entry import EntryForm, TakeBackForm
from families.forms.kinds import BY_SLUG, GROUPS
from families.models import EntryKind, FamilyContact, FamilyContactEntry
from families.models.calendar import Calendar
from families.operations import log
from families.queries import doors
from pages import notices
from reviews.access import Refused


@require_GET
def choose(request: SignedInRequest, reference: str, contact_id: int) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    rules.check_can_write(request.user, contact.review)
    context = {"review": contact.review, "contact": contact, "groups": GROUPS}
    return render(request, "families/choose_entry.html", context)


@require_http_methods(["GET", "POST"])
def record_entry(
    request: SignedInRequest, reference: str, contact_id: int, kind: str
) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    rules.check_can_write(request.user, contact.review)
    if kind not in BY_SLUG:
        raise Http404
    form = FORMS[BY_SLUG[kind]](request.POST or None, request.FILES or None, contact=contact)
    write = partial(log.record_entry, contact=contact)
    if request.method == "POST" and written(request, form, contact, write):
        return redirect(contact)
    return ask(request, form, contact)


@require_http_methods(["GET", "POST"])
def answer_entry(
    request: SignedInRequest, reference: str, contact_id: int, entry_id: int
) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    entry = doors.entry_or_404(contact, request.user, entry_id)
    rules.check_can_write(request.user, contact.review)
    if entry.answer_kind is None:
        raise Http404
    form = FORMS[entry.answer_kind](request.POST or None, request.FILES or None, contact=contact)
    write = partial(log.record_entry, contact=contact, answers=entry)
    if request.method == "POST" and written(request, form, contact, write):
        return redirect(contact)
    return ask(request, form, contact, about=entry)


@require_http_methods(["GET", "POST"])
def correct_entry(
    request: SignedInRequest, reference: str, contact_id: int, entry_id: int
) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    entry = doors.entry_or_404(contact, request.user, entry_id)
    rules.check_can_write(request.user, contact.review)
    form = FORMS[EntryKind(entry.kind)](
        request.POST or None, request.FILES or None, contact=contact, correcting=entry
    )
    write = partial(log.correct_entry, entry=entry)
    if request.method == "POST" and written(request, form, contact, write):
        return redirect(contact)
    return ask(request, form, contact, correcting=entry)


@require_http_methods(["GET", "POST"])
def take_back(
    request: SignedInRequest, reference: str, contact_id: int, entry_id: int
) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    entry = doors.entry_or_404(contact, request.user, entry_id)
    rules.check_can_write(request.user, contact.review)
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        log.take_back(
            entry=entry,
            reason=form.cleaned_data["correction_reason"],
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
        notices.done(request, "The entry is taken back. It stays readable.")
        return redirect(contact)
    context = {"review": contact.review, "contact": contact, "entry": entry, "form": form}
    return render(request, "families/take_back.html", context)


@require_GET
def original(
    request: SignedInRequest, reference: str, contact_id: int, entry_id: int
) -> HttpResponseBase:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    document = doors.original_or_404(contact, request.user, entry_id)
    trail.record(
        "document.downloaded",
        by=request.user,
        at=timezone.now(),
        review_ref=reference,
        document_id=document.pk,
    )
    return download(document)


def written(
    request: SignedInRequest,
    form: EntryForm,
    contact: FamilyContact,
    write: Callable[..., FamilyContactEntry],
) -> bool:
    """Take the file, then write the entry. A refusal is shown at the answer that is at fault."""
    now = timezone.now()
    document = take_file(
        form, "original", by=request.user, at=now, review_ref=contact.review.reference
    )
    if not form.is_valid():
        return False
    try:
        write(
            **form.written(),
            original=document,
            today=timezone.localdate(),
            by=request.user,
            at=now,
        )
    except Refused as refusal:
        form.refuse(refusal)
        return False
    notices.done(request, "It is in the log. Nothing was sent.")
    return True


def ask(
    request: SignedInRequest,
    form: EntryForm,
    contact: FamilyContact,
    *,
    about: FamilyContactEntry | None = None,
    correcting: FamilyContactEntry | None = None,
) -> HttpResponse:
    context = {
        "review": contact.review,
        "contact": contact,
        "form": form,
        "heading": form.kind.label,
        "about": about,
        "correcting": correcting,
        "against": Calendar.of(contact.review).against(contact, timezone.localdate()),
    }
    return render(request, "families/entry_form.html", context)
