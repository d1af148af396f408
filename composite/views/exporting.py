"""The composite chronology as a file: at once where it is short, fetched later where it is long."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from agencies.http import SignedInRequest
from composite.models import CompositeExport
from composite.operations import asked_exports, exports, picture_export
from composite.queries.people import people_of
from composite.queries.scope import Narrowing, scope_of
from composite.views import wanted as asking
from composite.views.doors import export_or_404
from documents import delivery
from documents.kinds import DocumentKind
from documents.long.parts import PartFailed
from documents.rendering import RenderingUnavailable
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review

READS = Permission.CHRONOLOGY_READ_COMPOSITE
NOT_MADE = "The file could not be made. Try again, or take CSV."
GONE = "This file is not there any more. Ask for it anew."


@require_POST
def export(request: SignedInRequest, reference: str) -> HttpResponse:
    """Hand the composite out as a file, as it is narrowed on the page, or have it made."""
    review = access.review_or_404(request.user, reference, READS)
    form = request.POST.get("format", "")
    if form not in exports.FORMATS:
        raise Http404
    kind = exports.FORMATS[form]
    wanted = wanted_of(request, review)
    is_named = "named" in request.POST
    try:
        if scope_of(review, request.user).narrowed(wanted).count() > exports.AT_ONCE[kind]:
            asked_exports.ask_for(
                review=review,
                kind=kind,
                is_named=is_named,
                wanted=wanted,
                by=request.user,
                at=timezone.now(),
            )
            return redirect("composite:exports", reference)
        content = exports.export(
            review=review,
            form=form,
            is_named=is_named,
            wanted=wanted,
            by=request.user,
            at=timezone.now(),
        )
    except (Refused, RenderingUnavailable, PartFailed) as reason:
        words = NOT_MADE if isinstance(reason, PartFailed) else str(reason)
        notices.important(request, words)
        return redirect("composite:composite", reference)
    return delivery.offer(content, kind=kind, as_name=name_of(review, is_named=is_named))


@require_POST
def export_picture(request: SignedInRequest, reference: str) -> HttpResponse:
    """Hand the picture out as it stands on the page: true days for who sees them there."""
    review = access.review_or_404(request.user, reference, READS)
    asked = request.POST.get("names")
    reads_names = access.has(request.user, Permission.IDENTITIES_READ, on=review)
    try:
        drawn = picture_export.export_picture(
            review=review,
            is_named=reads_names and asked != asking.PSEUDONYMS,
            wanted=wanted_of(request, review),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as reason:
        notices.important(request, str(reason))
        return redirect("composite:composite", reference)
    return delivery.offer_drawing(drawn, as_name=f"{reference} along time")


def wanted_of(request: SignedInRequest, review: Review) -> Narrowing:
    """Return what the page shows: what is kept with the session, and what the form repeats."""
    scope = scope_of(review, request.user)
    _form, wanted = asking.form_of(asking.kept(request, review), searches=scope.may_name)
    people = people_of(review, request.user)
    return asking.completed(wanted, asking.in_address(request.POST), people)


def name_of(review: Review, *, is_named: bool) -> str:
    names = "with true names" if is_named else "with pseudonyms"
    return f"{review.reference} composite chronology {names}"


@require_GET
def asked_for(request: SignedInRequest, reference: str) -> HttpResponse:
    """The files that are made for somebody, and how far they are."""
    review = access.review_or_404(request.user, reference, READS)
    found = list(CompositeExport.objects.filter(review=review, asked_by=request.user))
    waiting = sum(one.is_unfinished for one in found)
    context = {
        "review": review,
        "exports": found,
        "is_waiting": bool(waiting),
        "news": f"{waiting:,} of {len(found):,} being made." if waiting else "",
    }
    return render(request, "composite/exports.html", context)


@require_GET
def take(request: SignedInRequest, reference: str, export_id: int) -> HttpResponse | FileResponse:
    """Hand over a file that was made."""
    found = export_or_404(request, reference, export_id)
    if not found.is_ready:
        return redirect("composite:exports", reference)
    try:
        content = asked_exports.take(export=found, by=request.user, at=timezone.now())
    except (Refused, FileNotFoundError) as reason:
        notices.important(request, str(reason) if isinstance(reason, Refused) else GONE)
        return redirect("composite:exports", reference)
    name = name_of(found.review, is_named=found.is_named)
    return delivery.stream(content, kind=DocumentKind(found.kind), as_name=name)


@require_POST
def drop(request: SignedInRequest, reference: str, export_id: int) -> HttpResponse:
    """Delete a file, or stop making it."""
    found = export_or_404(request, reference, export_id)
    was_unfinished = found.is_unfinished
    asked_exports.drop(found)
    done = "The file is not made." if was_unfinished else "The file is deleted."
    notices.done(request, done)
    return redirect("composite:exports", reference)
