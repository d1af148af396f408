"""Look through what came back and confirm it, all on one page; and what is left to chase."""

import re
from collections.abc import Sequence

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from agencies.http import SignedInRequest
from documents import delivery
from evidence.queries.scoping import lines_of
from pages import notices
from replies.forms.adding import AddRepliesForm
from replies.forms.rows import KINDS, RowForm
from replies.operations import settling
from replies.queries import left, waiting
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review

TICKED = re.compile(r"reply-(\d+)-take")


@require_GET
def replies(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.SCOPING_SEND)
    return show(request, review)


def show(
    request: SignedInRequest, review: Review, *, bound: Sequence[RowForm] = (), done: str = ""
) -> HttpResponse:
    """
    The page. bound: the rows that could not be confirmed, as they were sent.
    """
    today = timezone.localdate()
    there, lines = waiting.replies_of(review), lines_of(review, today=today)
    parts = [line.involvement for line in lines]
    sent = {form.reply.pk: form for form in bound}
    rows = [sent.get(one.pk) or RowForm(None, reply=one, parts=parts) for one in there.waiting]
    context = {
        "review": review,
        "there": there,
        "rows": rows,
        "bound": bound,
        "done": done,
        "kinds": KINDS,
        "parts": [(str(part.pk), part.agency.name) for part in parts],
        "left": left.left_of(lines, there),
        "adding": AddRepliesForm(),
        "today": today,
    }
    return render(request, "replies/replies.html", context)


@require_POST
def confirm(request: SignedInRequest, reference: str) -> HttpResponse:
    """Record every ticked row that can be; show the others with what they lack."""
    review = access.review_or_404(request.user, reference, Permission.SCOPING_SEND)
    numbers = [int(found[1]) for name in request.POST if (found := TICKED.fullmatch(name))]
    parts = waiting.parts_of(review)
    bound, done = [], 0
    for reply in waiting.chosen(review, numbers):
        reply.review = review
        form = RowForm(request.POST, reply=reply, parts=parts)
        if form.is_valid() and is_settled(form, request):
            done += 1
        else:
            bound.append(form)
    words = f"{done} {'reply is' if done == 1 else 'replies are'} recorded."
    if bound:
        return show(request, review, bound=bound, done=words if done else "")
    notices.done(request, words if numbers else "Nothing was ticked, so nothing is recorded.")
    return redirect("replies:replies", review.reference)


def is_settled(form: RowForm, request: SignedInRequest) -> bool:
    try:
        settling.settle(
            reply=form.reply,
            decided=form.decision(),
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        form.refuse(refusal)
        return False
    return True


@require_POST
def bring_back(request: SignedInRequest, reference: str, reply_id: int) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.SCOPING_SEND)
    reply = waiting.reply_or_404(review, reply_id)
    settling.bring_back(reply=reply, by=request.user, at=timezone.now())
    notices.done(request, "It waits to be confirmed again.")
    return redirect("replies:replies", review.reference)


@require_GET
def file(
    request: SignedInRequest, reference: str, reply_id: int, document_id: int
) -> HttpResponseBase:
    """Hand out a file that was dropped, or one that came attached to it."""
    review = access.review_or_404(request.user, reference, Permission.SCOPING_SEND)
    reply = waiting.reply_or_404(review, reply_id)
    return delivery.download(waiting.file_or_404(reply, document_id))
