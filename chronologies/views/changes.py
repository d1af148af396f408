"""What a file says otherwise than an earlier one of the same agency."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from chronologies.models import ChronologySubmission
from chronologies.queries.changes import KINDS, Change, Changes
from chronologies.views import doors
from pages.parts import Filter

AT_ONCE = 50


@require_GET
def changes(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    """Show what was added, changed and removed since an earlier file: the last, unless asked."""
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    earlier = list(found.earlier().defer("tables", "other_tables")) if found.has_rows else []
    context: dict[str, Any] = {
        "review": found.involvement.review,
        "part": found.involvement,
        "submission": found,
        "before": None,
        "is_inside": doors.is_inside(request.user, found.involvement),
    }
    if earlier:
        before = one_of(earlier, request.GET.get("since", ""))
        told = Changes(before, found, only=wanted(request.GET.get("only", "")))
        pages: Paginator[Change] = Paginator(told, AT_ONCE)  # type: ignore[arg-type]
        page = pages.get_page(request.GET.get("page"))
        context |= {
            "before": before,
            "earlier": choices(earlier, is_asked="since" in request.GET),
            "changes": told,
            "kinds": [
                Filter("", "All"),
                *(Filter(kind, kind.capitalize(), told.counts[kind]) for kind in KINDS),
            ],
            "page": page,
            "added": [one for one in page if one.is_added],
            "changed": [one for one in page if one.is_changed],
            "removed": [one for one in page if one.is_removed],
        }
    return render(request, "chronologies/changes.html", context)


def choices(earlier: list[ChronologySubmission], *, is_asked: bool) -> list[Filter]:
    """Return the files to compare with; the last is meant where the address names none."""
    *others, last = earlier
    last_one = Filter(str(last.number) if is_asked else "", last.name)
    return [*(Filter(str(one.number), one.name) for one in others), last_one]


def wanted(only: str) -> str:
    return only if only in KINDS else ""


def one_of(earlier: list[ChronologySubmission], since: str) -> ChronologySubmission:
    """Return the file to compare with. Raises Http404 where there is none of this number."""
    if not since:
        return earlier[-1]
    found = next((one for one in earlier if str(one.number) == since), None)
    if found is None:
        raise Http404
    return found
