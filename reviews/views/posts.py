"""The posts of a partnership: who runs its reviews. Administrators see no review here."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from agencies.models import CONFIRMS_POSTS, CommunitySafetyPartnership, Post, PostKind
from documents.integrity import last_check
from pages import notices
from pages.parts import Row
from reviews import access
from reviews.access import Refused
from reviews.forms.posts import StartPostForm
from reviews.models import Membership
from reviews.operations import posts


@require_GET
def post_list(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    partnership = administered(request, slug)
    posts_there = partnership.posts.select_related("user")
    held, waiting = posts_there.held_on(today), posts_there.waiting()
    context = {
        "partnership": partnership,
        "held": held,
        "waiting": waiting,
        "files": last_check(),
        "ended": posts_there.exclude(pk__in=held.values("pk")).exclude(pk__in=waiting.values("pk")),
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
            notices.done(request, words_of(post))
            return redirect("reviews:posts", partnership.slug)
    context = {"partnership": partnership, "form": form}
    return render(request, "reviews/start_post.html", context)


@require_http_methods(["GET", "POST"])
def end_post(request: SignedInRequest, slug: str, post_id: int) -> HttpResponse:
    today = timezone.localdate()
    partnership = administered(request, slug)
    posts_there = partnership.posts.select_related("user", "partnership")
    post = get_object_or_404(posts_there.held_on(today) | posts_there.waiting(), pk=post_id)
    refused = ""
    if request.method == "POST":
        try:
            posts.end_post(post=post, today=today, by=request.user, at=timezone.now())
        except Refused as refusal:
            refused = str(refusal)
        else:
            word = "not" if post.waits else "no longer"
            notices.done(request, f"{post.user.full_name} is {word} {post.get_kind_display()}.")
            return redirect("reviews:posts", partnership.slug)
    context = {"partnership": partnership, "post": post, "refused": refused}
    return render(request, "reviews/end_post.html", context)


@require_http_methods(["GET", "POST"])
def confirm_post(request: SignedInRequest, slug: str, post_id: int) -> HttpResponse:
    """Ask an officer or chair whether a post that somebody else gave is to begin."""
    today = timezone.localdate()
    partnership = access.partnership_or_404(request.user, slug, *CONFIRMS_POSTS, today=today)
    post = get_object_or_404(
        partnership.posts.select_related("user", "given_by", "confirmed_by"), pk=post_id
    )
    refused = ""
    if request.method == "POST":
        confirms = "confirm" in request.POST
        answer = posts.confirm_post if confirms else posts.decline_post
        try:
            answer(post=post, today=today, by=request.user, at=timezone.now())
        except Refused as refusal:
            refused = str(refusal)
        else:
            word = "now" if confirms else "not"
            notices.done(request, f"{post.user.full_name} is {word} {post.get_kind_display()}.")
            return redirect("reviews:my-work")
    context = {"post": post, "rows": rows_of(post, today=today), "refused": refused}
    return render(request, "reviews/confirm_post.html", context)


def rows_of(post: Post, *, today: date) -> list[Row]:
    """
    Return what is to be confirmed, as the page lists it, with what this person is in the reviews
    already: whoever writes for an agency is not to run its review unnoticed.
    """
    standing = Membership.objects.admitted(today).of(post.user)
    here = standing.filter(review__partnership=post.partnership).order_by("review_id", "role", "pk")
    parts = [
        f"{part.part_in_words}, in {part.review.reference}"
        for part in here.select_related("review", "involvement__agency")
    ]
    return [
        Row("Post", f"{post.get_kind_display()}, {post.partnership}"),
        Row("Person", post.user.full_name),
        Row("Email address", post.user.email),
        Row("Given by", post.given_by.full_name if post.given_by else ""),
        Row("In the reviews already", "; ".join(parts) or "No"),
    ]


def words_of(post: Post) -> str:
    if post.waits:
        return (
            f"{post.user.full_name} is to be {post.get_kind_display()}: it begins once an officer "
            "or chair has confirmed it. They are told."
        )
    return f"{post.user.full_name} is now {post.get_kind_display()}."


def administered(request: SignedInRequest, slug: str) -> CommunitySafetyPartnership:
    """Return a partnership that the reader administers, or Http404."""
    today = timezone.localdate()
    return access.partnership_or_404(request.user, slug, PostKind.ADMINISTRATOR, today=today)
