"""What an agency sent, for those who read it: where it stands, what it says, its files."""

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.models import Document
from evidence import access as doors
from evidence.forms.decisions import AcceptForm, TakeBackForm
from evidence.models import ImrVersion, IndividualManagementReview, latest_of_each
from evidence.operations import imr_acceptance
from evidence.queries.evidence import TONES
from evidence.queries.imr_page import history, reading_of, shelf
from evidence.queries.steps import may_open
from evidence.rules.imr_queries import check_can_ask
from evidence.rules.imr_reading import check_can_read
from evidence.rules.imr_writing import check_can_enter
from evidence.rules.requests import check_can_ask as check_can_commission
from evidence.views.imr_asking import address, ask
from pages import notices
from reviews import access
from reviews.access import Permission, Refused, allows


@require_GET
def imr(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """One agency's report and its cycle. What it says is on the pages of its versions."""
    found = doors.imr_or_404(request.user, reference, involvement_id, Permission.EVIDENCE_STATUS)
    part, reader = found.involvement, request.user
    prefetch_related_objects([found], "declarations", "queries", "versions__acceptances")
    is_open = not part.review.has_ended
    enters = is_open and access.has(reader, Permission.IMR_WRITE, on=part.review)
    context = {
        "review": part.review,
        "part": part,
        "imr": found,
        "tone": TONES[found.state],
        "versions": shelf(reader, found),
        "declarations": latest_of_each(found.declarations.all()),
        "history": history(found),
        "may_ask": allows(check_can_ask, reader, found),
        "may_accept": is_open and access.has(reader, Permission.IMR_ACCEPT, on=part.review),
        "may_read_queries": access.has(reader, Permission.IMR_QUERY_READ, on=part),
        "may_change": allows(check_can_commission, reader, part.review),
        "may_enter": enters and allows(check_can_enter, reader, found),
        "may_enter_sign_off": enters and bool(found.draft and may_be_signed(found.draft)),
        "may_send": may_send(request, found),
        "may_admit": is_open and access.has(reader, Permission.ACCESS_MANAGE, on=part.review),
        "may_work": may_open(reader, part, found),
        "is_inside": doors.follows(reader, part),
        "today": timezone.localdate(),
    }
    return render(request, "evidence/imr.html", context)


def may_send(request: SignedInRequest, found: IndividualManagementReview) -> bool:
    """Test whether something signed off is kept back that this reader can send."""
    may_sign = access.has(request.user, Permission.IMR_SIGN_OFF, on=found.involvement)
    return may_sign and bool(found.latest and found.latest.waits_to_be_sent)


def may_be_signed(version: ImrVersion) -> bool:
    return version.is_frozen or version.is_on_behalf


@require_GET
def imr_version(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    version = version_or_404(request, reference, involvement_id, number)
    part = version.imr.involvement
    context = {
        "review": part.review,
        "part": part,
        "imr": version.imr,
        "version": version,
        "reading": reading_of(version),
        "originals": originals_of(version),
        "acceptance": next((row for row in version.acceptances.all() if row.stands), None),
        "may_follow": access.has(request.user, Permission.EVIDENCE_STATUS, on=part),
        "is_inside": access.has(request.user, Permission.IMR_READ_ACCEPTED, on=part.review),
    }
    return render(request, "evidence/imr_version.html", context)


@require_GET
def imr_file(
    request: SignedInRequest, reference: str, involvement_id: int, number: int, which: str
) -> HttpResponseBase:
    """Hand out the document of a version, or an original that something was entered from."""
    version = version_or_404(request, reference, involvement_id, number)
    document = files_of(version).get(which)
    if document is None:
        raise Http404
    return delivery.download(document)


def originals_of(version: ImrVersion) -> list[tuple[str, str]]:
    """Return what was entered from, by name, with where to fetch it."""
    names = {"original": "What the agency sent it with", "sign-off": "The sign-off as it came"}
    files = files_of(version)
    return [
        (called, address(version.imr.involvement, "imr-file", version.number, which))
        for which, called in names.items()
        if files[which]
    ]


def files_of(version: ImrVersion) -> dict[str, Document | None]:
    signed = version.sign_off if version.is_signed_off else None
    return {
        "document": version.document,
        "original": version.original,
        "sign-off": signed.original if signed else None,
    }


def version_or_404(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> ImrVersion:
    """Return a version to somebody who may read it. Raises Http404 likewise."""
    found = doors.report_or_404(request.user, reference, involvement_id)
    version = next((row for row in found.versions.all() if row.number == number), None)
    if version:
        prefetch_related_objects([version], "acceptances")
    if version is None or not allows(check_can_read, request.user, version):
        raise Http404
    return version


@require_http_methods(["GET", "POST"])
def accept(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Record that the panel accepts what came in last. It lets the whole panel read it."""
    found = doors.imr_or_404(request.user, reference, involvement_id, Permission.IMR_ACCEPT)
    version, today = found.received, timezone.localdate()
    if version is None:
        raise Http404
    form = AcceptForm(request.POST or None, initial={"accepted_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            imr_acceptance.accept(
                version=version,
                **form.cleaned_data,
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{version.name} is accepted. The panel can read it.")
            return redirect(found)
    return ask(
        request,
        found.involvement,
        form,
        heading=f"Accept the {found.kind.noun} of {found.involvement.agency.name}",
        lede=f"{version.name}. Every member of the panel can then read it, and its agency is told.",
        button="Accept it",
        back=found.get_absolute_url(),
    )


@require_http_methods(["GET", "POST"])
def take_back(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    found = doors.imr_or_404(request.user, reference, involvement_id, Permission.IMR_ACCEPT)
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            imr_acceptance.take_back(
                imr=found,
                reason=form.cleaned_data["reason"],
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "The acceptance is taken back. The panel can no longer read it.")
            return redirect(found)
    return ask(
        request,
        found.involvement,
        form,
        heading="Take the acceptance back",
        lede="Members of the panel can no longer read it. That it was accepted stays on record.",
        button="Take it back",
        back=found.get_absolute_url(),
    )
