"""The points of a letter: entering, giving out, answering, and the table of answers."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents import delivery
from documents.kinds import DocumentKind
from documents.rendering import RenderingUnavailable
from pages import notices
from panels.operations.rounds import open_round
from panels.views.asking import ask_people, members_to_ask
from publications import access as doors
from publications.forms import points as forms
from publications.models import QaSubmission
from publications.operations import points as operations
from publications.operations.footnotes import print_reason as print_as_footnote
from publications.queries.answers import answers_as_subject, on_paper, points_of, tally
from publications.queries.comparing import compared
from publications.queries.places import may_print, place_href, places_for_footnote
from publications.readers.points import read_points, to_paste
from publications.readers.whole_letter import read_letter
from publications.views.home_office import sent_round_or_404
from reports.access import drafts_for
from reviews import access
from reviews.access import Permission, Refused

KINDS = {"pdf": DocumentKind.PDF, "docx": DocumentKind.DOCX}
WRITE = Permission.QA_WRITE


@require_http_methods(["GET", "POST"])
def enter_points(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Paste the points of a letter, look at what was understood, then keep them."""
    found = sent_round_or_404(request, reference, number)
    context = {"review": found.review, "round": found}
    if "count" in request.POST:
        return keep_points(request, found)
    read = read_letter(found.letter_given.text) if found.letter_given else None
    form = forms.PasteForm(request.POST or None, initial={"pasted": to_paste(read) if read else ""})
    if request.method == "POST" and form.is_valid():
        understood = read_points(form.cleaned_data["pasted"])
        if understood:
            shown = forms.forms_of(understood, members_to_ask(found.review))
            return render(request, "publications/check_points.html", context | {"forms": shown})
        form.add_error("pasted", "No point was found in this. Paste one to a line")
    return render(request, "publications/enter_points.html", context | {"form": form, "read": read})


def keep_points(request: SignedInRequest, found: QaSubmission) -> HttpResponse:
    posted = forms.posted_forms(request.POST, members_to_ask(found.review))
    kept = [form for form in posted if form.is_kept]
    if kept and all(form.is_valid() for form in kept):
        made = operations.enter_points(
            submission=found,
            points=[form.point() for form in kept],
            by=request.user,
            at=timezone.now(),
        )
        notices.done(request, entered(len(made), there=len(kept) - len(made)))
        return redirect(found)
    context = {"review": found.review, "round": found, "forms": posted}
    return render(request, "publications/check_points.html", context)


def entered(made: int, *, there: int) -> str:
    """Say how many points were kept, and how many were there before."""
    points = "1 point is" if made == 1 else f"{made} points are"
    if not there:
        return f"{points} entered."
    before = "1 point was" if there == 1 else f"{there} points were"
    return f"{points} entered. {before} entered before and not entered again."


@require_http_methods(["GET", "POST"])
def add_point(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    found = sent_round_or_404(request, reference, number)
    form = forms.PointForm(request.POST or None, members=members_to_ask(found.review))
    if request.method == "POST" and form.is_valid():
        made = operations.enter_points(
            submission=found, points=[form.point()], by=request.user, at=timezone.now()
        )
        is_new = "The point is entered." if made else "This point was entered before."
        notices.done(request, is_new)
        return redirect(found)
    context = {"review": found.review, "round": found, "form": form, "point": None}
    return render(request, "publications/point_form.html", context)


@require_http_methods(["GET", "POST"])
def change_point(request: SignedInRequest, reference: str, number: int, point: int) -> HttpResponse:
    row = doors.point_or_404(request.user, reference, number, point, WRITE)
    review = row.submission.review
    form = forms.PointForm(
        request.POST or None, members=members_to_ask(review), initial=forms.known(row)
    )
    if request.method == "POST" and form.is_valid():
        operations.change_point(point=row, said=form.point(), by=request.user, at=timezone.now())
        notices.done(request, f"Point {row.number} is changed.")
        return redirect(row)
    context = {"review": review, "round": row.submission, "form": form, "point": row}
    return render(request, "publications/point_form.html", context)


@require_POST
def remove_point(request: SignedInRequest, reference: str, number: int, point: int) -> HttpResponse:
    row = doors.point_or_404(request.user, reference, number, point, WRITE)
    try:
        operations.remove_point(point=row, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, f"Point {point} is taken out.")
    return redirect(row.submission)


@require_http_methods(["GET", "POST"])
def point(request: SignedInRequest, reference: str, number: int, point: int) -> HttpResponse:
    """Show a point with its answers; whoever answers the Home Office answers it here."""
    row = doors.point_or_404(request.user, reference, number, point, Permission.QA_READ)
    review = row.submission.review
    may_answer = access.has(request.user, WRITE, on=review)
    if request.method == "POST" and not may_answer:
        raise Http404
    today = timezone.localdate()
    form = forms.AnswerForm(
        request.POST or None,
        drafts=list(drafts_for(request.user, review).defer("content")),
        initial={"answered_on": today},
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.answer_point(
                point=row,
                **form.answer(),
                seen=seen_by(request),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            return redirect(next_open(request, row.submission, point))
    may_write = access.has(request.user, Permission.DRAFT_WRITE, on=review)
    context = {
        "review": review,
        "round": row.submission,
        "point": row,
        "answers": [(answer, place_href(answer)) for answer in row.answers.all()],
        "form": form if may_answer else None,
        "may_print": may_answer and may_write and may_print(row),
    }
    return render(request, "publications/point.html", context)


@require_http_methods(["GET", "POST"])
def print_reason(request: SignedInRequest, reference: str, number: int, point: int) -> HttpResponse:
    """Choose the paragraph at which the reasons of an answer print as a footnote."""
    row = doors.point_or_404(request.user, reference, number, point, WRITE)
    review = row.submission.review
    if not (access.has(request.user, Permission.DRAFT_WRITE, on=review) and may_print(row)):
        raise Http404
    form = forms.PrintReasonForm(request.POST or None, places=places_for_footnote(review))
    if request.method == "POST" and form.is_valid() and row.answer:
        try:
            print_as_footnote(
                answer=row.answer, place=form.chosen(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The reasons print as a footnote from the next draft on.")
            return redirect(row)
    context = {"review": review, "round": row.submission, "point": row, "form": form}
    return render(request, "publications/print_reason.html", context)


@require_GET
def compare_points(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Show point by point what changed between the draft the letter was about and the next."""
    found = doors.round_or_404(request.user, reference, number, Permission.QA_READ)
    if not access.has(request.user, Permission.DRAFT_READ, on=found.review):
        raise Http404
    context = {
        "review": found.review,
        "round": found,
        "compared": compared(found, request.user),
    }
    return render(request, "publications/compare_points.html", context)


def seen_by(request: SignedInRequest) -> int | None:
    """Return the answer that stood when the writer opened the page; None where there was none."""
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdecimal() else None


def next_open(request: SignedInRequest, found: QaSubmission, done: int) -> str:
    """Return where to go on: the next point without an answer, or all of them."""
    points = points_of(found)
    ahead = next((row for row in points if not row.is_answered and row.number > done), None)
    notices.done(request, f"Point {done} is answered. {tally(points).words}.")
    return ahead.get_absolute_url() if ahead else found.get_absolute_url()


@require_http_methods(["GET", "POST"])
def ask_answers(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Put the answers of a round to the panel to agree."""
    found = doors.round_or_404(request.user, reference, number, Permission.AGREEMENT_RECORD)
    if not found.points.exists():
        raise Http404
    subject = answers_as_subject(found)
    return ask_people(
        request,
        review=found.review,
        subject=subject,
        back=found.get_absolute_url(),
        opening=partial(open_round, review=found.review, subject=subject),
    )


@require_GET
def answers_file(
    request: SignedInRequest, reference: str, number: int, ending: str
) -> HttpResponse:
    """Hand out the table of points and answers as a PDF or a Word file."""
    found = doors.round_or_404(request.user, reference, number, Permission.QA_READ)
    if ending not in KINDS:
        raise Http404
    kind = KINDS[ending]
    try:
        content = on_paper(found, kind=kind)
    except RenderingUnavailable as reason:
        notices.important(request, str(reason))
        return redirect(found)
    return delivery.offer(content, kind=kind, as_name=f"{reference}-answers-round-{number}")
