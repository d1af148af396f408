"""The composite chronology: the page, and how it is narrowed."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from agencies.http import SignedInRequest
from composite.models import Weight
from composite.operations import exports
from composite.queries.leaf import Leaf, leaf_of
from composite.queries.lines import published, wording
from composite.queries.marks import marks_of, may_read_marks
from composite.queries.narrative import used_events
from composite.queries.people import as_filters, people_of
from composite.queries.picture import colours_of, picture_of
from composite.queries.pseudonyms import pseudonyms_of
from composite.queries.scope import Narrowing, Scope, scope_of
from composite.rules import check_can_narrate
from composite.views import wanted as asking
from pages.parts import Filter
from panels.models import KeyLineOfEnquiry
from panels.queries.terms import lines_of_enquiry
from reviews import access
from reviews.access import Permission, allows
from reviews.models import AgencyInvolvement, Review

NAMES = [Filter("", "As the agencies wrote them"), Filter(asking.PSEUDONYMS, "Pseudonyms")]
WEIGHTS = [Filter("", "Any"), *(Filter(value, label) for value, label in Weight.choices)]


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


@require_POST
def narrow(request: SignedInRequest, reference: str) -> HttpResponse:
    """Keep the period and the words that somebody wants to see, away from the address."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_READ_COMPOSITE)
    return keep_narrowing(request, review, part=None)


@require_POST
def agency_narrow(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.CHRONOLOGY_READ_COMPOSITE
    )
    return keep_narrowing(request, part.review, part=part)


def keep_narrowing(
    request: SignedInRequest, review: Review, *, part: AgencyInvolvement | None
) -> HttpResponse:
    """What cannot be read is kept as well: the page says what is wrong with it."""
    if "zoom" in request.POST:
        zoomed = dict.fromkeys(("period_from", "period_to"), request.POST["zoom"])
        said = asking.kept(request, review) | zoomed
    else:
        said = {name: request.POST.get(name, "") for name in asking.KEPT}
    asking.keep(request, review, said)
    chosen = request.GET.urlencode()
    return redirect(f"{address_of(review, part)}{'?' if chosen else ''}{chosen}")


def address_of(review: Review, part: AgencyInvolvement | None) -> str:
    if part:
        return reverse("composite:agency-composite", args=[review.reference, part.pk])
    return reverse("composite:composite", args=[review.reference])


def show(
    request: SignedInRequest, review: Review, *, part: AgencyInvolvement | None
) -> HttpResponse:
    scope = scope_of(review, request.user)
    is_named = scope.may_name and request.GET.get("names") != asking.PSEUDONYMS
    form, wanted = asking.form_of(asking.kept(request, review), searches=scope.may_name)
    people = people_of(review, request.user)
    said = asking.in_address(request.GET)
    reads_marks = may_read_marks(review, request.user)
    wanted = asking.completed(wanted, said if reads_marks else unmarked(said), people)
    wanted = scope.searched(wanted)
    found = scope.narrowed(wanted)
    may_write = part is None and allows(check_can_narrate, request.user, review)
    leaf = leaf_of(found, asking.turn_of(said), among=scope.entries)
    used = used_events(review, [entry.root for entry in leaf.entries]) if may_write else set()
    enquiries = lines_of_enquiry(review) if reads_marks else []
    counts = scope.counts(wanted)
    context = {
        "review": review,
        "part": part,
        "leaf": leaf,
        "count": sum(counts.get(pk, 0) for pk in scope.of_agency(wanted.agency)),
        "lines": lines_of(leaf, scope, request, enquiries=enquiries, is_named=is_named, used=used),
        "may_write": may_write,
        "form": form,
        "asked": {name: request.GET.get(name, "") for name in (*asking.ADDRESSED, "names")},
        "agencies": [Filter("", "All agencies"), *scope.agencies(counts)],
        "people": [Filter("", "Everybody"), *as_filters(people)] if people else [],
        "weights": WEIGHTS if reads_marks else [],
        "enquiries": as_choices(enquiries),
        "names": NAMES if scope.may_name else [],
        "searches": scope.may_name,
        "is_narrowed": wanted != Narrowing(),
        "has_period": wanted.has_period,
        "picture": picture_of(scope, found, wanted, is_named=is_named, reads_marks=reads_marks)
        if scope.standing
        else None,
        "unreleased": scope.unreleased,
        "has_entries": bool(scope.standing),
        "may_export": part is None,
        "may_name": scope.may_name,
        "formats": exports.FORMATS,
        "reads_all": scope.reads_all,
        "reads_marks": reads_marks,
    }
    return render(request, "composite/composite.html", context)


def lines_of(
    leaf: Leaf,
    scope: Scope,
    request: SignedInRequest,
    *,
    enquiries: list[KeyLineOfEnquiry],
    is_named: bool,
    used: set[UUID],
) -> list[dict[str, Any]]:
    """Return what each entry says, and what chair and panel made of it."""
    pseudonyms = None if is_named else pseudonyms_of(scope.review)
    say = wording(pseudonyms)
    colours = colours_of(scope)
    marks = marks_of(
        scope,
        [entry.root for entry in leaf.entries],
        reader=request.user,
        enquiries=enquiries,
        say=say,
    )
    lines = published(leaf.entries, scope, pseudonyms=pseudonyms)
    return [
        {
            "line": line,
            "pk": entry.pk,
            "colour": colours[entry.submission_id],
            "marks": marks[entry.root],
            "is_used": entry.root in used,
        }
        for entry, line in zip(leaf.entries, lines, strict=True)
    ]


def unmarked(said: dict[str, Any]) -> dict[str, Any]:
    """Leave out what asks for marks, for who does not read them."""
    return {name: value for name, value in said.items() if name not in ("weight", "enquiry")}


def as_choices(enquiries: list[KeyLineOfEnquiry]) -> list[Filter]:
    lines = [Filter(str(line.root), f"Line {line.number}") for line in enquiries]
    return [Filter("", "Any"), *lines] if lines else []
