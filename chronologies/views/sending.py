"""An agency's chronology page: the template, its files, and sending one."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from chronologies.forms.sending import RecordForm, SendForm
from chronologies.operations import submissions as operations
from chronologies.papers.template_docx import template_docx
from chronologies.papers.template_xlsx import template_xlsx
from chronologies.queries import submissions as queries
from chronologies.rules import check_can_read_composite, check_can_send
from chronologies.views import doors
from chronologies.views.doors import posted
from documents import delivery
from documents.forms import take_file
from documents.kinds import DocumentKind
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement

TEMPLATES = {
    "docx": (DocumentKind.DOCX, template_docx),
    "xlsx": (DocumentKind.XLSX, template_xlsx),
}


@require_http_methods(["GET", "POST"])
def chronology(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Show an agency's files; its own people send one from here."""
    part = doors.part_or_404(request.user, reference, involvement_id)
    sends = access.has_own(request.user, Permission.CHRONOLOGY_SUBMIT, on=part)
    sends = sends and access.allows(check_can_send, request.user, part)
    if request.method == "POST" and not sends:
        raise Http404
    form = SendForm(*posted(request)) if sends else None
    if form and request.method == "POST" and (sent := receive(request, part, form)):
        return sent
    is_inside = doors.is_inside(request.user, part)
    context = {
        "review": part.review,
        "part": part,
        "submissions": queries.of_agency(part),
        "form": form,
        "records": is_inside and access.allows(check_can_send, request.user, part),
        "reads_composite": access.allows(check_can_read_composite, request.user, part.review),
        "request_for_it": part.evidence_requests.last(),
        "is_inside": is_inside,
        "today": timezone.localdate(),
    }
    return render(request, "chronologies/chronology.html", context)


@require_http_methods(["GET", "POST"])
def record_chronology(
    request: SignedInRequest, reference: str, involvement_id: int
) -> HttpResponse:
    """Enter a file for an agency that sent it elsewhere."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.CHRONOLOGY_SUBMIT
    )
    if not access.has(request.user, Permission.CHRONOLOGY_SUBMIT, on=part.review):
        raise Http404
    form = RecordForm(*posted(request))
    if request.method == "POST" and (sent := receive(request, part, form)):
        return sent
    context = {"review": part.review, "part": part, "form": form, "is_inside": True}
    return render(request, "chronologies/record_chronology.html", context)


def receive(
    request: SignedInRequest, part: AgencyInvolvement, form: SendForm | RecordForm
) -> HttpResponse | None:
    """Take in the file of a form. Returns None where it is refused, with the reason in the form."""
    now, reference = timezone.now(), part.review.reference
    document = take_file(form, "document", by=request.user, at=now, review_ref=reference)
    original = None
    if isinstance(form, RecordForm):
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
    if not form.is_valid() or document is None:
        return None
    try:
        submission = operations.receive_chronology(
            involvement=part,
            document=document,
            provenance=form.provenance(original) if isinstance(form, RecordForm) else {},
            by=request.user,
            at=now,
        )
    except Refused as refusal:
        form.add_error(refusal.field or None, str(refusal))
        return None
    notices.done(request, "The chronology has arrived. It is being read now.")
    return redirect(submission)


@require_GET
def template(
    request: SignedInRequest, reference: str, involvement_id: int, form: str
) -> HttpResponse:
    """Hand out the review's own template."""
    doors.part_or_404(request.user, reference, involvement_id)
    kind, make = TEMPLATES[form]
    return delivery.offer(make(), kind=kind, as_name=f"Chronology template{kind.extension}")
