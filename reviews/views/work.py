"""Everybody's first page, and which hat they wear on it."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import TypeVar

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from agencies.access import leads_of, posts_of, reads_directory
from agencies.http import SignedInRequest
from agencies.models import PostKind
from reviews.access import chairs_somewhere
from reviews.queries import hats, work
from reviews.queries.work import WorkItem

A_PAGE = 50


@require_GET
def my_work(request: SignedInRequest) -> HttpResponse:
    today = timezone.localdate()
    items = work.work_of(request.user, today=today)
    worn = hats.worn(request.user, request.session.get("hat", ""), today=today)
    if worn:
        ids = set(hats.memberships_of(request.user, worn).values_list("review_id", flat=True))
        items = [item for item in items if item.review_id in ids or of_post(item, worn)]
    posts = posts_of(request.user, today=today)
    leads = leads_of(request.user, today=today)
    page = Paginator(items, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "groups": grouped(page.object_list, today),
        "page": page,
        "today": today,
        "opens_reviews": any(post.kind == PostKind.OFFICER for post in posts),
        "reads_directory": reads_directory(posts),
        "reads_submissions": any(post.is_home_office_liaison for post in posts),
        "keeps_clauses_of": once(
            post.partnership for post in posts if post.kind == PostKind.OFFICER
        ),
        "chairs": chairs_somewhere(request.user, today=today),
        "administered": [post.partnership for post in posts if post.is_administrator],
        "figures_of": once(post.partnership for post in posts if post.reads_figures),
        "times_in": once(post.partnership for post in posts if post.sets_lengths),
        "lead_in": once(post.partnership for post in posts if post.sees_leads),
        "decides_in": once(post.partnership for post in posts if post.decides_emergencies),
        "led": once(lead.agency for lead in leads.select_related("agency")),
    }
    return render(request, "reviews/my_work.html", context)


@require_POST
def switch_hat(request: SignedInRequest) -> HttpResponse:
    today = timezone.localdate()
    key = request.POST.get("hat", "")
    mine = {hat.key for hat in hats.hats_of(request.user, today=today)}
    if key in mine:
        request.session["hat"] = key
    else:
        request.session.pop("hat", None)
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "reviews:my-work"
    return redirect(back)


T = TypeVar("T")


def once(places: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(places))


def of_post(item: WorkItem, worn: hats.Hat) -> bool:
    """Test whether something is to be done by the post that is worn."""
    return worn.partnership_id is not None and item.partnership_id == worn.partnership_id


def grouped(items: Iterable[WorkItem], today: date) -> list[tuple[str, list[WorkItem]]]:
    """Put what comes at the same time beneath one heading."""
    groups = groupby(items, key=lambda item: work.when(item, today))
    return [(when.value, list(found)) for when, found in groups]
