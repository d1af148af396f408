"""Write a section: the box, the preview, what is kept meanwhile, two writers at once."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from agencies.http import SignedInRequest
from pages import notices
from pages.templatetags.dates import moment
from reports.forms.writing import SectionForm
from reports.models import SectionKind
from reports.operations import kept_text
from reports.operations import sections as operations
from reports.queries.preview import previewed
from reports.queries.proposals import proposed
from reports.queries.writing import PLACES, Begun, begun, insertable, standing_section
from reports.rules.sections import Overtaken, recorded_by
from reports.views.sections import kind_or_404
from reviews import access
from reviews.access import Permission, Refused
from reviews.checks.register import register_of
from reviews.checks.true_names import findings
from reviews.models import Review


@require_http_methods(["GET", "POST"])
def write_section(request: SignedInRequest, reference: str, slug: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DRAFT_WRITE)
    kind = kind_or_404(slug)
    if "let-go" in request.POST:
        return let_go(request, review, kind)
    start = begun(review, kind, request.user)
    form, context = opened(request, review, kind, start)
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


def opened(
    request: SignedInRequest, review: Review, kind: SectionKind, start: Begun
) -> tuple[SectionForm, dict[str, object]]:
    """Return the form as it is opened or sent, and what stands around it."""
    from_record = proposed(review, kind, today=timezone.localdate())
    is_first = start.last is None and start.kept is None
    is_anew = bool(from_record) and (is_first or "anew" in request.GET)
    initial = start.initial | ({"text": from_record.text} if from_record and is_anew else {})
    form = SectionForm(request.POST or None, kind=kind, initial=initial)
    return form, {
        "review": review,
        "kind": kind,
        "last": start.last,
        "kept": None if form.is_bound or is_anew else start.kept,
        "theirs": start.last if start.is_overtaken and not form.is_bound else None,
        "form": form,
        "from_record": from_record,
        "is_anew": is_anew,
        "places": PLACES,
        "insertable": insertable(review),
    }


def seen(review: Review, kind: SectionKind, form: SectionForm) -> dict[str, object]:
    """Return the text in the box as it would print, what it gives away and what is odd about it."""
    text = str(form["text"].value() or "")
    found = findings({kind.label: text}, register_of(review))
    preview = previewed(review, kind, text, today=timezone.localdate()) if form.is_bound else None
    return {
        "preview": preview,
        "warnings": list(dict.fromkeys(finding.words for finding in found)),
        "remarks": [str(remark) for remark in preview.remarks] if preview else [],
    }


def let_go(request: SignedInRequest, review: Review, kind: SectionKind) -> HttpResponse:
    kept_text.let_go_of_text(review=review, kind=kind, by=request.user)
    notices.done(request, "What you had typed is let go. The box holds what is recorded.")
    return redirect(reverse("reports:write-section", args=[review.reference, kind.slug]))


@require_POST
def keep_section(request: SignedInRequest, reference: str, slug: str) -> HttpResponse:
    """
    Keep what is in the box, and answer as JSON: `kept`, when it was; or `refused`, why not.
    `overtaken` says whether somebody else recorded the section meanwhile.
    """
    review = access.review_or_404(request.user, reference, Permission.DRAFT_WRITE)
    kind, at = kind_or_404(slug), timezone.now()
    form = SectionForm(request.POST, kind=kind)
    if not form.is_valid():
        wrong = [str(words) for every in form.errors.values() for words in every]
        return JsonResponse({"refused": " ".join(wrong)}, status=400)
    try:
        kept_text.keep_text(review=review, kind=kind, **form.cleaned_data, by=request.user, at=at)
    except Refused as refusal:
        return JsonResponse({"refused": str(refusal)}, status=409)
    last = standing_section(review, kind)
    overtaken = recorded_by(last) if last and last.number != form.cleaned_data["based_on"] else ""
    return JsonResponse({"kept": moment(at), "overtaken": overtaken})


def brought_up_to(form: SectionForm, overtaken: Overtaken) -> SectionForm:
    """Return the form with all that was typed, to be recorded on top of the other's version."""
    data = {name: form.data.get(name, "") for name in ("text", "empty_because")}
    data["based_on"] = str(overtaken.theirs.number)
    again = SectionForm(data, kind=SectionKind(overtaken.theirs.kind))
    again.add_error(None, str(overtaken))
    return again
