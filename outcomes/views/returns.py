"""The six-month returns of agencies: all of a review, those of one agency, and one of them."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from actionplans import access as plan_doors
from actionplans.cycle import ActionStatus
from actionplans.rules import plan as plan_rules
from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from documents.kinds import DocumentKind
from outcomes import access as doors
from outcomes import rules
from outcomes.forms.returns import ReturnForm, ReturnForThemForm, SendBackForm
from outcomes.models import ReturnLine, SixMonthReturn
from outcomes.operations import returns as operations
from outcomes.queries.return_paper import blank_return
from outcomes.queries.returns import lines_of, returns_of_part, returns_of_review, with_sign_offs
from outcomes.views.asking import crumbs_in, crumbs_of_review, crumbs_to, refuse
from pages import notices
from reviews.access import Permission, Refused, allows, has_own

SIGNED = (
    "This return is signed already, and stands as below. Nothing new was kept. What has changed "
    "since is reported on the action itself."
)
ENDED = "This review has ended. Its returns can be read; none is answered any more."


@require_GET
def returns(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show who has answered for their actions, and who has not."""
    review = plan_doors.review_or_404(request.user, reference)
    found = returns_of_review(review)
    context = {
        "review": review,
        "returns": found,
        "waiting": sum(one.is_waiting for one in found),
        "crumbs": crumbs_of_review(review),
        "today": timezone.localdate(),
    }
    return render(request, "outcomes/returns.html", context)


@require_GET
def agency_returns(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Show an agency its own returns: where a reminder leads."""
    part = plan_doors.agency_part_or_404(request.user, reference, involvement_id)
    found = returns_of_part(part)
    context = {
        "review": part.review,
        "part": part,
        "returns": found,
        "waits": next((one for one in found if one.is_waiting), None),
        "crumbs": crumbs_to(request, part)[:-1],
        "today": timezone.localdate(),
    }
    return render(request, "outcomes/agency_returns.html", context)


@require_GET
def one_return(request: SignedInRequest, reference: str, return_id: int) -> HttpResponse:
    """Show what was asked, what the agency says, and what changed since the return before."""
    returned = with_words(doors.return_or_404(request.user, reference, return_id))
    reader, part = request.user, returned.involvement
    is_own = has_own(reader, Permission.PLAN_UPDATE, on=part)
    context = {
        "review": part.review,
        "part": part,
        "returned": returned,
        "lines": lines_of(returned),
        "may_sign": allows(
            rules.check_can_sign_off, reader, returned, is_entered_for_them=not is_own
        ),
        "may_send_back": allows(rules.check_can_send_back, reader, returned),
        "is_own": is_own,
        "crumbs": crumbs_to(request, part),
        "today": timezone.localdate(),
    }
    return render(request, "outcomes/return.html", context)


@require_http_methods(["GET", "POST"])
def sign_return(request: SignedInRequest, reference: str, return_id: int) -> HttpResponse:
    """Say how every action stands and sign it off, in one sitting."""
    returned = with_words(doors.answered_return_or_404(request.user, reference, return_id))
    is_own = has_own(request.user, Permission.PLAN_UPDATE, on=returned.involvement)
    if not returned.is_waiting:
        notices.important(request, SIGNED if returned.is_signed_off else ENDED)
        return redirect(returned)
    if request.method == "GET":
        rules.check_can_sign_off(request.user, returned, is_entered_for_them=not is_own)
    shown = [one for one in lines_of(returned) if one.line.is_to_answer]
    form = form_for(request, [one.line for one in shown], is_own=is_own)
    if request.method == "POST" and signed(request, returned, form):
        notices.done(request, f"{returned.name} is signed off, and stands in the plan.")
        return redirect(returned)
    context = {
        "review": returned.involvement.review,
        "part": returned.involvement,
        "returned": returned,
        "form": form,
        "asked": [(one, form.of_line(one.line)) for one in shown],
        "is_own": is_own,
        "crumbs": crumbs_in(request, returned),
    }
    return render(request, "outcomes/sign_return.html", context)


def signed(request: SignedInRequest, returned: SixMonthReturn, form: ReturnForm) -> bool:
    now, original = timezone.now(), None
    reference = returned.involvement.review.reference
    if "original" in form.fields:
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
    if not form.is_valid():
        return False
    try:
        operations.sign_off(
            returned=returned,
            said=form.said(),
            signed=form.signed(),
            provenance=form.provenance(original),
            today=timezone.localdate(),
            by=request.user,
            at=now,
        )
    except Refused as refusal:
        refuse(form, refusal)
        return False
    return True


def form_for(request: SignedInRequest, lines: list[ReturnLine], *, is_own: bool) -> ReturnForm:
    today = timezone.localdate()
    kind = ReturnForm if is_own else ReturnForThemForm
    name = {"full_name": request.user.full_name} if is_own else {}
    return kind(
        request.POST or None,
        request.FILES or None,
        lines=lines,
        choices={line.pk: claims_open_to(request, line) for line in lines},
        today=today,
        initial={"signed_off_on": today, **name},
    )


def claims_open_to(request: SignedInRequest, line: ReturnLine) -> list[ActionStatus]:
    """Return the statuses that follow from here and that this person may claim."""
    action = line.action
    statuses = [ActionStatus(row.to) for row in action.moves] if action else []
    return [to for to in statuses if allows(plan_rules.check_claim, request.user, action, to)]


@require_http_methods(["GET", "POST"])
def send_back(request: SignedInRequest, reference: str, return_id: int) -> HttpResponse:
    """Ask an agency about what it signed off."""
    returned = with_words(doors.asked_return_or_404(request.user, reference, return_id))
    if request.method == "GET":
        rules.check_can_send_back(request.user, returned)
    form = SendBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.send_back(
                returned=returned,
                words=form.cleaned_data["words"],
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            refuse(form, refusal)
        else:
            notices.done(request, f"{returned.name} waits for the agency again.")
            return redirect(returned)
    context = {
        "review": returned.involvement.review,
        "part": returned.involvement,
        "returned": returned,
        "form": form,
        "crumbs": crumbs_in(request, returned),
    }
    return render(request, "outcomes/send_back.html", context)


@require_GET
def return_file(request: SignedInRequest, reference: str, return_id: int) -> HttpResponse:
    """Hand out a return as a Word file to fill in, for an agency without an account."""
    returned = doors.return_or_404(request.user, reference, return_id)
    name = f"{reference}-six-month-return-{returned.number}"
    return delivery.offer(blank_return(returned), kind=DocumentKind.DOCX, as_name=name)


@require_GET
def return_original(
    request: SignedInRequest, reference: str, return_id: int, sign_off_id: int
) -> HttpResponseBase:
    """Hand out a return as it came."""
    returned = doors.return_or_404(request.user, reference, return_id)
    rows = returned.sign_offs.select_related("original")
    sign_off = get_object_or_404(rows, pk=sign_off_id)
    if sign_off.original is None:
        raise Http404
    return delivery.download(sign_off.original)


def with_words(returned: SixMonthReturn) -> SixMonthReturn:
    """Fetch what was signed off and asked about a return."""
    found = with_sign_offs(SixMonthReturn.objects.filter(pk=returned.pk)).get()
    found.involvement = returned.involvement
    return found
