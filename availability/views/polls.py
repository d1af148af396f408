"""Dates polls: which there are, who can come when, asking, reminding."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from availability import access as doors
from availability.forms.asking import ProposeForm
from availability.operations import asking
from availability.queries.polls import polls_of
from availability.queries.table import table_of
from availability.rules import check_can_run
from pages import notices
from panels.models import PanelMember
from panels.queries.tally import in_people
from reviews import access
from reviews.access import Permission, Refused, allows
from reviews.models import Review

READ, RUN = Permission.PANEL_READ, Permission.PANEL_WRITE


@require_GET
def poll_list(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, READ)
    context = {
        "review": review,
        "polls": polls_of(review),
        "may_run": allows(check_can_run, request.user, review),
        "today": timezone.localdate(),
    }
    return render(request, "availability/polls.html", context)


@require_GET
def poll(request: SignedInRequest, reference: str, poll_id: int) -> HttpResponse:
    found = doors.poll_or_404(request.user, reference, poll_id, READ)
    today = timezone.localdate()
    table = table_of(found)
    may_run = allows(check_can_run, request.user, found.review)
    is_asked = any(row.invitee.user_id == request.user.pk for row in table.rows)
    context = {
        "review": found.review,
        "poll": found,
        "table": table,
        "may_run": may_run and found.is_open,
        "may_answer": is_asked and found.takes_answers(today),
        "may_remind": may_run and found.takes_answers(today) and table.to_remind,
        "remind_words": remind_words(table.to_remind),
        "today": today,
    }
    return render(request, "availability/poll.html", context)


def remind_words(number: int) -> str:
    who = "person who has" if number == 1 else "people who have"
    return f"Remind the {number} {who} not answered"


@require_http_methods(["GET", "POST"])
def ask(request: SignedInRequest, reference: str) -> HttpResponse:
    """Offer days, choose who is asked, see who will be emailed, then ask them."""
    review = access.review_or_404(request.user, reference, RUN)
    form = ProposeForm(request.POST or None, members=members_to_ask(review))
    context = {"review": review, "form": form}
    if request.method != "POST" or not form.is_valid() or "change" in request.POST:
        return render(request, "availability/ask.html", context)
    if "confirmed" not in request.POST:
        return render(request, "availability/confirm.html", context | confirmation(request, form))
    try:
        opened = asking.open_poll(
            review=review,
            proposal=form.proposal(),
            offers=form.offers(),
            people=form.people(),
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        form.refuse(refusal)
        return render(request, "availability/ask.html", context)
    notices.done(request, f"{in_people(len(form.people()))} being emailed.")
    return redirect(opened)


def confirmation(request: SignedInRequest, form: ProposeForm) -> dict[str, object]:
    """Return who would be asked about what, and everything typed, to be sent again with the yes."""
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    people = form.people()
    return {
        "people": people,
        "offers": form.offers(),
        "proposal": form.proposal(),
        "kept": kept,
        "ask_words": "Email 1 person" if len(people) == 1 else f"Email {len(people)} people",
    }


def members_to_ask(review: Review) -> list[PanelMember]:
    attending = review.panel_members.attending().in_order()
    return list(attending.select_related("user", "involvement__agency"))


@require_POST
def remind(request: SignedInRequest, reference: str, poll_id: int) -> HttpResponse:
    found = doors.poll_or_404(request.user, reference, poll_id, RUN)
    try:
        number = asking.remind(
            poll=found, today=timezone.localdate(), by=request.user, at=timezone.now()
        )
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, f"{in_people(number)} being reminded by email.")
    return redirect(found)


@require_POST
def take_back_link(
    request: SignedInRequest, reference: str, poll_id: int, invitee_id: int
) -> HttpResponse:
    invitee = doors.invitee_or_404(request.user, reference, poll_id, invitee_id)
    asking.take_back_link(invitee=invitee, by=request.user, at=timezone.now())
    notices.done(request, f"The link of {invitee.full_name} opens nothing any more.")
    return redirect(invitee.poll)
