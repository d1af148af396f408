"""Look at the versions of a section, bring one back."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from agencies.http import SignedInRequest
from pages import notices
from reports import access as doors
from reports.models import SectionKind
from reports.operations import sections as operations
from reports.published.numbering import NumberedChapter
from reports.published.papers import loose
from reports.published.report import Chapter
from reports.readers.markup import read
from reports.rules.sections import check_can_write
from reviews import access
from reviews.access import Permission, Refused, allows


def kind_or_404(slug: str) -> SectionKind:
    kind = SectionKind.of_slug(slug)
    if kind is None:
        raise Http404
    return kind


def as_chapter(kind: SectionKind, text: str, *, prefix: str = "") -> NumberedChapter:
    """Return a section as it would print, without the numbers that it gets in a report."""
    return loose(Chapter(kind.slug, kind.label, read(text)), prefix=prefix)


@require_GET
def section_versions(request: SignedInRequest, reference: str, slug: str) -> HttpResponse:
    review = doors.working_text_or_404(request.user, reference)
    kind = kind_or_404(slug)
    versions = review.report_sections.filter(kind=kind).select_related("recorded_by")
    context = {
        "review": review,
        "kind": kind,
        "versions": [
            (one, as_chapter(kind, one.text, prefix=f"version-{one.number}-")) for one in versions
        ],
        "may_write": allows(check_can_write, request.user, review),
    }
    return render(request, "reports/section_versions.html", context)


@require_POST
def restore_section(
    request: SignedInRequest, reference: str, slug: str, version: int
) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DRAFT_WRITE)
    kind = kind_or_404(slug)
    try:
        operations.restore_section(
            review=review, kind=kind, number=version, by=request.user, at=timezone.now()
        )
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, f"Version {version} is brought back.")
    return redirect("reports:section-versions", reference, slug)
