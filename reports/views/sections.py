"""Write a section, look at its versions, bring one back."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from pages import notices
from reports import access as doors
from reports.forms.writing import SectionForm
from reports.models import ReportSection, SectionKind
from reports.operations import sections as operations
from reports.published.numbering import Line
from reports.queries.proposals import proposed
from reports.readers.markup import read
from reports.rules.sections import Overtaken, check_can_write
from reviews import access
from reviews.access import Permission, Refused, allows
from reviews.checks.register import register_of
from reviews.checks.true_names import findings
from reviews.models import Review


def kind_or_404(slug: str) -> SectionKind:
    kind = SectionKind.of_slug(slug)
    if kind is None:
        raise Http404
    return kind


@require_http_methods(["GET", "POST"])
def write_section(request: SignedInRequest, reference: str, slug: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DRAFT_WRITE)
    kind = kind_or_404(slug)
    last = review.report_sections.filter(kind=kind).select_related("recorded_by").first()
    from_record = proposed(review, kind, today=timezone.localdate())
    is_anew = bool(from_record) and (last is None or "anew" in request.GET)
    initial = initial_of(last) | ({"text": from_record.text} if from_record and is_anew else {})
    form = SectionForm(request.POST or None, kind=kind, initial=initial)
    context = {
        "review": review, "kind": kind, "last": last, "form": form, "from_record": from_record,
        "is_anew": is_anew,
    }  # fmt: skip
    if request.method != "POST" or not form.is_valid() or "preview" in request.POST:
        return render(request, "reports/write_section.html", context | seen(review, kind, form))
    try:
        operations.write_section(
            review=review, kind=kind, **form.cleaned_data, by=request.user, at=timezone.now()
        )
    except Overtaken as overtaken:
        context |= {"form": brought_up_to(form, overtaken), "theirs": overtaken.theirs}
        return render(request, "reports/write_section.html", context)
    except Refused as refusal:
        form.add_error(refusal.field or None, str(refusal))
        return render(request, "reports/write_section.html", context)
    notices.done(request, f"“{kind.label}” is recorded.")
    return redirect(reverse("reports:report", args=[reference]))


def initial_of(last: ReportSection | None) -> dict[str, object]:
    if last is None:
        return {"based_on": 0}
    return {"text": last.text, "empty_because": last.empty_because, "based_on": last.number}


def seen(review: Review, kind: SectionKind, form: SectionForm) -> dict[str, object]:
    """Return the text in the box as it would print, and what it gives away."""
    text = str(form["text"].value() or "")
    found = findings({kind.label: text}, register_of(review))
    return {
        "preview": [Line(block) for block in read(text)] if form.is_bound else [],
        "warnings": list(dict.fromkeys(finding.words for finding in found)),
    }


def brought_up_to(form: SectionForm, overtaken: Overtaken) -> SectionForm:
    """Return the form with all that was typed, to be recorded on top of the other's version."""
    data = {name: form.data.get(name, "") for name in ("text", "empty_because")}
    data["based_on"] = str(overtaken.theirs.number)
    again = SectionForm(data, kind=SectionKind(overtaken.theirs.kind))
    again.add_error(None, str(overtaken))
    return again


@require_GET
def section_versions(request: SignedInRequest, reference: str, slug: str) -> HttpResponse:
    review = doors.working_text_or_404(request.user, reference)
    kind = kind_or_404(slug)
    versions = review.report_sections.filter(kind=kind).select_related("recorded_by")
    context = {
        "review": review,
        "kind": kind,
        "versions": [(one, [Line(block) for block in read(one.text)]) for one in versions],
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
