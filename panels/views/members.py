"""Members of a panel: seating them, changing what is recorded, admitting them, letting them go."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from pages.parts import Row
from pages.templatetags.dates import date_long
from panels import access as doors
from panels.forms.members import AdmitForm, ChairForm, LeaveForm, MemberForm, agencies_of
from panels.models import PanelMember, PanelPart
from panels.operations import members
from panels.operations.members import Seat
from panels.queries.members import line_of
from panels.rules.members import check_can_admit, check_can_declare, check_can_write
from reviews import access
from reviews.access import Permission, Refused, allows
from reviews.models import Review


@require_GET
def member(request: SignedInRequest, reference: str, member_id: int) -> HttpResponse:
    found = doors.member_or_404(request.user, reference, member_id, Permission.PANEL_READ)
    is_me = found.user == request.user
    context = {
        "review": found.review,
        "member": found,
        "line": line_of(found),
        "rows": facts(found),
        "declarations": found.declarations.select_related("original"),
        "may_see_answers": is_me
        or access.has(request.user, Permission.PANEL_WRITE, on=found.review),
        "may_write": allows(check_can_write, request.user, found.review),
        "may_declare": allows(
            check_can_declare, request.user, found, is_entered_for_them=not is_me
        ),
        "may_admit": allows(check_can_admit, request.user, found),
    }
    return render(request, "panels/member.html", context)


def facts(found: PanelMember) -> list[Row]:
    """Return what is recorded of a member, line by line."""
    account = found.user.email if found.user else "None: they sit on the panel and see nothing here"
    return [
        Row("Job title", found.job_title),
        *([Row("Seat", found.get_standing_display())] if not found.is_chair else []),
        *([Row("Invited", date_long(found.invited_on))] if found.invited_on else []),
        *([Row("Why no seat", found.not_seated_because)] if found.not_seated_because else []),
        Row("Appointed" if found.is_chair else "Joined", date_long(found.joined_on)),
        *([Row("About the day", found.unusual_reason)] if found.unusual_reason else []),
        Row("Specialist knowledge", found.specialist_knowledge or "None claimed"),
        Row("In the report", found.name_in_report),
        Row("Account", account),
        *([Row("Debrief", debrief_in_words(found))] if found.debrief else []),
    ]


def debrief_in_words(found: PanelMember) -> str:
    return f"{found.get_debrief_display()}, offered on {date_long(found.debrief_offered_on)}"


@require_http_methods(["GET", "POST"])
def appoint_chair(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_WRITE)
    form = ChairForm(request.POST or None, agencies=agencies_of(review))
    if not access.has(request.user, Permission.ACCESS_MANAGE, on=review):
        form.without("email")
    if request.method == "POST" and form.is_valid():
        seat = form.seat(part=PanelPart.INDEPENDENT_CHAIR)
        chair = add(request, review, form, seat)
        if chair:
            notices.done(request, f"{chair.full_name} is appointed as independent chair.")
            return redirect("panels:declare-independence", review.reference, chair.pk)
    context = {"review": review, "form": form}
    return render(request, "panels/appoint_chair.html", context)


@require_http_methods(["GET", "POST"])
def add_member(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_WRITE)
    form = MemberForm(request.POST or None, agencies=agencies_of(review))
    if not access.has(request.user, Permission.ACCESS_MANAGE, on=review):
        form.without("email")
    if request.method == "POST" and form.is_valid():
        seated = add(request, review, form, form.seat())
        if seated:
            admitted = " and admitted to the review by email" if seated.user else ""
            standing = "is recorded as invited" if seated.is_invited_only else "is on the panel"
            notices.done(request, f"{seated.full_name} {standing}{admitted}.")
            return redirect("panels:panel", review.reference)
    return render(request, "panels/add_member.html", {"review": review, "form": form})


def add(
    request: SignedInRequest, review: Review, form: MemberForm, seat: Seat
) -> PanelMember | None:
    """Seat somebody. Where that is refused the form says why and nobody is seated."""
    try:
        return members.add_member(
            review=review,
            seat=seat,
            email=form.cleaned_data.get("email", ""),
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        form.refuse(refusal)
        return None


@require_http_methods(["GET", "POST"])
def change_member(request: SignedInRequest, reference: str, member_id: int) -> HttpResponse:
    found = doors.member_or_404(request.user, reference, member_id, Permission.PANEL_WRITE)
    kind = ChairForm if found.is_chair else MemberForm
    form = kind(
        request.POST or None,
        agencies=agencies_of(found.review),
        changing=MemberForm.initial_of(found),
    ).without("email")
    if request.method == "POST" and form.is_valid():
        fixed = {"part": found.part} if found.is_chair else {}
        try:
            members.change_member(
                member=found,
                seat=form.seat(**fixed),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "The record is changed.")
            return redirect(found)
    context = {"review": found.review, "member": found, "form": form}
    return render(request, "panels/change_member.html", context)


@require_http_methods(["GET", "POST"])
def admit_member(request: SignedInRequest, reference: str, member_id: int) -> HttpResponse:
    found = doors.member_or_404(request.user, reference, member_id, Permission.ACCESS_MANAGE)
    form = AdmitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            members.admit_member(
                member=found,
                email=form.cleaned_data["email"],
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error("email", str(refusal))
        else:
            notices.done(request, f"{found.full_name} is admitted and told by email.")
            return redirect(found)
    context = {"review": found.review, "member": found, "form": form}
    return render(request, "panels/admit_member.html", context)


@require_http_methods(["GET", "POST"])
def leave_panel(request: SignedInRequest, reference: str, member_id: int) -> HttpResponse:
    found = doors.member_or_404(request.user, reference, member_id, Permission.PANEL_WRITE)
    form = LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            members.leave_panel(
                member=found,
                **form.cleaned_data,
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"It is recorded that {found.full_name} left the panel.")
            return redirect("panels:panel", found.review.reference)
    context = {"review": found.review, "member": found, "form": form}
    return render(request, "panels/leave_panel.html", context)
