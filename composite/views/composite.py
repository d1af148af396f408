"""The composite chronology: the page, an entry, the files it is exported as."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from agencies.http import SignedInRequest
from chronologies import rules
from chronologies.views import doors
from composite.forms.narrowing import NarrowForm
from composite.operations import exports
from composite.queries.lines import published
from composite.queries.narrowing import narrowing
from composite.queries.pseudonyms import pseudonyms_of
from composite.queries.scope import Narrowing, Scope, may_name, scope_of
from documents import delivery
from documents.rendering import RenderingUnavailable
from pages import notices
from pages.parts import Filter
from reviews import access
from reviews.access import Permission, Refused, allows
from reviews.models import AgencyInvolvement, Review

AT_ONCE = 50
ASKED = ("agency", "names", "period_from", "period_to", "words")  # in the address
NAMES = [Filter("", "As the agencies wrote them"), Filter("pseudonyms", "Pseudonyms")]


@require_GET
def composite(request: SignedInRequest, reference: str) -> HttpResponse:
    """The story of all agencies, for the people of the review."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_READ_COMPOSITE)
    return show(request, review, part=None)


@require_GET
def agency_composite(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """The released story, for an agency's author."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.CHRONOLOGY_READ_COMPOSITE
    )
    if access.has(request.user, Permission.CHRONOLOGY_READ_COMPOSITE, on=part.review):
        return redirect("composite:composite", reference)
    return show(request, part.review, part=part)


def show(
    request: SignedInRequest, review: Review, *, part: AgencyInvolvement | None
) -> HttpResponse:
    scope = scope_of(review, request.user)
    is_named = scope.may_name and request.GET.get("names") != "pseudonyms"
    wanted, form = wanted_in(request.GET, scope)
    page = Paginator(scope.narrowed(wanted), AT_ONCE).get_page(request.GET.get("page"))
    entries = list(page)
    lines = published(
        entries,
        scope,
        pseudonyms=None if is_named else pseudonyms_of(review),
        after=page.start_index() - 1 if entries else 0,
    )
    context = {
        "review": review,
        "part": part,
        "page": page,
        "lines": [{"line": line, "pk": one.pk} for one, line in zip(entries, lines, strict=True)],
        "form": form,
        "asked": {name: request.GET.get(name, "") for name in ASKED},
        "agencies": [Filter("", "All agencies"), *scope.agencies()],
        "names": NAMES if scope.may_name else [],
        "searches": scope.may_name,
        "is_narrowed": wanted != Narrowing(),
        "has_period": wanted.has_period,
        "unreleased": scope.unreleased,
        "has_entries": bool(scope.standing),
        "may_export": part is None,
        "may_name": scope.may_name,
        "formats": exports.FORMATS,
        "reads_all": scope.reads_all,
    }
    return render(request, "composite/composite.html", context)


def wanted_in(data: Any, scope: Scope) -> tuple[Narrowing, NarrowForm]:
    """Return what an address asks for, and the form that shows it, with its faults."""
    form = NarrowForm(data or None)
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}
    wanted, faults = narrowing(said, year=timezone.localdate().year, searches=scope.may_name)
    for field, words in faults.items():
        form.add_error(field, words)
    return wanted, form


@require_POST
def export(request: SignedInRequest, reference: str) -> HttpResponse:
    """Hand the composite out as a file, as it is narrowed on the page."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_READ_COMPOSITE)
    form = request.POST.get("format", "")
    if form not in exports.FORMATS:
        raise Http404
    wanted, _form = wanted_in(request.POST, scope_of(review, request.user))
    is_named = "named" in request.POST
    try:
        content = exports.export(
            review=review,
            form=form,
            is_named=is_named,
            wanted=wanted,
            by=request.user,
            at=timezone.now(),
        )
    except (Refused, RenderingUnavailable) as reason:
        notices.important(request, str(reason))
        return redirect("composite:composite", reference)
    names = "with true names" if is_named else "with pseudonyms"
    name = f"{review.reference} composite chronology {names}"
    return delivery.offer(content, kind=exports.FORMATS[form], as_name=name)


@require_GET
def entry(request: SignedInRequest, reference: str, entry_id: int) -> HttpResponse:
    """One entry: its words, what was understood, and where it stands in the agency's file."""
    found = doors.entry_or_404(request.user, reference, entry_id)
    submission, review = found.submission, found.submission.involvement.review
    names = may_name(review, request.user)
    scope = Scope(review=review, standing=[submission])
    say = None if names else pseudonyms_of(review)
    is_inside = doors.is_inside(request.user, submission.involvement)
    context = {
        "review": review,
        "part": submission.involvement,
        "entry": found,
        "row": found.row,
        "line": next(published([found], scope, pseudonyms=say)),
        "submission": submission,
        "names": names,
        "reads_file": allows(rules.check_can_read_submission, request.user, submission),
        "is_inside": is_inside,
    }
    return render(request, "composite/entry.html", context)
