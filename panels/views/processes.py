"""Parallel processes: what other bodies do about the same death, and what it holds back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from agencies.models import User
from pages import notices
from pages.parts import Row
from pages.templatetags.dates import date_long
from panels import access as doors
from panels.forms.processes import ProcessDateForm, ProcessForm
from panels.models import ParallelProcess
from panels.operations import processes
from panels.queries.processes import held_back
from panels.rules.members import check_can_write
from reviews import access
from reviews.access import Permission, Refused


@require_GET
def process_list(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_READ)
    today = timezone.localdate()
    context = {
        "review": review,
        "processes": review.parallel_processes.prefetch_related("dates"),
        "held_back": held_back(review),
        "may_write": access.allows(check_can_write, request.user, review),
        "today": today,
    }
    return render(request, "panels/processes.html", context)


@require_GET
def process(request: SignedInRequest, reference: str, process_id: int) -> HttpResponse:
    found = doors.process_or_404(request.user, reference, process_id, Permission.PANEL_READ)
    context = {
        "review": found.review,
        "process": found,
        "rows": facts(found, request.user),
        "may_write": access.allows(check_can_write, request.user, found.review),
        "today": timezone.localdate(),
    }
    return render(request, "panels/process.html", context)


def facts(found: ParallelProcess, reader: User) -> list[Row]:
    """
    Return what is recorded of a process, line by line: whom to reach there only to whoever reads
    the log of contacts, since members of the panel may be witnesses in it.
    """
    reads_contacts = access.has(reader, Permission.PANEL_WRITE, on=found.review)
    return [
        Row("Who runs it", found.body),
        *(
            [
                Row("Their reference", found.reference),
                Row("Lead contact", found.lead_contact),
            ]
            if reads_contacts
            else []
        ),
        Row("Started", date_long(found.started_on)),
        *(
            [Row("Why it holds back", found.held_back_why), Row("Who can lift it", found.may_lift)]
            if found.effects
            else []
        ),
        Row("How the two work together", found.joined_up),
        Row("Disclosure", found.disclosure),
        Row("Reporting restrictions", found.reporting_restrictions),
        Row("Outcome", found.outcome),
    ]


@require_http_methods(["GET", "POST"])
def add_process(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_WRITE)
    form = ProcessForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = processes.add_process(
                review=review,
                proceeding=form.proceeding(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The process is recorded.")
            return redirect(added)
    return render(request, "panels/add_process.html", {"review": review, "form": form})


@require_http_methods(["GET", "POST"])
def change_process(request: SignedInRequest, reference: str, process_id: int) -> HttpResponse:
    found = doors.process_or_404(request.user, reference, process_id, Permission.PANEL_WRITE)
    form = ProcessForm(request.POST or None, changing=ProcessForm.initial_of(found))
    if request.method == "POST" and form.is_valid():
        try:
            processes.change_process(
                process=found,
                proceeding=form.proceeding(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The process is changed.")
            return redirect(found)
    context = {"review": found.review, "process": found, "form": form}
    return render(request, "panels/change_process.html", context)


@require_http_methods(["GET", "POST"])
def add_process_date(request: SignedInRequest, reference: str, process_id: int) -> HttpResponse:
    found = doors.process_or_404(request.user, reference, process_id, Permission.PANEL_WRITE)
    form = ProcessDateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            processes.add_date(
                process=found, **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The day is recorded.")
            return redirect(found)
    context = {"review": found.review, "process": found, "form": form}
    return render(request, "panels/add_process_date.html", context)


@require_POST
def remove_process_date(
    request: SignedInRequest, reference: str, process_id: int, date_id: int
) -> HttpResponse:
    found = doors.process_or_404(request.user, reference, process_id, Permission.PANEL_WRITE)
    day = get_object_or_404(found.dates, pk=date_id)
    processes.remove_date(day=day, by=request.user, at=timezone.now())
    notices.done(request, "The day is taken out.")
    return redirect(found)
