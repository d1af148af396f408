"""What was understood of a file and what not, with a field to mend each row."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from chronologies import rules
from chronologies.forms.columns import ColumnsForm
from chronologies.forms.sending import DateForm, MendForm, SetAsideForm
from chronologies.models import ChronologyRow, ChronologySubmission
from chronologies.operations import rows as operations
from chronologies.operations.columns import choose_columns
from chronologies.queries import submissions as queries
from chronologies.views import doors
from chronologies.views.doors import posted
from documents import delivery
from pages import notices
from reviews.access import Refused, allows


@require_GET
def submission(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    return show(request, found)


def show(request: SignedInRequest, found: ChronologySubmission, **typed: Any) -> HttpResponse:
    """
    Show a file as it was read.

    typed: `mend`, `dated` or `aside`: the number of a row and its form, where what was typed
    cannot be taken in.
    """
    may_work = allows(rules.check_can_work_on, request.user, found)
    rejected = Paginator(queries.rejected_rows(found), queries.AT_ONCE)
    rejected.count = found.rows_rejected  # known: no need to count
    page = rejected.get_page(request.GET.get("page"))
    undated = queries.undated_entries(found)
    context = {
        "review": found.involvement.review,
        "part": found.involvement,
        "submission": found,
        "page": page,
        "problems": [problem(row, typed) for row in page],
        "undated": undated,
        "asked": [asked(entry, typed) for entry in undated.entries],
        "set_aside": queries.rows_set_aside(found),
        "tables": queries.tables_read(found),
        "form": next((form for _, form in typed.values()), None),
        "may_work": may_work,
        "may_submit": allows(rules.check_can_submit, request.user, found),
        "may_sign_off": allows(rules.check_can_sign_off_somehow, request.user, found),
        "may_take_back": rules.is_submitter(request.user, found) and found.waits_for_sign_off,
        "may_release": allows(rules.check_can_release, request.user, found),
        "may_unrelease": allows(rules.check_can_take_back, request.user, found, "a reason"),
        "is_inside": doors.is_inside(request.user, found.involvement),
        "takes_long": found.takes_long(timezone.now()),
    }
    return render(request, "chronologies/submission.html", context)


def problem(row: ChronologyRow, typed: dict[str, Any]) -> dict[str, Any]:
    """Return a rejected row with its two forms, those that were typed in before as they were."""
    mend_number, mend = typed.get("mend", (None, None))
    aside_number, aside = typed.get("aside", (None, None))
    return {
        "row": row,
        "mend": mend if mend_number == row.number else MendForm.of(row),
        "aside": aside if aside_number == row.number else SetAsideForm(prefix=f"aside{row.number}"),
        "aside_is_open": aside_number == row.number,
    }


def asked(entry: Any, typed: dict[str, Any]) -> dict[str, Any]:
    number, form = typed.get("dated", (None, None))
    is_typed = number == entry.row.number
    return {"entry": entry, "form": form if is_typed else date_form(entry.row.number)}


def date_form(number: int, data: Any = None) -> DateForm:
    return DateForm(data, prefix=f"date{number}")


@require_POST
def mend_row(
    request: SignedInRequest, reference: str, involvement_id: int, number: int, row_number: int
) -> HttpResponse:
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    row = doors.row_or_404(found, row_number)
    form = MendForm.of(row, request.POST)
    if form.is_valid():
        try:
            operations.mend_row(row=row, **form.cleaned_data, by=request.user, at=timezone.now())
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{capfirst(row.place)} is taken in.")
            return redirect(found)
    return show(request, found, mend=(row_number, form))


@require_POST
def set_aside_row(
    request: SignedInRequest, reference: str, involvement_id: int, number: int, row_number: int
) -> HttpResponse:
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    row = doors.row_or_404(found, row_number)
    form = SetAsideForm(request.POST, prefix=f"aside{row_number}")
    if form.is_valid():
        try:
            operations.set_aside_row(
                row=row, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            undo = found.address("bring-back-row", row_number)
            notices.done(request, f"{capfirst(row.place)} is set aside.", undo=undo)
            return redirect(found)
    return show(request, found, aside=(row_number, form))


@require_POST
def bring_back_row(
    request: SignedInRequest, reference: str, involvement_id: int, number: int, row_number: int
) -> HttpResponse:
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    row = doors.row_or_404(found, row_number)
    operations.bring_back_row(row=row, by=request.user, at=timezone.now())
    notices.done(request, f"{capfirst(row.place)} is asked about again.")
    return redirect(found)


@require_POST
def give_date(
    request: SignedInRequest, reference: str, involvement_id: int, number: int, row_number: int
) -> HttpResponse:
    """Keep the date of an entry without one; a button of its own says that it is not known."""
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    entry = doors.undated_or_404(found, row_number)
    name = f"date{row_number}-date_typed"
    data = {name: operations.NOT_KNOWN} if "not_known" in request.POST else request.POST
    form = date_form(row_number, data)
    if form.is_valid():
        try:
            operations.give_date(
                entry=entry, **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"The date of {entry.row.place} is kept.")
            return redirect(found)
    return show(request, found, dated=(row_number, form))


@require_http_methods(["GET", "POST"])
def columns(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    """Say what the columns of a file hold where the guess was wrong."""
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    if not allows(rules.check_can_work_on, request.user, found):
        raise Http404
    form = ColumnsForm(posted(request)[0], tables=found.tables)
    if request.method == "POST" and form.is_valid():
        try:
            choose_columns(
                submission=found,
                columns=[form.columns_of(place) for place in range(len(found.tables))],
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            notices.done(request, "The file is read with these columns.")
            return redirect(found)
    context = {
        "review": found.involvement.review,
        "part": found.involvement,
        "submission": found,
        "form": form,
        "is_inside": doors.is_inside(request.user, found.involvement),
    }
    return render(request, "chronologies/columns.html", context)


@require_GET
def entries(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    """Show every entry of one file, in story order."""
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    page = Paginator(queries.entries_of(found), 50).get_page(request.GET.get("page"))
    context = {
        "review": found.involvement.review,
        "part": found.involvement,
        "submission": found,
        "page": page,
        "entries": queries.as_read(page),
        "is_inside": doors.is_inside(request.user, found.involvement),
    }
    return render(request, "chronologies/entries.html", context)


@require_GET
def file(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponseBase:
    """Hand out the file as it was sent."""
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    return delivery.download(found.document)


@require_GET
def original(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponseBase:
    """Hand out the email or letter that a file was entered from."""
    found = doors.submission_or_404(request.user, reference, involvement_id, number)
    if found.original is None:
        raise Http404
    return delivery.download(found.original)
