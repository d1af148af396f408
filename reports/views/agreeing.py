"""Put a draft to people, and record that the panel agreed it."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from pages.parts import Blocker
from panels.models import SubjectKind
from panels.queries.subjects import RoundSubject
from panels.views.asking import ask_people
from reports import access as doors
from reports.forms.agreeing import AgreementForm
from reports.models import Draft
from reports.operations import agreement as operations
from reports.queries.subjects import draft_as_subject, rounds_about, sign_off_as_subject
from reviews import access
from reviews.access import Permission, Refused


def recording_or_404(request: SignedInRequest, reference: str, number: int) -> Draft:
    """Return a draft to whoever opens rounds and records agreement. Raises Http404."""
    access.review_or_404(request.user, reference, Permission.AGREEMENT_RECORD)
    return doors.draft_or_404(request.user, reference, number)


@require_http_methods(["GET", "POST"])
def ask_draft(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Put a draft to the panel, to agree it."""
    draft = recording_or_404(request, reference, number)
    return ask(request, draft, draft_as_subject(draft))


@require_http_methods(["GET", "POST"])
def ask_sign_off(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Put a draft to the partnership's board, to sign it off."""
    draft = recording_or_404(request, reference, number)
    return ask(request, draft, sign_off_as_subject(draft))


def ask(request: SignedInRequest, draft: Draft, subject: RoundSubject) -> HttpResponse:
    back = draft.get_absolute_url()
    stops = [] if draft.is_released else [Blocker("It is not released to the panel.", back)]
    return ask_people(
        request,
        review=draft.review,
        subject=subject,
        back=back,
        stops=stops,
        opening=partial(operations.ask_about, draft=draft, subject=subject),
    )


@require_http_methods(["GET", "POST"])
def agree_draft(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    draft = recording_or_404(request, reference, number)
    review, today = draft.review, timezone.localdate()
    rounds = rounds_about(draft).filter(subject_kind=SubjectKind.DRAFT, closed_on__isnull=False)
    form = AgreementForm(
        request.POST or None,
        meetings=list(review.meetings.filter(held_on__lte=today, called_off_on__isnull=True)),
        rounds=[row for row in rounds if not row.is_withdrawn],
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.record_agreement(
                draft=draft, **form.agreement(), today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"The panel’s agreement to {draft.name.lower()} is recorded.")
            return redirect(draft)
    context = {"review": review, "draft": draft, "form": form}
    return render(request, "reports/agree_draft.html", context)
