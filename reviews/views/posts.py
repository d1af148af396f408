"""The posts of a partnership: who runs its reviews. Administrators see no review here."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from agencies.models import CommunitySafetyPartnership, PostKind
from documents.integrity import last_check
from pages import notices
from reviews import access
from reviews.access import Refused
from reviews.forms.posts import StartPostForm
from reviews.operations import posts


@require_GET
def post_list(request: SignedInRequest, slug: str) -> HttpResponse:
    partnership = administered(request, slug)
    today = timezone.localdate()
    held = partnership.posts.held_on(today).select_related("user")
    context = {
        "partnership": partnership,
        "held": held,
        "files": last_check(),
        "ended": partnership.posts.exclude(pk__in=held.values("pk")).select_related("user"),
    }
    return render(request, "reviews/posts.html", context)


@require_http_methods(["GET", "POST"])
def start_post(request: SignedInRequest, slug: str) -> HttpResponse:
    partnership = administered(request, slug)
    form = StartPostForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            post = posts.start_post(
                partnership=partnership,
                **form.cleaned_data,
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            words = f"{post.user.full_name} is now {post.get_kind_display()}."
            notices.done(request, words)
            return redirect("reviews:posts", partnership.slug)
    context = {"partnership": partnership, "form": form}
    return render(request, "reviews/start_post.html", context)


@require_http_methods(["GET", "POST"])
def end_post(request: SignedInRequest, slug: str, post_id: int) -> HttpResponse:
    partnership = administered(request, slug)
    today = timezone.localdate()
    held = partnership.posts.held_on(today).select_related("user", "partnership")
    post = get_object_or_404(held, pk=post_id)
    refused = ""
    if request.method == "POST":
        try:
            posts.end_post(post=post, today=today, by=request.user, at=timezone.now())
        except Refused as refusal:
            refused = str(refusal)
        else:
            notices.done(request, f"{post.user.full_name} is no longer {post.get_kind_display()}.")
            return redirect("reviews:posts", partnership.slug)
    context = {"partnership": partnership, "post": post, "refused": refused}
    return render(request, "reviews/end_post.html", context)


def administered(request: SignedInRequest, slug: str) -> CommunitySafetyPartnership:
    """Return a partnership that the reader administers, or Http404."""
    mine = access.partnerships_of(request.user, PostKind.ADMINISTRATOR, today=timezone.localdate())
    found = mine.filter(slug=slug).first()
    if found is None:
        raise Http404
    return found
