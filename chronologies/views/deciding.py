"""Submit, give back, sign off, release, take back."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from chronologies import rules
from chronologies.forms.deciding import (
    GiveBackForm,
    SignOffForm,
    SignOffForThemForm,
    TakeBackForm,
)
from chronologies.models import ChronologySubmission
from chronologies.operations import decisions as operations
from chronologies.operations.decisions import Signature
from chronologies.queries import submissions as queries
from chronologies.views import doors
from chronologies.views.doors import posted
from documents import delivery
from documents.forms import take_file
from pages import notices
from pages.forms import Form
from reviews import access
from reviews.access import Permission, Refused, allows


@require_GET
def chronologies(request: SignedInRequest, reference: str) -> HttpResponse:
    """How far each agency's chronology is; those that wait for the chair come first."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_READ_RAW)
    rows = list(queries.of_review(review))
    context = {
        "review": review,
        "waiting": [row for row in rows if row.waits_for_release],
        "others": [row for row in rows if not row.waits_for_release],
        "missing": queries.missing_from(review),
        "may_release": access.has(request.user, Permission.CHRONOLOGY_RELEASE, on=review),
        "today": timezone.localdate(),
    }
    return render(request, "chronologies/chronologies.html", context)


@require_POST
def submit(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    try:
        operations.submit(
            submission=found, today=timezone.localdate(), by=request.user, at=timezone.now()
        )
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, "The chronology is submitted and waits for senior sign-off.")
    return redirect(found)


@require_http_methods(["GET", "POST"])
def give_back(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    """The senior person asks for changes; whoever submitted it takes it back without a word."""
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    if not allows(rules.check_can_give_back, request.user, found, "a reason"):
        raise Http404
    is_mine = rules.is_submitter(request.user, found)
    form = GiveBackForm(posted(request)[0])
    if request.method == "POST" and (is_mine or form.is_valid()):
        operations.give_back(
            submission=found,
            reason="" if is_mine else form.cleaned_data["reason"],
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
        words = "can be changed again" if is_mine else "is given back to its author"
        notices.done(request, f"The chronology {words}.")
        return redirect(found)
    return ask(
        request,
        found,
        form,
        heading="Give the chronology back to its author",
        lede="The author is told by email. It comes back to you once it is changed.",
        button="Give it back",
    )


@require_http_methods(["GET", "POST"])
def sign_off(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    """Sign off in person, or enter a sign-off that was given elsewhere."""
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    if not allows(rules.check_can_sign_off_somehow, request.user, found):
        raise Http404
    is_me = access.has_own(request.user, Permission.IMR_SIGN_OFF, on=found.involvement)
    kind = SignOffForm if is_me else SignOffForThemForm
    form = kind(*posted(request))
    if request.method == "POST" and sign(request, found, form):
        notices.done(request, "The chronology is signed off. The chair releases it to the panel.")
        return redirect(found)
    context = {
        "review": found.involvement.review,
        "part": found.involvement,
        "submission": found,
        "form": form,
        "is_me": is_me,
        "is_inside": doors.is_inside(request.user, found.involvement),
    }
    return render(request, "chronologies/sign_off.html", context)


def sign(request: SignedInRequest, found: ChronologySubmission, form: Form) -> bool:
    """Record the sign-off of a form. Returns False where the form says what is wrong."""
    now, today = timezone.now(), timezone.localdate()
    original = None
    if isinstance(form, SignOffForThemForm):
        reference = found.involvement.review.reference
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
    if not form.is_valid():
        return False
    provenance = form.provenance(original) if isinstance(form, SignOffForThemForm) else {}
    try:
        operations.sign_off(
            submission=found,
            signature=Signature(
                full_name=provenance.get("on_behalf_of") or request.user.full_name,
                signed_off_on=provenance.get("given_on") or today,
                note=form.cleaned_data["note"],
            ),
            provenance=provenance,
            today=today,
            by=request.user,
            at=now,
        )
    except Refused as refusal:
        form.refuse(refusal)
        return False
    return True


@require_GET
def original(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponseBase:
    """Hand out the original that a sign-off was entered from."""
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    if not found.is_signed_off or found.sign_off.original is None:
        raise Http404
    return delivery.download(found.sign_off.original)


@require_http_methods(["GET", "POST"])
def release(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    """Ask once more, with the consequence, before other agencies can read an agency's words."""
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    if not allows(rules.check_can_release, request.user, found):
        raise Http404
    if request.method == "POST":
        operations.release(
            submission=found, today=timezone.localdate(), by=request.user, at=timezone.now()
        )
        notices.done(
            request, f"The chronology of {found.involvement.agency.name} is released to the panel."
        )
        return redirect("chronologies:chronologies", reference)
    before = found.involvement.chronologies.filter(released_at__isnull=False).first()
    context = {
        "review": found.involvement.review,
        "part": found.involvement,
        "submission": found,
        "readers": queries.readers_of(found.involvement.review, today=timezone.localdate()),
        "before": before,
        "compared": before or found.earlier().last(),
        "is_inside": True,
    }
    return render(request, "chronologies/release.html", context)


@require_http_methods(["GET", "POST"])
def take_back(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    """Take a release back, with a reason."""
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    if not allows(rules.check_can_take_back, request.user, found, "a reason"):
        raise Http404
    form = TakeBackForm(posted(request)[0])
    if request.method == "POST" and form.is_valid():
        operations.take_back(
            submission=found,
            reason=form.cleaned_data["reason"],
            by=request.user,
            at=timezone.now(),
        )
        notices.done(request, "The release is taken back. The panel no longer reads it.")
        return redirect(found)
    return ask(
        request,
        found,
        form,
        heading="Take the release back",
        lede="The panel and other agencies’ authors no longer read it in the composite chronology. "
        "What they have read or exported stays with them.",
        button="Take it back",
    )


def ask(
    request: SignedInRequest,
    found: ChronologySubmission,
    form: Form,
    *,
    heading: str,
    lede: str,
    button: str,
) -> HttpResponse:
    """Show one question about a chronology."""
    context = {
        "review": found.involvement.review,
        "part": found.involvement,
        "submission": found,
        "form": form,
        "heading": heading,
        "lede": lede,
        "button": button,
        "is_inside": doors.is_inside(request.user, found.involvement),
    }
    return render(request, "chronologies/ask.html", context)
