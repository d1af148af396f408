"""The media log."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from proceedings.access import media_entry_or_404
from proceedings.forms.media import MediaForm
from proceedings.operations import media as operations
from proceedings.rules import check_can_write
from proceedings.views.asking import ask
from reviews import access
from reviews.access import Permission

LOG = "proceedings:media"


@require_GET
def media(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_READ)
    context = {
        "review": review,
        "entries": review.media_entries.all(),
        "may_write": access.allows(check_can_write, request.user, review),
        "today": timezone.localdate(),
    }
    return render(request, "proceedings/media.html", context)


@require_http_methods(["GET", "POST"])
def log_media(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_WRITE)
    today = timezone.localdate()
    form = MediaForm(request.POST or None, initial={"happened_on": today})
    return ask(
        request,
        review,
        form,
        lambda: operations.log_media(
            review=review, coverage=form.coverage(), today=today, by=request.user, at=timezone.now()
        ),
        heading="Record an enquiry or coverage",
        button="Record it",
        done="It is in the log.",
        back=LOG,
    )


@require_http_methods(["GET", "POST"])
def change_media(request: SignedInRequest, reference: str, entry_id: int) -> HttpResponse:
    entry = media_entry_or_404(request.user, reference, entry_id)
    form = MediaForm(request.POST or None, changing=MediaForm.initial_of(entry))
    return ask(
        request,
        entry.review,
        form,
        lambda: operations.change_media(
            entry=entry,
            coverage=form.coverage(),
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        ),
        heading="Change an entry of the media log",
        button="Save",
        done="The log is changed.",
        back=LOG,
    )
