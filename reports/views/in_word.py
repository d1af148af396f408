"""The report in Word: hand it out to write in, take it back, choose what is taken of it."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from documents.kinds import DocumentKind
from pages import notices
from privacy.marking import OFFICIAL_SENSITIVE
from reports import access as doors
from reports.forms.returned import ReturnForm, TakeForm
from reports.models import ReturnedText
from reports.operations import returned as operations
from reports.queries.assembly.record import record_of
from reports.queries.in_word.page import returned_page
from reports.queries.in_word.writing import file_to_write_in
from reports.rules.sections import check_can_write
from reviews import access
from reviews.access import Permission, Refused, allows
from reviews.models import Review


@require_http_methods(["GET", "POST"])
def in_word(request: SignedInRequest, reference: str) -> HttpResponse:
    """Offer the file to write in, and take one back."""
    review = access.review_or_404(request.user, reference, Permission.DRAFT_WRITE)
    form = ReturnForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        returned = returned_in(request, review, form)
        if returned:
            return redirect(returned)
    files = review.returned_texts.select_related("document", "returned_by").defer("reading")
    context = {
        "review": review,
        "form": form,
        "files": files,
        "may_write": allows(check_can_write, request.user, review),
    }
    return render(request, "reports/in_word.html", context)


def returned_in(request: SignedInRequest, review: Review, form: ReturnForm) -> ReturnedText | None:
    """Take the file of a form back; what is wrong with it becomes an error of the form."""
    now = timezone.now()
    document = take_file(form, "file", by=request.user, at=now, review_ref=review.reference)
    if document is None or not form.is_valid():
        return None
    try:
        return operations.return_text(
            review=review, document=document, today=timezone.localdate(), by=request.user, at=now
        )
    except Refused as refusal:
        form.add_error(refusal.field or None, str(refusal))
        return None


@require_GET
def report_to_write_in(request: SignedInRequest, reference: str) -> HttpResponse:
    """Hand out the whole working text as a Word file."""
    review = access.review_or_404(request.user, reference, Permission.DRAFT_WRITE)
    record = record_of(review, today=timezone.localdate())
    content = file_to_write_in(record, marking=OFFICIAL_SENSITIVE)
    name = f"{review.reference}-report-{timezone.localdate():%Y-%m-%d}"
    return delivery.offer(content, kind=DocumentKind.DOCX, as_name=name)


@require_http_methods(["GET", "POST"])
def returned_text(request: SignedInRequest, reference: str, returned: int) -> HttpResponse:
    """Show what a file has, beside what stands; take what was chosen of it."""
    found = doors.returned_text_or_404(request.user, reference, returned)
    context = {"review": found.review, "returned": found,
               "may_write": allows(check_can_write, request.user, found.review)}  # fmt: skip
    if not found.is_read:
        return render(request, "reports/returned_waiting.html", context)
    page = returned_page(found, record_of(found.review, today=timezone.localdate()))
    offered = [one.kind for one in page.to_take]
    form = TakeForm(request.POST or None, offered=offered)
    if request.method == "POST" and form.is_valid() and took(request, found, form):
        return redirect("reports:returned-text", reference, returned)
    suggested = [one.kind.slug for one in page.to_take if one.is_chosen]
    chosen = request.POST.getlist("sections") if form.is_bound else suggested
    context |= {"form": form, "page": page, "chosen": chosen}
    return render(request, "reports/returned_text.html", context)


def took(request: SignedInRequest, returned: ReturnedText, form: TakeForm) -> bool:
    try:
        taken = operations.take_sections(
            returned=returned, sections=form.taken(), by=request.user, at=timezone.now()
        )
    except Refused as refusal:
        form.add_error("sections", str(refusal))
        return False
    counted = "1 section is" if len(taken) == 1 else f"{len(taken)} sections are"
    notices.done(request, f"{counted} taken from the file. Earlier versions stay.")
    return True


@require_POST
def read_returned(request: SignedInRequest, reference: str, returned: int) -> HttpResponse:
    """Read a file that had to wait for the scanner."""
    found = doors.returned_text_or_404(request.user, reference, returned)
    try:
        operations.read_returned(
            returned=found, today=timezone.localdate(), by=request.user, at=timezone.now()
        )
    except Refused as refusal:
        notices.important(request, str(refusal))
    return redirect(found)


@require_GET
def returned_file(request: SignedInRequest, reference: str, returned: int) -> HttpResponseBase:
    """Hand out the file as it came back."""
    found = doors.returned_text_or_404(request.user, reference, returned)
    return delivery.download(found.document)
