"""Rounds of Home Office quality assurance: putting a pack together, and recording it as sent."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from anonymity.queries.leaving import leaving_of
from documents import delivery
from documents.forms import take_file
from documents.rendering import RenderingUnavailable
from pages import notices
from publications import access as doors
from publications.forms.submissions import AddItemForm, PutTogetherForm, SubmitForm
from publications.operations import submissions as operations
from publications.operations.packs import take_pack
from publications.queries.answers import points_of, tally
from publications.queries.round_page import home_page_of, what_next
from publications.rules.submissions import left_open, missing_from
from reviews import access
from reviews.access import Permission, Refused


@require_GET
def home_office(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show how far quality assurance is: every round, and what is next."""
    review = access.review_or_404(request.user, reference, Permission.QA_READ)
    context = {"review": review, **home_page_of(review, request.user, today=timezone.localdate())}
    return render(request, "publications/home_office.html", context)


@require_http_methods(["GET", "POST"])
def put_together(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.SUBMISSION_MAKE)
    drafts = list(review.drafts.defer("content"))
    form = PutTogetherForm(request.POST or None, drafts=drafts)
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.put_together(
                review=review, draft=form.chosen(), by=request.user, at=timezone.now()
            )
        except (Refused, RenderingUnavailable) as refusal:
            form.add_error(None, str(refusal))
        else:
            notices.done(request, f"{made.name} is put together. Nothing has been sent.")
            return redirect(made)
    context = {"review": review, "form": form, "left_open": left_open(review)}
    return render(request, "publications/put_together.html", context)


@require_GET
def qa_round(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Show one round: the pack, what came back, the points and their answers."""
    found = doors.round_or_404(request.user, reference, number, Permission.QA_READ)
    reader, today = request.user, timezone.localdate()
    points = points_of(found)
    reads_pack = access.has(reader, Permission.SUBMISSION_READ, on=found.review)
    context = {
        "review": found.review,
        "round": found,
        "leaving": leaving_of(
            found.review, "round", reader, found.round, may_leave=not found.is_submitted
        )
        if reads_pack
        else None,
        "items": found.items.all() if reads_pack else [],
        "reads_pack": reads_pack,
        "missing": missing_from(found),
        "left_open": "" if found.is_submitted else left_open(found.review, found),
        "points": points,
        "tally": tally(points),
        "next": what_next(found, reader, has_points=bool(points)),
        "may_make": access.has(reader, Permission.SUBMISSION_MAKE, on=found.review),
        "may_record": access.has(reader, Permission.QA_WRITE, on=found.review),
        "today": today,
    }
    return render(request, "publications/round.html", context)


@require_http_methods(["GET", "POST"])
def add_item(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    found = doors.draft_round_or_404(request.user, reference, number)
    form = AddItemForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        now = timezone.now()
        file = take_file(form, "file", by=request.user, at=now, review_ref=reference)
        if form.is_valid() and file:
            said = {name: form.cleaned_data[name] for name in ("kind", "title")}
            try:
                operations.add_item(
                    submission=found, **said, document=file, by=request.user, at=now
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                notices.done(request, "The file is in the pack.")
                return redirect(found)
    context = {"review": found.review, "round": found, "form": form}
    return render(request, "publications/add_item.html", context)


@require_GET
def item_file(
    request: SignedInRequest, reference: str, number: int, item_id: int
) -> HttpResponseBase:
    item = doors.item_or_404(request.user, reference, number, item_id)
    return delivery.download(item.document, as_name=item.title)


@require_GET
def pack_file(request: SignedInRequest, reference: str, number: int) -> HttpResponseBase:
    """Hand out the whole pack as one archive."""
    found = doors.round_or_404(request.user, reference, number, Permission.QA_READ)
    if not access.has(request.user, Permission.SUBMISSION_READ, on=found.review):
        raise Http404
    try:
        archive = take_pack(submission=found, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
        return redirect(found)
    return delivery.stream_archive(archive, as_name=f"{reference}-round-{number}")


@require_POST
def remove_item(
    request: SignedInRequest, reference: str, number: int, item_id: int
) -> HttpResponse:
    found = doors.draft_round_or_404(request.user, reference, number)
    item = get_object_or_404(found.items.select_related("submission__review"), pk=item_id)
    operations.remove_item(item=item, by=request.user, at=timezone.now())
    notices.done(request, f"“{item.title}” is out of the pack.")
    return redirect(found)


@require_http_methods(["GET", "POST"])
def let_go(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Let a pack go that was not sent."""
    found = doors.draft_round_or_404(request.user, reference, number)
    if request.method == "POST":
        try:
            operations.let_go(submission=found, by=request.user, at=timezone.now())
        except Refused as refusal:
            notices.important(request, str(refusal))
            return redirect(found)
        notices.done(request, f"{found.name} is let go. Nothing was sent.")
        return redirect("publications:home-office", reference)
    context = {"review": found.review, "round": found}
    return render(request, "publications/let_go.html", context)


@require_http_methods(["GET", "POST"])
def submit(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Record that a pack was sent. From then on the Home Office's liaison can open it."""
    found = doors.draft_round_or_404(request.user, reference, number)
    form = SubmitForm(request.POST or None, left_open=left_open(found.review, found))
    if request.method == "POST" and form.is_valid():
        try:
            operations.submit(
                submission=found,
                **form.cleaned_data,
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{found.name} is recorded as sent. Move the review on here.")
            return redirect(found.review)
    context = {"review": found.review, "round": found, "form": form, "missing": missing_from(found)}
    return render(request, "publications/submit.html", context)
