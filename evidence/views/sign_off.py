"""Ask for senior sign-off, give back, sign off, send."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from documents.forms import take_file
from evidence import access as doors
from evidence.forms.decisions import GiveBackForm, SendForm, SignOffForm, SignOffForThemForm
from evidence.models import ImrVersion, IndividualManagementReview
from evidence.operations import imr_sign_off
from evidence.operations.imr_sign_off import Signature
from evidence.queries.enquiries import lines_of
from evidence.queries.imr_page import reading_of
from evidence.rules.completeness import gaps
from evidence.rules.imr_decisions import check_can_give_back
from evidence.rules.imr_reading import check_can_read
from evidence.views.drafts import writing_or_404
from evidence.views.imr_asking import address, ask, provenance_of
from pages import notices
from reviews import access
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def ask_for_sign_off(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Look at the whole once more, then put it to somebody senior, which freezes it."""
    imr = writing_or_404(request, reference, involvement_id)
    refused = ""
    if request.method == "POST":
        try:
            version = imr_sign_off.ask_for_sign_off(
                imr=imr, today=timezone.localdate(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            refused = str(refusal)
        else:
            notices.done(request, f"{version.name} waits for sign-off.")
            return redirect(address(imr.involvement, "author-task"))
    reading = reading_of(imr.draft) if imr.draft else None
    context = {
        "review": imr.involvement.review,
        "part": imr.involvement,
        "imr": imr,
        "reading": reading,
        "gaps": gaps(imr, imr.draft, lines_of(imr.involvement.review)),
        "refused": refused,
        "is_inside": doors.follows(request.user, imr.involvement),
    }
    return render(request, "evidence/imr_ask_sign_off.html", context)


@require_http_methods(["GET", "POST"])
def give_back(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """The senior person asks for changes; the author takes it back without a word."""
    imr, version = signing_or_404(request, reference, involvement_id, Permission.EVIDENCE_STATUS)
    if not access.allows(check_can_give_back, request.user, version, "a reason"):
        raise Http404
    is_author = access.allows(check_can_give_back, request.user, version, "")
    form = GiveBackForm(request.POST or None)
    if request.method == "POST" and (is_author or form.is_valid()):
        try:
            imr_sign_off.give_back(
                version=version,
                note_to_author="" if is_author else form.cleaned_data["note_to_author"],
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            words = "can be changed again" if is_author else "is given back to its author"
            notices.done(request, f"{version.name} {words}.")
            return redirect(address(imr.involvement, "author-task"))
    return ask(
        request,
        imr.involvement,
        form,
        heading=f"Give {version.name.lower()} back to its author",
        lede="The author is told by email. It comes back to you once it is changed.",
        button="Give it back",
        back=address(imr.involvement, "imr-sign-off"),
    )


@require_http_methods(["GET", "POST"])
def sign_off(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Sign off in person, or enter a sign-off that was given elsewhere."""
    imr, version = signing_or_404(request, reference, involvement_id, Permission.IMR_SIGN_OFF)
    is_me = access.has_own(request.user, Permission.IMR_SIGN_OFF, on=imr.involvement)
    now, today = timezone.now(), timezone.localdate()
    kind = SignOffForm if is_me else SignOffForThemForm
    form = kind(request.POST or None, request.FILES or None)
    if request.method == "POST":
        original = None
        if not is_me:
            original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            try:
                imr_sign_off.sign_off(
                    version=version,
                    signature=signature_of(form, request, today=today),
                    provenance=provenance_of(form, original),
                    today=today,
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.refuse(refusal)
            else:
                notices.done(request, f"{version.name} is signed off.")
                return redirect(address(imr.involvement, "author-task") if is_me else imr)
    may_read = access.allows(check_can_read, request.user, version)
    context = {
        "review": imr.involvement.review,
        "part": imr.involvement,
        "imr": imr,
        "version": version,
        "reading": reading_of(version) if may_read else None,
        "form": form,
        "is_me": is_me,
        "is_inside": doors.follows(request.user, imr.involvement),
    }
    return render(request, "evidence/imr_sign_off.html", context)


def signature_of(
    form: SignOffForm | SignOffForThemForm, request: SignedInRequest, *, today: date
) -> Signature:
    if isinstance(form, SignOffForm):
        return form.signature(full_name=request.user.full_name, today=today)
    return form.signature()


@require_http_methods(["GET", "POST"])
def send(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Send what was signed off and kept back."""
    imr = doors.imr_or_404(request.user, reference, involvement_id, Permission.IMR_SIGN_OFF)
    version = imr.latest
    if version is None or not version.waits_to_be_sent:
        raise Http404
    today = timezone.localdate()
    form = SendForm(request.POST or None, initial={"received_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            imr_sign_off.send(
                version=version,
                received_on=form.cleaned_data["received_on"],
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{version.name} is with the panel.")
            return redirect(imr)
    return ask(
        request,
        imr.involvement,
        form,
        heading=f"Send {version.name.lower()} to the panel",
        lede="The independent chair can read it at once.",
        button="Send it",
        back=imr.get_absolute_url(),
    )


def signing_or_404(
    request: SignedInRequest, reference: str, involvement_id: int, permission: Permission
) -> tuple[IndividualManagementReview, ImrVersion]:
    """Return the version that waits for sign-off, or can be signed off for an agency."""
    imr = doors.imr_or_404(request.user, reference, involvement_id, permission)
    version = imr.draft
    if version is None or not (version.is_frozen or version.is_on_behalf):
        raise Http404
    return imr, version
