"""What the Home Office's liaison opens: packs that were sent, what is published, nothing else."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from documents import delivery
from publications.models import SubmissionItem
from publications.operations.packs import take_pack, take_packs
from publications.queries import liaison as queries
from reviews import access
from reviews.access import Permission


@require_GET
def reviews(request: SignedInRequest) -> HttpResponse:
    """List the reviews of the liaison's partnerships, from their first submission on."""
    today = timezone.localdate()
    if not queries.is_liaison(request.user, today=today):
        raise Http404
    context = {"rows": queries.reviews_sent_to(request.user), "today": today}
    return render(request, "publications/liaison.html", context)


@require_GET
def review(request: SignedInRequest, reference: str) -> HttpResponse:
    found = access.review_or_404(request.user, reference, Permission.SUBMISSION_READ)
    rounds = queries.packs_of(found)
    if not rounds:
        raise Http404
    context = {
        "review": found,
        "rounds": rounds,
        "published": queries.published_set_of(found),
        "today": timezone.localdate(),
    }
    return render(request, "publications/liaison_review.html", context)


@require_GET
def pack(request: SignedInRequest, reference: str, number: int) -> HttpResponseBase:
    """Hand out a pack that was sent, as one archive with checksums."""
    found = access.review_or_404(request.user, reference, Permission.SUBMISSION_READ)
    sent = get_object_or_404(found.qa_submissions.whole().submitted(), round=number)
    archive = take_pack(submission=sent, by=request.user, at=timezone.now())
    return delivery.stream_archive(archive, as_name=f"{reference}-round-{number}")


@require_GET
def packs(request: SignedInRequest) -> HttpResponseBase:
    """Hand out the last pack of every review that was sent one, as one archive with checksums."""
    today = timezone.localdate()
    if not queries.is_liaison(request.user, today=today):
        raise Http404
    sent = queries.last_packs_sent_to(request.user)
    archive = take_packs(submissions=sent, by=request.user, at=timezone.now())
    return delivery.stream_archive(archive, as_name=f"sent-to-the-home-office-{today.isoformat()}")


@require_GET
def file(request: SignedInRequest, reference: str, item_id: int) -> HttpResponseBase:
    """Hand out a file of a pack that was sent."""
    found = access.review_or_404(request.user, reference, Permission.SUBMISSION_READ)
    sent = SubmissionItem.objects.filter(
        submission__review=found, submission__submitted_on__isnull=False
    )
    item = get_object_or_404(sent.select_related("document"), pk=item_id)
    return delivery.download(item.document, as_name=item.title)
