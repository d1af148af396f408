"""What was tried to get an answer out of an agency: read, taken on paper, added to."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.kinds import DocumentKind
from documents.rendering import RenderingUnavailable
from evidence.forms.chasing import AttemptForm
from evidence.operations.attempts import record_attempt as record
from evidence.papers.attempts import HEADS
from evidence.queries.attempts import dossier_of, on_paper
from evidence.views.imr_asking import address, ask
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement

KINDS = {"pdf": DocumentKind.PDF, "docx": DocumentKind.DOCX}


def part_or_404(request: SignedInRequest, reference: str, involvement_id: int) -> AgencyInvolvement:
    """
    Return an agency's part to the people of the review. Its own people do not read what the
    partnership noted about them.
    """
    review = access.review_or_404(request.user, reference, Permission.SCOPING_READ)
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.SCOPING_READ
    )
    part.review = review
    return part


@require_GET
def attempts(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    part = part_or_404(request, reference, involvement_id)
    may_send = access.has(request.user, Permission.SCOPING_SEND, on=part.review)
    context = {
        "review": part.review,
        "part": part,
        "dossier": dossier_of(part),
        "heads": HEADS,
        "may_send": may_send and not part.review.has_ended,
    }
    return render(request, "evidence/attempts.html", context)


@require_GET
def attempts_file(
    request: SignedInRequest, reference: str, involvement_id: int, ending: str
) -> HttpResponse:
    """Hand out the dossier as a PDF or a Word file."""
    part = part_or_404(request, reference, involvement_id)
    if ending not in KINDS:
        raise Http404
    kind = KINDS[ending]
    try:
        content = on_paper(dossier_of(part), kind=kind)
    except RenderingUnavailable as reason:
        notices.important(request, str(reason))
        return redirect("evidence:attempts", reference, part.pk)
    return delivery.offer(content, kind=kind, as_name=f"{reference}-attempts-{part.agency.slug}")


@require_http_methods(["GET", "POST"])
def record_attempt(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Record a call, a letter or an escalation that did not go out from here."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.SCOPING_SEND
    )
    form = AttemptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            record(
                involvement=part,
                attempt=form.attempt(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The attempt is recorded.")
            return redirect("evidence:attempts", reference, part.pk)
    return ask(
        request,
        part,
        form,
        heading=f"Record an attempt to get an answer from {part.agency.name}",
        lede="What was done elsewhere, by whom, and what came of it. The agency does not see it.",
        button="Record the attempt",
        back=address(part, "attempts"),
    )
