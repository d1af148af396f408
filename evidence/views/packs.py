"""Commissioning packs on paper: one agency's, or all of them in one file."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from documents import delivery
from documents.kinds import DocumentKind
from documents.rendering import RenderingUnavailable
from evidence.operations import packs as operations
from evidence.papers.pack import Addressee
from evidence.queries.pack import pack_of, packs_of
from pages import notices
from reviews import access
from reviews.access import Permission, Refused


@require_GET
def pack(
    request: SignedInRequest, reference: str, involvement_id: int, addressee: str
) -> HttpResponse:
    """One agency's pack, to whoever may know both what is asked of it and the true names."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.EVIDENCE_STATUS
    )
    if addressee not in set(Addressee) or not access.has(
        request.user, Permission.IDENTITIES_READ, on=part
    ):
        raise Http404
    try:
        made = pack_of(request.user, part, to=Addressee(addressee), today=timezone.localdate())
        content = operations.take_pack(pack=made, by=request.user, at=timezone.now())
    except (Refused, RenderingUnavailable) as reason:
        notices.important(request, str(reason))
        return redirect("evidence:evidence-request", reference, part.pk)
    return delivery.offer(content, kind=DocumentKind.PDF, as_name=made.file_name)


@require_GET
def all_packs(request: SignedInRequest, reference: str) -> HttpResponseBase:
    """Every agency's pack in one zip, to whoever asks agencies for evidence."""
    review = access.review_or_404(request.user, reference, Permission.EVIDENCE_REQUEST)
    try:
        made = packs_of(request.user, review, today=timezone.localdate())
        archive = operations.take_packs(packs=made, by=request.user, at=timezone.now())
    except (Refused, RenderingUnavailable) as reason:
        notices.important(request, str(reason))
        return redirect("evidence:evidence", reference)
    return delivery.stream_archive(archive, as_name=f"{reference}-commissioning-packs")
