"""Letters to bodies: put together, sent, asked again."""

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from actionplans import access as plan
from actionplans.models import Recommendation
from actionplans.views.asking import ask as ask_of_plan
from actionplans.views.asking import succeeds
from agencies.http import SignedInRequest
from agencies.models import Letterhead, PublicBody
from anonymity.queries.leaving import leaving_of
from documents import delivery
from documents.kinds import DocumentKind
from pages import notices
from postoffice import access
from postoffice.forms.letters import (
    CameBackForm,
    ChaseForm,
    LinkAgainForm,
    PrepareForm,
    SendForm,
    SentForm,
)
from postoffice.models import Dispatch
from postoffice.operations import chasing as asking_again
from postoffice.operations import preparing, sending
from postoffice.papers.wording import standard_covering
from postoffice.queries.leaving import is_cleared
from postoffice.queries.letter_page import page_of
from postoffice.queries.papers import letter_of
from postoffice.views.asking import ask, crumbs_of
from reviews.models import Review


def bodies_for(review: Review) -> QuerySet[PublicBody]:
    known = PublicBody.objects.known_to(review.partnership_id).standing()
    return known.select_related("part_of")


@require_http_methods(["GET", "POST"])
def prepare(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put recommendations together for one body."""
    review = plan.planned_review_or_404(request.user, reference)
    head = Letterhead.objects.filter(partnership=review.partnership_id).first()
    signs = {"signed_by": head.signed_by, "signed_by_post": head.signed_by_post} if head else {}
    given = request.GET.get("body", "")
    mine = Q(public_body=given) if given.isdecimal() else Q(pk__in=())
    outside = Recommendation.objects.filter(review=review, addressee__isnull=True)
    form = PrepareForm(
        request.POST or None,
        bodies=bodies_for(review),
        recommendations=outside.select_related("addressee__agency"),
        initial={
            "body": given,
            "recommendations": list(outside.filter(mine).values_list("pk", flat=True)),
            **signs,
        },
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        body = said["body"]
        if succeeds(
            form,
            preparing.prepare,
            review=review,
            **{**said, "covering": said["covering"].strip() or standard_covering(body.name)},
            by=request.user,
            at=timezone.now(),
        ):
            notices.done(request, "The letter is put together. Check it before it goes.")
            return redirect(review.dispatches.latest("number"))
    return ask_of_plan(
        request,
        review,
        form,
        heading="Put recommendations together for a body",
        button="Put the letter together",
        lede="The words are frozen as they stand now. Nothing is sent yet.",
        back=crumbs_of(review)[-1].href,
        crumbs=crumbs_of(review),
    )


@require_GET
def dispatch(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    one = access.dispatch_or_404(request.user, reference, number)
    page = page_of(one, request.user, today=timezone.localdate())
    context = {
        **page,
        "leaving": leaving_of(one.review, "dispatch", request.user, one.number)
        if page["why_not"]
        else None,
        "crumbs": crumbs_of(one.review),
    }
    return render(request, "postoffice/dispatch.html", context)


@require_GET
def letter(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    one = access.dispatch_or_404(request.user, reference, number)
    content = letter_of(one, today=timezone.localdate())
    name = f"{reference} recommendations to {one.body_name}"
    return delivery.offer(content, kind=DocumentKind.DOCX, as_name=name)


@require_http_methods(["GET", "POST"])
def send(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    one = access.kept_dispatch_or_404(request.user, reference, number)
    form = SendForm(
        request.POST or None, is_cleared=is_cleared(one.review), initial={"to": email_of(one)}
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if succeeds(
            form,
            sending.send_by_link,
            dispatch=one,
            to=said["to"],
            chases=said["chases"],
            early_because=form.early,
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        ):
            notices.done(request, f"It is on its way to {said['to']}.")
            return redirect(one)
    return ask(
        request,
        one,
        form,
        heading=f"Send to {one.body_name}",
        lede="They get an email with a link. A code, sent separately, opens the recommendations.",
        button="Send it now",
    )


@require_http_methods(["GET", "POST"])
def record_sent(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    one = access.kept_dispatch_or_404(request.user, reference, number)
    form = SentForm(request.POST or None, is_cleared=is_cleared(one.review))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if succeeds(
            form,
            sending.record_sent,
            dispatch=one,
            route=said["route"],
            sent_on=said["sent_on"],
            early_because=form.early,
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        ):
            notices.done(request, "It is recorded as sent.")
            return redirect(one)
    return ask(
        request,
        one,
        form,
        heading=f"Record that it went to {one.body_name}",
        button="Record it",
        lede="By post, or from another mailbox. Take the letter as a Word file from its page.",
    )


@require_POST
def discard(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    one = access.kept_dispatch_or_404(request.user, reference, number)
    preparing.discard(dispatch=one, by=request.user, at=timezone.now())
    notices.done(request, "The letter is discarded. Nothing was sent.")
    return redirect("postoffice:review", reference)


@require_http_methods(["GET", "POST"])
def link_again(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Send another link, such as to another address."""
    one = access.kept_dispatch_or_404(request.user, reference, number)
    form = LinkAgainForm(request.POST or None, initial={"to": email_of(one)})
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            sending.send_link_again,
            dispatch=one,
            to=form.cleaned_data["to"],
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, "The link is on its way. Those before open nothing more.")
        return redirect(one)
    return ask(request, one, form, heading="Send a link to reply by", button="Send the link")


@require_http_methods(["GET", "POST"])
def came_back(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    one = access.kept_dispatch_or_404(request.user, reference, number)
    form = CameBackForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            sending.record_came_back,
            dispatch=one,
            **form.cleaned_data,
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, "It is recorded. Put the letter together anew for a right address.")
        return redirect(one)
    return ask(request, one, form, heading="Record that the letter came back", button="Record it")


@require_http_methods(["GET", "POST"])
def chase(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Ask a body again."""
    one = access.kept_dispatch_or_404(request.user, reference, number)
    today = timezone.localdate()
    form = ChaseForm(request.POST or None, initial={"to": email_of(one)})
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            asking_again.chase,
            dispatch=one,
            **form.went(today),
            today=today,
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, f"{one.body_name} is asked again.")
        return redirect(one)
    return ask(
        request,
        one,
        form,
        heading=f"Ask {one.body_name} again",
        button="Ask again",
        lede="An email from here brings a new link. What went another way is recorded.",
    )


@require_POST
def chasing(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Let letters that ask again go by themselves, or stop that."""
    one = access.kept_dispatch_or_404(request.user, reference, number)
    is_on = request.POST.get("on") == "yes"
    asking_again.let_chase(dispatch=one, is_chased=is_on, by=request.user, at=timezone.now())
    words = "They are asked again by themselves." if is_on else "Nothing goes by itself any more."
    notices.done(request, words)
    return redirect(one)


def email_of(one: Dispatch) -> str:
    """Return where it went last, or where this partnership writes to the body."""
    last = one.links.select_related("link").last()
    if last:
        return str(last.link.sent_to)
    known = one.body.addresses.filter(partnership=one.review.partnership_id).first()
    return known.email if known else ""
