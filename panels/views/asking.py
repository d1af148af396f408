"""Put a text to people: choose who is asked, say what happens, then ask them."""

from collections.abc import Callable, Sequence
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from pages.parts import Blocker
from panels import access as doors
from panels.forms.rounds import AskForm
from panels.models import AgreementRound, PanelMember, Silence
from panels.operations import rounds as operations
from panels.queries.subjects import RoundSubject, terms_as_subject
from panels.queries.tally import in_people
from panels.queries.terms import gives_away, published
from panels.queries.terms_page import reasons_to_wait
from reviews import access
from reviews.access import Permission, Refused
from reviews.checks.true_names import certain
from reviews.models import Review


@require_http_methods(["GET", "POST"])
def ask_terms(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put the draft of the terms of reference to the panel."""
    draft = doors.draft_or_404(request.user, reference)
    printed = published(draft)
    stops = certain(gives_away(draft.review, printed))
    return ask_people(
        request,
        review=draft.review,
        subject=terms_as_subject(draft),
        back=draft.get_absolute_url(),
        stops=reasons_to_wait(draft.review, printed, stops),
        opening=partial(operations.ask_about_terms, terms=draft),
    )


def ask_people(
    request: SignedInRequest,
    *,
    review: Review,
    subject: RoundSubject,
    back: str,
    opening: Callable[..., AgreementRound],
    stops: Sequence[Blocker] = (),
) -> HttpResponse:
    """
    Ask whom to ask, confirm who will be emailed, then open the round. Whatever is put to people
    uses this, after its own door.

    back: where the text is. stops: what must be mended before it goes to anybody.
    opening: the operation, such as `open_round` with its review and subject; it is given people,
    question, today, by and at.
    """
    access.require(request.user, Permission.AGREEMENT_RECORD, on=review)
    form = AskForm(request.POST or None, members=members_to_ask(review))
    context = {"review": review, "subject": subject, "back": back, "form": form, "stops": stops}
    if request.method != "POST" or not form.is_valid() or "change" in request.POST:
        return render(request, "panels/ask.html", context)
    if "confirmed" not in request.POST:
        return render(request, "panels/confirm_ask.html", context | confirmation(request, form))
    try:
        opened = opening(
            people=form.people(),
            question=form.question(),
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        form.add_error(refusal.field or None, str(refusal))
        return render(request, "panels/ask.html", context)
    notices.done(request, f"{in_people(len(form.people()))} being emailed.")
    return redirect(opened)


def confirmation(request: SignedInRequest, form: AskForm) -> dict[str, object]:
    """Return who would be emailed, and everything typed, to be sent again with the yes."""
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    people, question = form.people(), form.question()
    return {
        "people": people,
        "question": question,
        "silence": Silence.NOTHING.label,
        "kept": kept,
        "ask_words": "Email 1 person" if len(people) == 1 else f"Email {len(people)} people",
    }


def members_to_ask(review: Review) -> list[PanelMember]:
    seated = review.panel_members.seated().in_order()
    return list(seated.select_related("user", "involvement__agency"))
