"""
The audit trail: a review's, for those who run it; and that of accounts and doors, for the
administrators of a partnership.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from agencies.models import User
from audit import queries
from audit.kinds import Kind
from audit.models import AuditEvent
from documents.delimited import csv_of
from documents.delivery import offer
from documents.kinds import DocumentKind
from reviews import access
from reviews.access import Permission
from reviews.forms.trail import TrailForm
from reviews.queries import trail
from reviews.views.posts import administered

LONGEST_NUMBER = 18  # of digits: more than the database counts


@require_GET
def history(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.AUDIT_READ)
    events = trail.of_review(review, reader=request.user)
    context = {
        "review": review,
        **shown(request, events, people=trail.called(queries.people_in(events)), kinds=Kind),
    }
    if not context["is_narrowed"]:
        context["moves"] = review.moves.select_related("recorded_by").prefetch_related("waivers")
        context["steps"] = review.earlier_steps.all()
    return render(request, "reviews/history.html", context)


@require_GET
def history_file(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.AUDIT_READ)
    events = trail.of_review(review, reader=request.user)
    people = trail.called(queries.people_in(events))
    form = TrailForm(request.GET, people=people, kinds=Kind)
    return as_file(events, form, name=f"{review.reference}-history")


@require_GET
def of_accounts(request: SignedInRequest, slug: str) -> HttpResponse:
    partnership = administered(request, slug)
    events, people = trail.of_partnership(partnership), trail.people_of(partnership)
    context = {
        "partnership": partnership,
        **shown(request, events, people=people, kinds=trail.OF_ACCOUNTS),
    }
    return render(request, "reviews/account_trail.html", context)


@require_GET
def of_accounts_file(request: SignedInRequest, slug: str) -> HttpResponse:
    partnership = administered(request, slug)
    people = trail.people_of(partnership)
    form = TrailForm(request.GET, people=people, kinds=trail.OF_ACCOUNTS)
    return as_file(trail.of_partnership(partnership), form, name=f"{slug}-accounts")


def shown(
    request: SignedInRequest,
    events: QuerySet[AuditEvent],
    *,
    people: Iterable[User],
    kinds: Iterable[Kind],
) -> dict[str, Any]:
    """Return what the part of the page that lists events needs."""
    form = TrailForm(request.GET or None, people=people, kinds=kinds)
    older = request.GET.get("older_than", "")
    is_number = older.isascii() and older.isdecimal() and len(older) <= LONGEST_NUMBER
    asked = request.GET.copy()
    asked.pop("older_than", None)
    return {
        "form": form,
        "page": queries.page_of(events, form.wanted, older_than=int(older) if is_number else None),
        "asked": asked.urlencode(),
        "is_narrowed": bool(request.GET),
    }


def as_file(events: QuerySet[AuditEvent], form: TrailForm, *, name: str) -> HttpResponse:
    rows = (trail.row(line) for line in queries.every_line(events, form.wanted))
    return offer(csv_of(trail.HEADS, rows), kind=DocumentKind.CSV, as_name=f"{name}.csv")
