"""Terms of reference: the paper itself, its versions, and agreeing one."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents import delivery
from documents.kinds import DocumentKind
from documents.rendering import RenderingUnavailable
from pages import notices
from panels import access as doors
from panels.forms.agreeing import AgreeTermsForm
from panels.models import TermsOfReference
from panels.operations import terms as operations
from panels.published.comparison import compare
from panels.queries.printing import on_paper
from panels.queries.rounds import rounds_about
from panels.queries.terms import gives_away, published, versions_for
from panels.queries.terms_page import reasons_to_wait, sections_of, usual_parts_missing
from panels.rules.terms import check_can_write
from reviews import access
from reviews.access import Permission, Refused, allows
from reviews.checks.true_names import certain

KINDS = {"pdf": DocumentKind.PDF, "docx": DocumentKind.DOCX}


@require_GET
def terms(request: SignedInRequest, reference: str, number: int | None = None) -> HttpResponse:
    """Show one version, or the latest that the reader may see."""
    review = doors.review_with_terms_or_404(request.user, reference)
    versions = list(versions_for(review, request.user))
    latest = versions[0] if versions else None
    shown = latest if number is None else pick(versions, number)
    may_write = allows(check_can_write, request.user, review)
    context = {"review": review, "versions": versions, "terms": shown, "may_write": may_write}
    if shown:
        context |= page_of(request, shown, may_write=may_write)
    return render(request, "panels/terms.html", context)


def pick(versions: list[TermsOfReference], number: int) -> TermsOfReference:
    """Return a version by its number. Raises Http404 where there is none for this reader."""
    found = next((version for version in versions if version.number == number), None)
    if found is None:
        raise Http404
    return found


def page_of(
    request: SignedInRequest, shown: TermsOfReference, *, may_write: bool
) -> dict[str, object]:
    review, reader = shown.review, request.user
    printed = published(shown)
    found = gives_away(review, printed) if may_write and not shown.is_agreed else []
    reads_rounds = access.has(reader, Permission.PANEL_READ, on=review)
    return {
        "sections": sections_of(shown, printed, reader, may_write=may_write, found=found),
        "reasons": reasons_to_wait(review, printed, found),
        "rounds": rounds_about(shown).select_related("review") if reads_rounds else [],
        "reads_answers": access.has(reader, Permission.TERMS_READ, on=review),
        "may_ask": access.has(reader, Permission.AGREEMENT_RECORD, on=review),
        "sees_days": access.has(reader, Permission.IDENTITIES_READ, on=review),
        "today": timezone.localdate(),
    }


@require_POST
def begin_terms(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.TERMS_WRITE)
    try:
        begun = operations.begin_version(review=review, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, f"{begun.name} is begun. It is a draft until it is agreed.")
    return redirect("panels:terms", review.reference)


@require_http_methods(["GET", "POST"])
def discard_terms(request: SignedInRequest, reference: str) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference)
    if request.method == "POST":
        name = draft.name
        operations.discard_draft(terms=draft, by=request.user, at=timezone.now())
        notices.done(request, f"{name} is discarded.")
        return redirect("panels:terms", reference)
    context = {"review": draft.review, "terms": draft, "rounds": rounds_about(draft).count()}
    return render(request, "panels/discard_terms.html", context)


@require_http_methods(["GET", "POST"])
def agree_terms(request: SignedInRequest, reference: str) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference)
    review, today = draft.review, timezone.localdate()
    printed = published(draft)
    found = gives_away(review, printed)
    form = AgreeTermsForm(
        request.POST or None,
        meetings=list(review.meetings.filter(held_on__lte=today, called_off_on__isnull=True)),
        rounds=[row for row in rounds_about(draft) if not (row.is_open or row.is_withdrawn)],
        doubtful=[finding for finding in found if not finding.is_certain],
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.agree_terms(
                terms=draft, **form.agreement(), today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{draft.name} is agreed. It does not change any more.")
            return redirect(draft)
    stops = reasons_to_wait(review, printed, certain(found))
    missing = usual_parts_missing(review, printed)
    context = {"review": review, "terms": draft, "form": form, "stops": stops, "missing": missing}
    return render(request, "panels/agree_terms.html", context)


@require_GET
def compare_terms(
    request: SignedInRequest, reference: str, before: int, after: int
) -> HttpResponse:
    review = doors.review_with_terms_or_404(request.user, reference)
    versions = list(versions_for(review, request.user))
    old, new = pick(versions, before), pick(versions, after)
    context = {
        "review": review,
        "before": old,
        "after": new,
        "sections": compare(published(old), published(new)),
    }
    return render(request, "panels/compare_terms.html", context)


@require_GET
def terms_file(request: SignedInRequest, reference: str, number: int, ending: str) -> HttpResponse:
    """Hand out one version as a PDF or a Word file."""
    review = doors.review_with_terms_or_404(request.user, reference)
    shown = get_object_or_404(versions_for(review, request.user), number=number)
    return file_of(request, shown, ending)


def file_of(request: SignedInRequest, shown: TermsOfReference, ending: str) -> HttpResponse:
    if ending not in KINDS:
        raise Http404
    kind = KINDS[ending]
    try:
        content = on_paper(shown, kind=kind)
    except RenderingUnavailable as reason:
        notices.important(request, str(reason))
        return redirect(shown)
    name = f"{shown.review.reference}-terms-of-reference-{shown.number}"
    return delivery.offer(content, kind=kind, as_name=name)


@require_GET
def agency_terms(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Show an agency the version agreed last, with the true days it searches its records by."""
    involvement = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.TERMS_READ
    )
    shown = involvement.review.terms_of_reference.agreed().first()
    context: dict[str, object] = {"review": involvement.review, "involvement": involvement}
    if shown:
        context |= {
            "terms": shown,
            "sections": sections_of(shown, published(shown), request.user, may_write=False),
            "sees_days": access.has(request.user, Permission.IDENTITIES_READ, on=involvement),
        }
    return render(request, "panels/agency_terms.html", context)


@require_GET
def agency_terms_file(
    request: SignedInRequest, reference: str, involvement_id: int, ending: str
) -> HttpResponse:
    involvement = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.TERMS_READ
    )
    shown = get_object_or_404(involvement.review.terms_of_reference.agreed()[:1])
    return file_of(request, shown, ending)
