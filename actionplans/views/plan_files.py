"""Files with an action plan: sent, looked over, mended, recorded."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from actionplans import access as doors
from actionplans.forms.plan_files import MendForm, PlanColumnsForm, PlanFileForm
from actionplans.models import PlanImport
from actionplans.operations import importing as operations
from actionplans.queries.plan_page import page_of
from actionplans.queries.plan_reading import PlanReading, reading_of
from actionplans.readers.opening import PDF
from actionplans.rules.plan import check_can_plan
from actionplans.views.asking import ask, page, plan_crumbs
from agencies.http import SignedInRequest
from chronologies.readers.grid import CannotRead
from documents import delivery
from documents.forms import take_file
from documents.models import FileNotOpen
from pages import notices
from pages.parts import Blocker as Crumb
from reviews.access import Refused, allows
from reviews.models import Review


@require_http_methods(["GET", "POST"])
def plan_files(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show the files with plans that were sent, and take in another."""
    review = doors.planned_review_or_404(request.user, reference)
    form = PlanFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and (one := received(request, review, form)):
        return redirect(one)
    context = {
        "review": review,
        "form": form,
        "files": review.plan_imports.select_related("document", "received_by"),
        "may_send": allows(check_can_plan, request.user, review),
        "crumbs": plan_crumbs(review),
    }
    return render(request, "actionplans/plan_files.html", context)


def received(request: SignedInRequest, review: Review, form: PlanFileForm) -> PlanImport | None:
    """Take in the file of a form. Returns None where it is refused, with the reason in the form."""
    now, a_pdf = timezone.now(), is_pdf(request.FILES.get("document"))
    document = take_file(form, "document", by=request.user, at=now, review_ref=review.reference)
    if a_pdf:
        form.errors["document"] = form.error_class([PDF])  # says more than "choose another kind"
    if not form.is_valid() or document is None:
        return None
    try:
        return operations.receive_plan(
            review=review,
            document=document,
            plan_on=form.cleaned_data["plan_on"],
            today=timezone.localdate(),
            by=request.user,
            at=now,
        )
    except Refused as refusal:
        form.refuse(refusal)
        return None


def is_pdf(upload: "UploadedFile[Any] | None") -> bool:
    if upload is None:
        return False
    begins = upload.read(5)
    upload.seek(0)
    return bool(begins == b"%PDF-")


@require_GET
def plan_file(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Show what was understood of a file and what not, before and after it is recorded."""
    review = doors.planned_review_or_404(request.user, reference)
    one = file_or_404(review, number)
    reading, fault, waits = looked_at(one)
    context = {
        "review": review,
        "file": one,
        "page": page_of(one, reading) if reading else None,
        "fault": fault,
        "waits": waits,
        "may_mend": not one.is_recorded and allows(check_can_plan, request.user, review),
        "crumbs": file_crumbs(review),
    }
    return render(request, "actionplans/plan_file.html", context)


def looked_at(one: PlanImport) -> tuple[PlanReading | None, str, str]:
    """Return the reading of a file; or why it cannot be read; or what it waits for."""
    try:
        return reading_of(one, today=timezone.localdate()), "", ""
    except CannotRead as fault:
        return None, str(fault), ""
    except FileNotOpen as closed:
        return (None, str(closed), "") if closed.is_refused else (None, "", str(closed))


def reading_or_404(one: PlanImport) -> PlanReading:
    """Return the reading of a file that can be mended."""
    reading, _fault, _waits = looked_at(one)
    if reading is None or one.is_recorded:
        raise Http404
    return reading


@require_POST
def record_plan(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Put what was read of a file into the plan."""
    review = doors.planned_review_or_404(request.user, reference)
    one = file_or_404(review, number)
    try:
        changes = operations.record_plan(
            one=one,
            shown=request.POST.get("shown", ""),
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        notices.important(request, str(refusal))
        return redirect(one)
    tally = changes.tally
    notices.done(request, f"Recorded in the plan: {tally['new']} new, {tally['changed']} changed.")
    return redirect(one)


@require_http_methods(["GET", "POST"])
def columns(request: SignedInRequest, reference: str, number: int, part: int) -> HttpResponse:
    """Say what the columns of a part of a file hold."""
    review = doors.planned_review_or_404(request.user, reference)
    one = file_or_404(review, number)
    sections = reading_or_404(one).plan.sections
    if part >= len(sections):
        raise Http404
    section = sections[part]
    form = PlanColumnsForm(request.POST or None, section=section)
    if request.method == "POST" and form.is_valid():
        operations.say_columns(
            one=one, part=part, columns=form.columns(), by=request.user, at=timezone.now()
        )
        notices.done(request, "The file is read anew with these columns.")
        return redirect(one)
    return ask(
        request,
        review,
        form,
        heading="What do the columns hold?",
        lede=(
            f"{section.table or 'The table'}. Change what is wrong: the file is read anew, and "
            "so are the rows that were mended."
        ),
        button="Read it with these columns",
        back=one.get_absolute_url(),
        crumbs=file_crumbs(review, one),
    )


@require_http_methods(["GET", "POST"])
def mend(request: SignedInRequest, reference: str, number: int, place: int) -> HttpResponse:
    """Say what one recommendation of a file means, or leave it out."""
    review = doors.planned_review_or_404(request.user, reference)
    one = file_or_404(review, number)
    reading = reading_or_404(one)
    found = next((each for each in reading.recommendations if each.read.place == place), None)
    if found is None:
        raise Http404
    form = MendForm(request.POST or None, one=found)
    if request.method == "POST" and form.is_valid():
        said = {**one.mended.get(str(place), {}), **form.said()}
        if not form.cleaned_data["left_out"].strip():
            said.pop("left_out", None)
        operations.mend(one=one, place=place, said=said, by=request.user, at=timezone.now())
        notices.done(request, "That is kept with the file. Its own words stay beside it.")
        return redirect(f"{one.get_absolute_url()}#recommendation-{place}")
    return ask(
        request,
        review,
        form,
        heading="What does this row say?",
        lede=f"{found.read.table or 'The table'}, row {found.read.row}.",
        button="Keep this",
        back=f"{one.get_absolute_url()}#recommendation-{place}",
        crumbs=file_crumbs(review, one),
    )


@require_GET
def original(request: SignedInRequest, reference: str, number: int) -> HttpResponseBase:
    """Hand out the file as it was sent."""
    review = doors.planned_review_or_404(request.user, reference)
    return delivery.download(file_or_404(review, number).document)


def file_or_404(review: Review, number: int) -> PlanImport:
    rows = PlanImport.objects.select_related("document", "received_by", "recorded_by")
    one = get_object_or_404(rows, review=review, number=number)
    one.review = review
    return one


def file_crumbs(review: Review, one: PlanImport | None = None) -> list[Crumb]:
    crumbs = [*plan_crumbs(review), Crumb("Plans brought in", page(review, "plan-files"))]
    return [*crumbs, Crumb(one.name, one.get_absolute_url())] if one else crumbs
