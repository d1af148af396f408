"""Open a review from a notification, or take over one that is already running."""

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from agencies.models import PostKind, User
from documents.forms import take_file
from documents.models import Document
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.forms.opening import AdoptForm, OpenReviewForm
from reviews.models import PersonRole, Review
from reviews.operations import opening
from reviews.operations.opening import Notification
from reviews.operations.people import Identity
from reviews.queries import duplicates

# Where the form asks under another name than the record keeps
ASKED_AS = {"true_name": "victim_name", "born_on": "victim_born_on"}


@require_http_methods(["GET", "POST"])
def open_review(request: SignedInRequest) -> HttpResponse:
    today, now = timezone.localdate(), timezone.now()
    partnerships = access.partnerships_of(request.user, PostKind.OFFICER, today=today)
    if not partnerships:
        raise Http404
    form = OpenReviewForm(
        request.POST or None,
        request.FILES or None,
        partnerships=partnerships,
        initial={"reference": duplicates.next_reference(partnerships[0])},
    )
    same: list[Review] = []
    if request.method == "POST":
        document = take_file(form, "notification", by=request.user, at=now)
        same = same_deaths(form, request.user)
        if form.is_valid() and not same:
            try:
                review = open_from(
                    form.cleaned_data, document, by=request.user, today=today, at=now
                )
            except Refused as refusal:
                form.add_error(ASKED_AS.get(refusal.field, refusal.field) or None, str(refusal))
            else:
                notices.done(request, f"{review.reference} is open. Ask agencies now.")
                return redirect("evidence:ask-agencies", review.reference)
    return render(request, "reviews/open.html", {"form": form, "same": same})


@require_http_methods(["GET", "POST"])
def adopt(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DECISION_RECORD)
    form = AdoptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            opening.adopt(
                review=review,
                stage=form.cleaned_data["stage"],
                days=form.days(),
                steps=form.steps(),
                reason=form.cleaned_data["reason"],
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{review.reference} stands where it stood before this system.")
            return redirect(review)
    return render(request, "reviews/adopt.html", {"review": review, "form": form})


def same_deaths(form: OpenReviewForm, reader: User) -> list[Review]:
    """Return reviews that may be of the same death, until the reader says they are not."""
    if not form.is_valid() or form.cleaned_data["is_another_death"]:
        return []
    told = form.cleaned_data
    return duplicates.possible_duplicates(
        partnership=told["partnership"],
        reader=reader,
        names=[told["victim_name"], *told["victim_aliases"]],
        born_on=told["victim_born_on"],
        died_on=told["died_on"],
    )


def open_from(
    told: dict[str, Any], document: Document | None, *, today: date, by: User, at: datetime
) -> Review:
    names = ("notified_on", "notified_by", "died_on", "incident_on", "kind")
    return opening.open_with_victim(
        partnership=told["partnership"],
        reference=told["reference"],
        notification=Notification(
            **{name: told[name] for name in names},
            regime_code=told["regime_code"],
            display_label=told["display_label"],
            document=document,
        ),
        victim=Identity(
            role=PersonRole.VICTIM,
            true_name=told["victim_name"],
            aliases=told["victim_aliases"],
            born_on=told["victim_born_on"],
        ),
        today=today,
        by=by,
        at=at,
    )
