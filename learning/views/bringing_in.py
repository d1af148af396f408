"""Reports that were published elsewhere or before: bring one in, look through it, record it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents.delivery import download
from documents.forms import take_file
from documents.models import Document
from learning import access
from learning.forms.bringing_in import BringInForm, LineForm, forms_of, lines_said
from learning.models import LessonKind, ReportReading
from learning.operations import bringing_in as operations
from learning.readers.lines import Take, from_data
from pages import notices
from reviews.access import Refused


@require_GET
def reports(request: SignedInRequest, slug: str) -> HttpResponse:
    """List the reports that were brought in, the latest first, and those still to be confirmed."""
    today = timezone.localdate()
    place = access.place_or_404(request.user, slug, today=today)
    of_kind = Count("lessons", filter=Q(lessons__kind=LessonKind.RECOMMENDATION))
    keeps = access.keeps(request.user, place, today=today)
    waiting = ReportReading.objects.filter(partnership=place, recorded_as=None)
    context = {
        "partnership": place,
        "reports": place.past_reviews.annotate(
            recommended=of_kind, learnt=Count("lessons") - of_kind
        ),
        "waiting": waiting if keeps else [],
        "keeps": keeps,
    }
    return render(request, "learning/reports.html", context)


@require_http_methods(["GET", "POST"])
def bring_in(request: SignedInRequest, slug: str) -> HttpResponse:
    """Ask for a report, and read it."""
    today, now = timezone.localdate(), timezone.now()
    place = access.kept_place_or_404(request.user, slug, today=today)
    form = BringInForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        document = take_file(form, "report", by=request.user, at=now)
        if form.is_valid():
            try:
                reading = operations.read(
                    place=place,
                    report=report_in(form.cleaned_data),
                    document=document,
                    pasted=form.cleaned_data["pasted"],
                    today=today,
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                return redirect("learning:look-through", slug, reading.pk)
    return render(request, "learning/bring_in.html", {"partnership": place, "form": form})


def report_in(said: dict[str, Any]) -> operations.Report:
    return operations.Report(
        **{name: said[name] for name in ("title", "published_by", "published_in", "link")}
    )


@require_http_methods(["GET", "POST"])
def look_through(request: SignedInRequest, slug: str, reading_id: int) -> HttpResponse:
    """Show what was read line by line; somebody puts it right, and then records it."""
    today, now = timezone.localdate(), timezone.now()
    place = access.kept_place_or_404(request.user, slug, today=today)
    reading = access.reading_or_404(place, reading_id)
    lines = from_data(reading.lines)
    filled = forms_of(lines, request.POST if request.method == "POST" else None)
    refused = ""
    if request.method == "POST" and are_valid(filled):
        acting: dict[str, Any] = {"today": today, "by": request.user}
        try:
            reading = operations.look_through(
                reading=reading, lines=lines_said(filled), **acting, at=now
            )
            if "record" not in request.POST:
                return redirect("learning:look-through", slug, reading.pk)
            past = operations.record(reading=reading, **acting, at=now)
        except Refused as refusal:
            refused = str(refusal)
        else:
            notices.done(request, f"“{past.title}” is searched from now on.")
            return redirect("learning:reports", slug)
    context = {
        "partnership": place,
        "reading": reading,
        "lines": filled,
        "taken": sum(one.take != Take.LEFT_OUT for one in lines),
        "left_out": sum(one.take == Take.LEFT_OUT for one in lines),
        "refused": refused,
    }
    return render(request, "learning/look_through.html", context)


def are_valid(filled: Iterable[LineForm]) -> bool:
    """Test every form, so that each says what is wrong with it."""
    answers = [form.is_valid() for form in filled]
    return all(answers)


@require_POST
def drop(request: SignedInRequest, slug: str, reading_id: int) -> HttpResponse:
    """Forget what was read and not recorded."""
    today = timezone.localdate()
    place = access.kept_place_or_404(request.user, slug, today=today)
    reading = access.reading_or_404(place, reading_id)
    operations.drop(reading=reading, today=today, by=request.user)
    notices.done(request, "Nothing of it was recorded.")
    return redirect("learning:reports", slug)


@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, slug: str, past_id: int) -> HttpResponse:
    """Take a report out again that was brought in by mistake."""
    today = timezone.localdate()
    place = access.kept_place_or_404(request.user, slug, today=today)
    past = access.past_review_or_404(place, past_id)
    if request.method == "POST":
        operations.remove(past=past, today=today, by=request.user, at=timezone.now())
        notices.done(request, "The report is taken out. It stays where it was published.")
        return redirect("learning:reports", slug)
    return render(request, "learning/remove_report.html", {"partnership": place, "past": past})


@require_GET
def report_file(request: SignedInRequest, slug: str, past_id: int) -> HttpResponseBase:
    """Hand out the file that a report was read from."""
    place = access.place_or_404(request.user, slug, today=timezone.localdate())
    past = access.past_review_or_404(place, past_id)
    return download(get_object_or_404(Document, pk=past.document_id))
