"""Have a report signed off by somebody without an account. Its author does that."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from agencyfiles.forms.signing import SeniorForm, SignedPageForm
from agencyfiles.operations import signing
from agencyfiles.queries.seal import named_instead_of
from agencyfiles.rules import check_can_ask_for_signature
from documents.forms import take_file
from evidence import access as doors
from evidence.models import IndividualManagementReview
from evidence.views.imr_asking import address, ask
from pages import notices
from reviews import access
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def ask_signature(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Email a link to somebody senior, who signs with a code."""
    imr = own_or_404(request, reference, involvement_id)
    form = SeniorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            link = signing.ask_by_link(
                imr=imr,
                senior=form.senior(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            named = named_instead_of(link)
            told = f" Your document names {named}: they are asked in which capacity they sign."
            notices.done(
                request,
                f"A link to sign by is on its way to {link.full_name}.{told if named else ''}",
            )
            return redirect(address(imr.involvement, "author-task"))
    return ask(
        request,
        imr.involvement,
        form,
        heading="Have it signed off by email",
        lede="For somebody senior without an account. A link and a code show them the front sheet, "
        "the recommendations and the hash of your file, and they sign exactly those. It then goes "
        "to the panel. Until then nothing can be changed, unless you take it back: the link opens "
        "nothing any more.",
        button="Send the link",
        back=address(imr.involvement, "author-task"),
    )


@require_http_methods(["GET", "POST"])
def signed_page(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Enter a sign-off that was given on paper, with the page that was signed."""
    imr = own_or_404(request, reference, involvement_id)
    form = SignedPageForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        now = timezone.now()
        page = take_file(form, "page", by=request.user, at=now, review_ref=reference)
        if form.is_valid() and page:
            said = form.cleaned_data
            try:
                signing.enter_signed_page(
                    imr=imr,
                    signed_by=said["signed_by"],
                    signed_on=said["signed_on"],
                    page=page,
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.refuse(refusal)
            else:
                notices.done(request, "The sign-off is recorded, and the panel has the report.")
                return redirect(address(imr.involvement, "author-task"))
    return ask(
        request,
        imr.involvement,
        form,
        heading="Upload the signed page",
        lede="The chair and the partnership see that you entered it, for whom, and the page "
        "itself. It then goes to the panel.",
        button="Record the sign-off",
        back=address(imr.involvement, "author-task"),
    )


def own_or_404(
    request: SignedInRequest, reference: str, involvement_id: int
) -> IndividualManagementReview:
    """Return the report to its own author. To everybody else there is no such page."""
    imr = doors.imr_or_404(request.user, reference, involvement_id, Permission.IMR_WRITE)
    if not access.has_own(request.user, Permission.IMR_WRITE, on=imr.involvement):
        raise Http404
    if request.method == "GET":
        check_can_ask_for_signature(request.user, imr)
    return imr
