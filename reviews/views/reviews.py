"""The list of reviews, one review's home, and its history."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.access import posts_of
from agencies.http import SignedInRequest
from agencies.models import PostKind
from messaging.models import Message
from reviews import access
from reviews.access import Permission
from reviews.queries import hats, home, listing

A_PAGE = 25


@require_GET
def review_list(request: SignedInRequest) -> HttpResponse:
    today = timezone.localdate()
    hat = hats.worn(request.user, request.session.get("hat", ""), today=today)
    mine = listing.readable(request.user, hat=hat)
    asked = listing.Search(
        words=request.GET.get("q", "").strip(),
        step=request.GET.get("step", ""),
        standing=request.GET.get("standing", ""),
    )
    found = listing.for_page(listing.search(mine, asked, today=today))
    posts = posts_of(request.user, today=today)
    context = {
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "steps": listing.steps_with_counts(mine),
        "standings": listing.STANDINGS,
        "step_names": home.STEP_NAMES,
        "asked": asked,
        "parts": listing.own_parts(request.user, hat=hat),
        "may_open": any(post.kind == PostKind.OFFICER for post in posts),
        "figures_of": list(dict.fromkeys(post.partnership for post in posts if post.reads_figures)),
        "reads_submissions": any(post.is_home_office_liaison for post in posts),
        "today": today,
    }
    return render(request, "reviews/list.html", context)


@require_GET
def review_home(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.REVIEW_READ)
    today = timezone.localdate()
    context = {
        "review": review,
        "steps": home.STEP_NAMES,
        "moves": home.moves(review, request.user),
        "cards": home.cards(review, request.user, today=today),
        "deadlines": home.deadlines(review, request.user),
        "emergencies": home.emergencies(review, today=today),
        "may_end_emergency": access.has(request.user, Permission.EMERGENCY_END, on=review),
        "may_step_back": access.has(request.user, Permission.STAGE_STEP_BACK, on=review),
        "may_adopt": home.may_adopt(review, request.user),
        "may_see_messages": access.has(request.user, Permission.ACCESS_MANAGE, on=review),
        "may_see_history": access.has(request.user, Permission.AUDIT_READ, on=review),
        "today": today,
    }
    return render(request, "reviews/home.html", context)


@require_GET
def messages_sent(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.ACCESS_MANAGE)
    sent = Message.objects.filter(review_ref=review.reference)
    page = Paginator(sent, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "reviews/messages.html", {"review": review, "page": page})
