"""Write what an agency sends, a noun to a page. Each page saves what it asks and no more."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents.forms import take_file
from evidence import access as doors
from evidence.forms.drafts import PART_FORMS, AnalysisForm, EnterForm, UploadForm, initial_of
from evidence.models import IndividualManagementReview
from evidence.operations import imr_drafts
from evidence.queries.enquiries import EnquiryLine, lines_for
from evidence.queries.imr_parts import BY_SLUG
from evidence.queries.same_file import agencies_with
from evidence.rules.imr_writing import check_can_enter, check_can_write
from evidence.views.imr_asking import address, ask
from pages import notices
from panels.models import ProcessEffect
from panels.rules.holding_back import what_holds_back
from reviews import access
from reviews.access import Permission, Refused


def writing_or_404(
    request: SignedInRequest, reference: str, involvement_id: int
) -> IndividualManagementReview:
    """
    Return what an agency writes to whoever writes in it. Raises Http404 for everybody else: an
    agency's own draft is not there for those who enter things for agencies.

    Where only the time is wrong, such as while it waits for sign-off, the page says so; what is
    posted then is refused by the operation, so that the page comes back with all that was typed.
    """
    imr = doors.imr_or_404(request.user, reference, involvement_id, Permission.IMR_WRITE)
    own = access.has_own(request.user, Permission.IMR_WRITE, on=imr.involvement)
    if not own and imr.latest and not imr.latest.is_on_behalf:
        raise Http404
    if request.method == "GET":
        check_can_write(request.user, imr)
    return imr


@require_http_methods(["GET", "POST"])
def imr_part(
    request: SignedInRequest, reference: str, involvement_id: int, slug: str
) -> HttpResponse:
    imr = writing_or_404(request, reference, involvement_id)
    if slug not in BY_SLUG:
        raise Http404
    part, kind = BY_SLUG[slug], PART_FORMS[slug]
    form = kind(request.POST or None, changing=initial_of(kind, imr.draft))
    if request.method == "POST" and form.is_valid():
        try:
            imr_drafts.write_part(
                imr=imr,
                values=form.cleaned_data,
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return saved(request, imr)
    held = []
    if "staff_interviewed" in form.fields:
        held = what_holds_back(imr.involvement.review, ProcessEffect.INTERVIEWS)
    return ask_to_write(request, imr, form, heading=part.title, lede=" ".join([part.lede, *held]))


@require_GET
def imr_enquiries(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """The lines of enquiry, with what is said on each."""
    imr = writing_or_404(request, reference, involvement_id)
    context = {
        "review": imr.involvement.review,
        "part": imr.involvement,
        "lines": lines_for(imr, imr.draft),
        "is_inside": doors.follows(request.user, imr.involvement),
    }
    return render(request, "evidence/imr_enquiries.html", context)


@require_http_methods(["GET", "POST"])
def imr_enquiry(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    """Say something on one line of enquiry, then go on to the next."""
    imr = writing_or_404(request, reference, involvement_id)
    lines = lines_for(imr, imr.draft)
    line = next((line for line in lines if line.enquiry.number == number), None)
    if line is None:
        raise Http404
    form = AnalysisForm(request.POST or None, changing=AnalysisForm.initial_of(line.analysis))
    if request.method == "POST" and form.is_valid():
        try:
            imr_drafts.write_analysis(
                imr=imr,
                enquiry=line.enquiry,
                **form.cleaned_data,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"Line of enquiry {number} is saved.")
            return redirect(next_line(request, imr, lines, line))
    return ask(
        request,
        imr.involvement,
        form,
        heading=f"Line of enquiry {number}",
        button="Save",
        back=address(imr.involvement, "imr-enquiries"),
        quoted=line.enquiry.text,
        quoted_why=line.enquiry.why,
        another="Save and go to the next line" if line is not lines[-1] else "",
    )


def next_line(
    request: SignedInRequest,
    imr: IndividualManagementReview,
    lines: list[EnquiryLine],
    line: EnquiryLine,
) -> str:
    if "another" in request.POST and line is not lines[-1]:
        following = lines[lines.index(line) + 1].enquiry.number
        return address(imr.involvement, "imr-enquiry", following)
    return address(imr.involvement, "imr-enquiries")


@require_http_methods(["GET", "POST"])
def imr_upload(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    imr = writing_or_404(request, reference, involvement_id)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        now = timezone.now()
        document = take_file(form, "document", by=request.user, at=now, review_ref=reference)
        if form.is_valid() and document:
            try:
                imr_drafts.attach_document(imr=imr, document=document, by=request.user, at=now)
            except Refused as refusal:
                form.refuse(refusal)
            else:
                return saved(request, imr, f"{document.original_name} is uploaded.")
    return ask_to_write(
        request,
        imr,
        form,
        heading=f"Upload the {imr.kind.noun}",
        lede="Your own file, in any layout. A later one takes the place of an earlier one until "
        "it is signed off.",
        button="Upload",
        template_href=address(imr.involvement, "imr-template"),
        uploaded=imr.draft.document if imr.draft else None,
    )


@require_http_methods(["GET", "POST"])
def imr_enter(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Enter for an agency what it sent by email, by post or at a meeting."""
    imr = doors.imr_or_404(request.user, reference, involvement_id, Permission.IMR_WRITE)
    if not access.has(request.user, Permission.IMR_WRITE, on=imr.involvement.review):
        raise Http404
    if request.method == "GET":
        check_can_enter(request.user, imr)
    form = EnterForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        known: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        document = take_file(form, "document", review_ref=reference, **known)
        original = take_file(form, "original", review_ref=reference, **known)
        if form.is_valid() and document:
            try:
                imr_drafts.enter_document(
                    imr=imr,
                    document=document,
                    provenance=form.provenance(original),
                    today=timezone.localdate(),
                    **known,
                )
            except Refused as refusal:
                form.refuse(refusal)
            else:
                notices.done(request, "It is entered. Record next who signed it off.")
                if others := agencies_with(document, but=imr):
                    notices.important(request, same_file(others))
                return redirect(imr)
    return ask(
        request,
        imr.involvement,
        form,
        heading=f"Enter the {imr.kind.noun} of {imr.involvement.agency.name}",
        lede="What the agency sent elsewhere. Who gave it, how and when is shown beside it.",
        button="Enter it",
        back=imr.get_absolute_url(),
    )


def same_file(others: Sequence[str]) -> str:
    """Say whose report this is as well: one stands for several, or is in the wrong place."""
    return (
        f"This very file is kept as the report of {' and '.join(others)} as well. Where it is not "
        "theirs and this agency’s both, enter the right one."
    )


@require_POST
def imr_begin(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Begin another version, as a copy of the last."""
    imr = doors.imr_or_404(request.user, reference, involvement_id, Permission.IMR_WRITE)
    version = imr_drafts.begin_version(imr=imr, by=request.user, at=timezone.now())
    notices.done(request, f"{version.name} is begun as a copy of the last.")
    return redirect(address(imr.involvement, "author-task"))


def ask_to_write(
    request: SignedInRequest, imr: IndividualManagementReview, form: Any, **words: Any
) -> HttpResponse:
    usual = {"button": "Save", "back": address(imr.involvement, "author-task")}
    return ask(request, imr.involvement, form, **{**usual, **words})


def saved(
    request: SignedInRequest, imr: IndividualManagementReview, words: str = "Saved."
) -> HttpResponse:
    notices.done(request, words)
    return redirect(address(imr.involvement, "author-task"))
