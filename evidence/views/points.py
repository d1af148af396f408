"""Good practice, missed opportunities, learning, recommendations and actions, line by line."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from agencies.http import SignedInRequest
from evidence.access import follows, point_or_404
from evidence.forms.drafts import PointForm
from evidence.models import IndividualManagementReview, PointKind
from evidence.operations import imr_points
from evidence.views.drafts import writing_or_404
from evidence.views.imr_asking import address, ask
from pages import notices
from reviews.access import Refused

BY_SLUG = {kind.slug: kind for kind in PointKind}


@require_http_methods(["GET", "POST"])
def points(
    request: SignedInRequest, reference: str, involvement_id: int, slug: str
) -> HttpResponse:
    """The lines of one kind, and a place for another."""
    imr = writing_or_404(request, reference, involvement_id)
    if slug not in BY_SLUG:
        raise Http404
    kind = BY_SLUG[slug]
    form = PointForm(request.POST or None, kind=kind)
    if request.method == "POST" and form.is_valid():
        try:
            imr_points.add_point(
                imr=imr,
                kind=kind,
                **form.cleaned_data,
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"The {kind.one} is saved.")
            return redirect(address(imr.involvement, "imr-points", slug))
    context = {
        "review": imr.involvement.review,
        "part": imr.involvement,
        "kind": kind,
        "points": imr.draft.points.filter(kind=kind) if imr.draft else [],
        "form": form,
        "back": address(imr.involvement, "author-task"),
        "is_inside": follows(request.user, imr.involvement),
    }
    return render(request, "evidence/imr_points.html", context)


@require_http_methods(["GET", "POST"])
def change_point(
    request: SignedInRequest, reference: str, involvement_id: int, point_id: int
) -> HttpResponse:
    imr = writing_or_404(request, reference, involvement_id)
    point = point_or_404(imr, point_id)
    kind = PointKind(point.kind)
    form = PointForm(request.POST or None, kind=kind, changing=PointForm.initial_of(point))
    if request.method == "POST" and form.is_valid():
        try:
            imr_points.change_point(
                imr=imr,
                point=point,
                **form.cleaned_data,
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"The {kind.one} is changed.")
            return redirect(list_of(imr, kind))
    return ask(
        request,
        imr.involvement,
        form,
        heading=f"Change {kind.one} {point.number}",
        button="Save",
        back=list_of(imr, kind),
    )


@require_POST
def remove_point(
    request: SignedInRequest, reference: str, involvement_id: int, point_id: int
) -> HttpResponse:
    imr = writing_or_404(request, reference, involvement_id)
    point = point_or_404(imr, point_id)
    imr_points.remove_point(imr=imr, point=point, by=request.user, at=timezone.now())
    notices.done(request, f"The {PointKind(point.kind).one} is taken out.")
    return redirect(list_of(imr, PointKind(point.kind)))


@require_POST
def move_point_up(
    request: SignedInRequest, reference: str, involvement_id: int, point_id: int
) -> HttpResponse:
    imr = writing_or_404(request, reference, involvement_id)
    point = point_or_404(imr, point_id)
    imr_points.move_point_up(imr=imr, point=point, by=request.user, at=timezone.now())
    notices.done(request, "The order is changed.")
    return redirect(list_of(imr, PointKind(point.kind)))


def list_of(imr: IndividualManagementReview, kind: PointKind) -> str:
    return address(imr.involvement, "imr-points", kind.slug)
