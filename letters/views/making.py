"""Make letters, put an edited one in the place of a made one, take one away."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from agencies.models import User
from documents.forms import take_file
from evidence.queries.choosing import whom_to_ring
from letters import rules
from letters.access import own_letter_or_404
from letters.forms.letters import EditedForm, MakeForAgenciesForm, MakeForm
from letters.models import LetterKind
from letters.operations import making
from letters.queries.writing import letterhead_of, usual_addressee
from letters.views.letters import review_and_kind_or_404
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review
from reviews.queries.lengths import due_in


@require_http_methods(["GET", "POST"])
def make(request: SignedInRequest, reference: str, kind: str) -> HttpResponse:
    """Write a letter of one kind: to one body, or to each of the agencies that are ticked."""
    review, chosen = review_and_kind_or_404(request, reference, kind)
    if chosen.facts.is_for_agencies:
        return make_for_agencies(request, review, chosen)
    return make_one(request, review, chosen)


def make_one(request: SignedInRequest, review: Review, kind: LetterKind) -> HttpResponse:
    submission = None
    if kind == LetterKind.HOME_OFFICE_SUBMISSION:
        submission = review.qa_submissions.first()
    usual = usual_signature(request.user, review) | {"addressee": usual_addressee(kind, None)}
    form = MakeForm(request.POST or None, initial=usual)
    if request.method == "POST" and form.is_valid():
        try:
            made = making.make_letter(
                review=review,
                kind=kind,
                wish=form.wish(),
                submission=submission,
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The letter is made. Read it before you send it.")
            return redirect(made)
    missing = rules.missing(kind, rules.recorded_of(review))
    return ask(request, review, kind, form, missing=missing)


def make_for_agencies(request: SignedInRequest, review: Review, kind: LetterKind) -> HttpResponse:
    today = timezone.localdate()
    form = MakeForAgenciesForm(
        request.POST or None,
        review=review,
        kind=kind,
        may_add=may_add(request.user, review, kind),
        today=today,
        initial=usual_for_agencies(request.user, review, kind, today=today),
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = making.make_for_agencies(
                review=review,
                kind=kind,
                agencies=form.chosen(),
                wish=form.wish(),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            if len(made) == 1:
                notices.done(request, "The letter is made. Read it before you send it.")
                return redirect(made[0])
            notices.done(request, f"{len(made)} letters are made. Nothing was sent from here.")
            return redirect("letters:letters", review.reference)
    missing = rules.missing(kind, rules.recorded_of(review))
    if not form.bodies:
        missing = "No agency is in this review yet."
    return ask(request, review, kind, form, missing=missing)


def ask(
    request: SignedInRequest, review: Review, kind: LetterKind, form: Any, *, missing: str
) -> HttpResponse:
    context = {"review": review, "kind": kind, "form": form, "missing": missing}
    return render(request, "letters/make.html", context)


def may_add(user: User, review: Review, kind: LetterKind) -> bool:
    """Test whether agencies that are not in the review can be written to: while it begins."""
    begins = kind.facts.written_by == Permission.SCOPING_SEND
    return begins and access.has(user, Permission.INVOLVEMENT_MANAGE, on=review)


def usual_signature(user: User, review: Review) -> dict[str, Any]:
    head = letterhead_of(review.partnership)
    return {"signed_by": head.signed_by or user.full_name, "signed_by_post": head.signed_by_post}


def usual_for_agencies(
    user: User, review: Review, kind: LetterKind, *, today: date
) -> dict[str, Any]:
    """Tick whoever has no letter of this kind; of reports, whoever is asked for one."""
    parts = review.involvements.exclude(letters__kind=kind).prefetch_related("evidence_requests")
    ticked = [
        str(part.agency_id)
        for part in parts
        if kind != LetterKind.IMR_REQUEST or rules.is_asked(part)
    ]
    return usual_signature(user, review) | {
        "agencies": ticked,
        "answer_by": due_in(review, "D3", started_on=today),
        "whom_to_ring": whom_to_ring(review, user),
    }


@require_http_methods(["GET", "POST"])
def edited(request: SignedInRequest, reference: str, letter_id: int) -> HttpResponse:
    """Put an edited file in the place of the one that is here."""
    letter = own_letter_or_404(request.user, reference, letter_id)
    form = EditedForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        now = timezone.now()
        file = take_file(form, "file", by=request.user, at=now, review_ref=reference)
        if form.is_valid() and file:
            try:
                making.replace_file(letter=letter, file=file, by=request.user, at=now)
            except Refused as refusal:
                form.refuse(refusal)
            else:
                notices.done(request, "The edited letter is in its place.")
                return redirect(letter)
    context = {
        "review": letter.review,
        "letter": letter,
        "form": form,
        "heading": "Put an edited letter in its place",
        "lede": "",
        "button": "Keep this file",
        "has_file": True,
    }
    return render(request, "letters/ask.html", context)


@require_http_methods(["GET", "POST"])
def take_away(request: SignedInRequest, reference: str, letter_id: int) -> HttpResponse:
    letter = own_letter_or_404(request.user, reference, letter_id)
    if request.method == "POST":
        try:
            making.take_away(letter=letter, by=request.user, at=timezone.now())
        except Refused as refusal:
            notices.important(request, str(refusal))
        else:
            notices.done(request, "The letter is taken away. It was not sent.")
        return redirect("letters:letters", reference)
    return render(request, "letters/take_away.html", {"review": letter.review, "letter": letter})
