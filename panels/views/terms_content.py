"""Write a draft of the terms of reference: one thing to a page."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from agencies.http import SignedInRequest
from pages import notices
from panels import access as doors
from panels.forms.terms import PeriodUnderReviewForm, PurposesForm, SectionForm, SubjectsForm
from panels.forms.terms_tables import CharacteristicForm, ContributionsForm
from panels.models import SectionKind, TermsOfReference
from panels.operations import terms_content as operations
from reviews.access import Refused


@require_http_methods(["GET", "POST"])
def change_period(request: SignedInRequest, reference: str) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference)
    initial = PeriodUnderReviewForm.initial_of(draft)
    form = PeriodUnderReviewForm(request.POST or None, changing=initial)
    if request.method == "POST" and form.is_valid():
        try:
            operations.set_period(
                terms=draft,
                period=form.period(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            return done(request, draft, "period", "The period under review is recorded.")
    context = {"review": draft.review, "terms": draft, "form": form}
    return render(request, "panels/change_period.html", context)


@require_http_methods(["GET", "POST"])
def change_subjects(request: SignedInRequest, reference: str) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference)
    form = SubjectsForm(
        request.POST or None,
        people=draft.review.people.all(),
        changing={"subjects": list(draft.subjects.values_list("pk", flat=True))},
    )
    if request.method == "POST" and form.is_valid():
        operations.choose_subjects(
            terms=draft, people=form.chosen(), by=request.user, at=timezone.now()
        )
        return done(request, draft, "subjects", "It is recorded whom the review is about.")
    context = {"review": draft.review, "terms": draft, "form": form}
    return render(request, "panels/change_subjects.html", context)


@require_http_methods(["GET", "POST"])
def change_purposes(request: SignedInRequest, reference: str) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference)
    form = PurposesForm(request.POST or None, changing={"purposes": draft.purposes})
    if request.method == "POST" and form.is_valid():
        operations.choose_purposes(
            terms=draft,
            purposes=form.cleaned_data["purposes"],
            by=request.user,
            at=timezone.now(),
        )
        return done(request, draft, "purposes", "The purpose is recorded.")
    context = {"review": draft.review, "terms": draft, "form": form}
    return render(request, "panels/change_purposes.html", context)


@require_http_methods(["GET", "POST"])
def write_section(request: SignedInRequest, reference: str, slug: str) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference)
    kind = next((kind for kind in SectionKind if kind.slug == slug), None)
    if kind is None:
        raise Http404
    standing = draft.sections.filter(kind=kind).first()
    form = SectionForm(
        request.POST or None, kind=kind, changing={"text": standing.text if standing else ""}
    )
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        operations.write_section(
            terms=draft, kind=kind, text=text, by=request.user, at=timezone.now()
        )
        return done(request, draft, slug, f"{kind.label}: recorded.")
    context = {"review": draft.review, "terms": draft, "kind": kind, "form": form}
    return render(request, "panels/write_section.html", context)


@require_http_methods(["GET", "POST"])
def change_contributions(request: SignedInRequest, reference: str) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference)
    form = ContributionsForm(
        request.POST or None,
        involvements=list(draft.review.involvements.select_related("agency")),
        asked=draft.contributions.all(),
    )
    if request.method == "POST" and form.is_valid():
        operations.ask_agencies_for(
            terms=draft, asked=form.asked(), by=request.user, at=timezone.now()
        )
        return done(request, draft, "contributions", "It is recorded what each agency sends.")
    context = {"review": draft.review, "terms": draft, "form": form}
    return render(request, "panels/change_contributions.html", context)


@require_http_methods(["GET", "POST"])
def characteristics(request: SignedInRequest, reference: str) -> HttpResponse:
    """List the characteristics that are considered, and add one."""
    draft = doors.draft_or_404(request.user, reference)
    form = CharacteristicForm(request.POST or None, people=draft.subjects.all())
    if request.method == "POST" and form.is_valid():
        noted = operations.consider_characteristic(
            terms=draft, **form.noted(), by=request.user, at=timezone.now()
        )
        notices.done(request, f"{noted.get_characteristic_display()} is considered.")
        return redirect("panels:characteristics", reference)
    context = {
        "review": draft.review,
        "terms": draft,
        "characteristics": draft.characteristics.select_related("person"),
        "form": form,
    }
    return render(request, "panels/characteristics.html", context)


@require_POST
def drop_characteristic(request: SignedInRequest, reference: str, noted_id: int) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference)
    noted = get_object_or_404(draft.characteristics, pk=noted_id)
    operations.drop_characteristic(noted=noted, by=request.user, at=timezone.now())
    notices.done(request, f"{noted.get_characteristic_display()} is taken out.")
    return redirect("panels:characteristics", reference)


def done(request: SignedInRequest, draft: TermsOfReference, part: str, words: str) -> HttpResponse:
    """Say what happened, and go back to that place of the paper."""
    notices.done(request, words)
    return redirect(f"{draft.get_absolute_url()}#{part}")
