"""The figures of a report: add a picture, say what each shows, take a picture away."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from documents.forms import take_file
from pages import notices
from reports import access as doors
from reports.forms.figures import DrawnWordsForm, FigureWordsForm, PictureForm
from reports.models import ReportFigure
from reports.operations import figures as operations
from reports.queries.figures import figures_page, warnings_in
from reports.rules.sections import check_can_write
from reviews import access
from reviews.access import Permission, Refused, allows
from reviews.models import Review


@require_http_methods(["GET", "POST"])
def figures(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show the figures there are, and take in a picture."""
    review = access.review_or_404(request.user, reference, Permission.DRAFT_WRITE)
    form = PictureForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and (added := picture_in(request, review, form)):
        notices.done(request, f"The picture is kept. Put [={added.sign}] into a section.")
        return redirect("reports:figures", reference)
    context = {
        "review": review,
        "form": form,
        "figures": figures_page(review),
        "may_write": allows(check_can_write, request.user, review),
    }
    return render(request, "reports/figures.html", context)


def picture_in(request: SignedInRequest, review: Review, form: PictureForm) -> ReportFigure | None:
    """Keep the picture of a form; what is wrong with it becomes an error of the form."""
    now = timezone.now()
    document = take_file(form, "file", by=request.user, at=now, review_ref=review.reference)
    if document is None or not form.is_valid():
        return None
    caption, alt = form.cleaned_data["caption"], form.cleaned_data["alt"]
    try:
        return operations.add_picture(
            review=review, document=document, caption=caption, alt=alt, by=request.user, at=now
        )
    except Refused as refusal:
        form.add_error(refusal.field or None, str(refusal))
        return None


@require_http_methods(["GET", "POST"])
def figure(request: SignedInRequest, reference: str, sign: str) -> HttpResponse:
    """Word a figure, or take a picture away."""
    found = doors.figure_or_404(request.user, reference, sign)
    if "remove" in request.POST and found.is_picture:
        return remove(request, found)
    words = {"caption": found.caption, "alt": found.alt}
    kind = FigureWordsForm if found.is_picture else DrawnWordsForm
    form = kind(request.POST or None, changing=words)
    if request.method == "POST" and form.is_valid():
        try:
            operations.word_figure(
                figure=found, **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The words are recorded.")
            return redirect("reports:figures", reference)
    context = {
        "review": found.review,
        "row": found,
        "form": form,
        "warnings": warnings_in(found.review, [str(form[name].value() or "") for name in words]),
        "may_write": allows(check_can_write, request.user, found.review),
    }
    return render(request, "reports/figure.html", context)


def remove(request: SignedInRequest, found: ReportFigure) -> HttpResponse:
    try:
        operations.remove_picture(figure=found, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, "The picture is taken away. Drafts that show it keep it.")
    return redirect("reports:figures", found.review.reference)
