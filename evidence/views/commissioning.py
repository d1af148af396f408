"""Ask agencies for evidence: choose, look once more, ask; change what is asked; read it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from agencies.models import User
from documents import delivery
from documents.kinds import DocumentKind
from evidence.access import follows
from evidence.forms.commissioning import BriefForm, ChangeRequestForm, CommissionForm
from evidence.models import Tier
from evidence.operations import requests
from evidence.operations.requests import Commission
from evidence.papers.imr_template import imr_template_file
from evidence.queries import commissioning
from evidence.queries.commissioning import Plan
from evidence.queries.evidence_letter import EvidenceLetter, evidence_letter_for
from evidence.queries.imr_template import template_for
from evidence.queries.people import addresses_of
from evidence.rules.requests import check_can_ask, check_round
from evidence.views.imr_asking import address, ask
from pages import notices
from panels.models import TermsOfReference
from panels.queries.terms import latest_agreed
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement, Review

NO_ANSWERS = {"look", "change", "confirm", "csrfmiddlewaretoken"}


@require_http_methods(["GET", "POST"])
def commission(request: SignedInRequest, reference: str) -> HttpResponse:
    """
    The tier of every agency on one page, then a page that says what asking would do.

    Nothing is kept in between: the second page carries the answers of the first.
    """
    review = access.review_or_404(request.user, reference, Permission.EVIDENCE_REQUEST)
    agreed = latest_agreed(review)
    places = commissioning.places_of(review, agreed)
    form = CommissionForm(
        request.POST or None,
        review=review,
        places=places,
        initial=usual_brief(request.user, review, agreed),
    )
    offer_admission(form, request.user, review)
    context = {"review": review, "form": form}
    if request.method == "POST" and "change" not in request.POST and form.is_valid():
        today = timezone.localdate()
        plan = commissioning.plan(
            places,
            form.tiers(),
            sends_email=form.sends_email,
            writer=form.cleaned_data["written_by"],
            today=today,
        )
        try:
            check_plan(review, form, plan)
            if "confirm" not in request.POST:
                kept = {**context, "plan": plan, "kept": answers(request)}
                return render(request, "evidence/confirm_commission.html", kept)
            done = requests.ask_for_evidence(
                review=review,
                asked={change.part: change.tier for change in plan.changes},
                brief=form.brief(),
                asked_on=form.asked_on_or(today),
                admit_contacts=form.cleaned_data.get("admit_contacts", False),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, in_words(done))
            return redirect("evidence:evidence", review.reference)
    return render(request, "evidence/commission.html", context)


def usual_brief(user: User, review: Review, agreed: TermsOfReference | None) -> dict[str, object]:
    return {
        "due_on": commissioning.default_due_on(review, agreed, today=timezone.localdate()),
        "whom_to_ring": f"{user.full_name}, {user.email}",
    }


def offer_admission(form: BriefForm, user: User, review: Review) -> None:
    if not access.has(user, Permission.ACCESS_MANAGE, on=review):
        form.without_admission()


def check_plan(review: Review, form: CommissionForm, plan: Plan) -> None:
    """Refuse here what asking would refuse, before anybody looks at what it would do."""
    if not plan.changes:
        raise Refused("Choose something to ask, or something else than is asked now.")
    today = timezone.localdate()
    check_round(
        review,
        [change.tier for change in plan.changes],
        form.brief(),
        asked_on=form.asked_on_or(today),
        changes_something=bool(plan.changed),
        today=today,
    )


def answers(request: SignedInRequest) -> list[tuple[str, str]]:
    """Return everything that was answered, to be carried to the next page."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in NO_ANSWERS
    ]


def in_words(done: Commission) -> str:
    """Say what was done: "12 agencies emailed, 1 to be told another way"."""
    said = [f"{agencies(len(done.told))} emailed"]
    if done.untold:
        said.append(f"{len(done.untold)} to be told another way")
    if done.admitted:
        people = "person" if len(done.admitted) == 1 else "people"
        said.append(f"{len(done.admitted)} {people} admitted")
    return f"What is asked of {agencies(len(done.asked))} is recorded: {', '.join(said)}."


def agencies(count: int) -> str:
    return "1 agency" if count == 1 else f"{count} agencies"


@require_http_methods(["GET", "POST"])
def change_request(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Ask one agency for something else, or by another day. What was asked before is kept."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.EVIDENCE_REQUEST
    )
    standing, today = part.evidence_requests.last(), timezone.localdate()
    form = ChangeRequestForm(
        request.POST or None,
        review=part.review,
        initial={
            **usual_brief(request.user, part.review, latest_agreed(part.review)),
            **ChangeRequestForm.initial_of(standing),
        },
    )
    offer_admission(form, request.user, part.review)
    if request.method == "POST" and form.is_valid():
        try:
            done = requests.ask_for_evidence(
                review=part.review,
                asked={part: Tier(form.cleaned_data["tier"])},
                brief=form.brief(),
                asked_on=form.asked_on_or(today),
                admit_contacts=form.cleaned_data.get("admit_contacts", False),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, in_words(done))
            return redirect(address(part, "evidence-request"))
    reached = ", ".join(addresses_of(part, today=today)) or "nobody: no address is known"
    return ask(
        request,
        part,
        form,
        heading=f"What is asked of {part.agency.name}",
        lede=f"An email from here goes to {reached}. What was asked before stays on record.",
        button="Ask for this",
        back=address(part, "evidence-request") if standing else part.get_absolute_url(),
    )


@require_GET
def evidence_request(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """What an agency is asked for, whole: what the email links to, to read or print."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.INVOLVEMENT_READ
    )
    may_work = access.has_own(request.user, Permission.EVIDENCE_STATUS, on=part)
    letter = evidence_letter_for(request.user, part)
    context = {
        "review": part.review,
        "part": part,
        "letter": letter,
        "may_print": may_print(request.user, part, letter),
        "is_inside": follows(request.user, part),
        "may_work": may_work,
        "no_task": not may_work,
        "report_href": report_href(request, part),
        "may_change": access.allows(check_can_ask, request.user, part.review),
    }
    return render(request, "evidence/evidence_request.html", context)


def may_print(user: User, part: AgencyInvolvement, letter: EvidenceLetter | None) -> bool:
    """Test whether somebody can take the pack: they know what is asked, and the true names."""
    asks = letter is not None and letter.request.asks.asks_for_something
    may_know = letter is not None and not letter.names_are_hidden
    return asks and may_know and access.has(user, Permission.EVIDENCE_STATUS, on=part)


def report_href(request: SignedInRequest, part: AgencyInvolvement) -> str:
    """Return the page of what an agency writes, to those of the review who follow it."""
    return address(part, "imr") if follows(request.user, part) and hasattr(part, "imr") else ""


@require_GET
def imr_template(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """A Word file to write the report in, with what this reader may know of what is asked."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.INVOLVEMENT_READ
    )
    content = imr_template_file(template_for(request.user, part))
    name = f"{part.review.reference}-report-template"
    return delivery.offer(content, kind=DocumentKind.DOCX, as_name=name)
