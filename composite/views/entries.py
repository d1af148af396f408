"""One entry: its words, where it stands in its agency's file, and what chair and panel say."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from chronologies.models import ChronologyEntry
from chronologies.rules import check_can_read_submission
from chronologies.views.doors import entry_or_404, is_inside
from composite import rules
from composite.forms.marks import CommentForm, WeighForm
from composite.operations import marks as operations
from composite.queries.lines import published, wording
from composite.queries.marks import marks_of, may_read_marks
from composite.queries.narrative import standing_in_narrative
from composite.queries.pseudonyms import pseudonyms_of
from composite.queries.scope import Scope, may_name
from composite.queries.wordings import wordings_of
from composite.views.doors import comment_or_404, notable_or_404
from pages import notices
from panels.queries.terms import lines_of_enquiry
from reviews.access import Refused, allows


@require_GET
def entry(request: SignedInRequest, reference: str, entry_id: int) -> HttpResponse:
    found = entry_or_404(request.user, reference, entry_id)
    return show(request, found)


@require_POST
def weigh(request: SignedInRequest, reference: str, entry_id: int) -> HttpResponse:
    """
    Say how much an event matters and on which lines of enquiry it bears.

    Where somebody else was faster, both are shown: theirs as it stands, and what was chosen here.
    """
    found = notable_or_404(request.user, reference, entry_id)
    lines = lines_of_enquiry(found.submission.involvement.review)
    form = WeighForm(request.POST, lines=lines)
    if not form.is_valid():
        return show(request, found, weigh_form=form)
    try:
        operations.weigh(entry=found, **form.cleaned_data, by=request.user, at=timezone.now())
    except Refused as refusal:
        data = request.POST.copy()
        data["seen"] = operations.standing_of(found)
        form = WeighForm(data, lines=lines)
        form.add_error(None, str(refusal))
        return show(request, found, weigh_form=form)
    notices.done(request, "What this event means is kept.")
    return redirect("composite:entry", reference, entry_id)


@require_POST
def comment(request: SignedInRequest, reference: str, entry_id: int) -> HttpResponse:
    found = notable_or_404(request.user, reference, entry_id)
    form = CommentForm(request.POST)
    if not form.is_valid():
        return show(request, found, comment_form=form)
    try:
        operations.comment(entry=found, **form.cleaned_data, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, "Your comment is kept.")
    return redirect("composite:entry", reference, entry_id)


@require_http_methods(["GET", "POST"])
def take_back_comment(
    request: SignedInRequest, reference: str, entry_id: int, comment_id: int
) -> HttpResponse:
    """Ask once more, then take one's own comment back."""
    found = notable_or_404(request.user, reference, entry_id)
    comment = comment_or_404(found, comment_id)
    try:
        rules.check_can_take_back(request.user, comment)
    except Refused as refusal:
        notices.important(request, str(refusal))
        return redirect("composite:entry", reference, entry_id)
    if request.method == "POST":
        operations.take_back(comment=comment, by=request.user, at=timezone.now())
        notices.done(request, "Your comment is taken back.")
        return redirect("composite:entry", reference, entry_id)
    context = {"review": comment.review, "entry": found, "comment": comment}
    return render(request, "composite/take_back_comment.html", context)


def show(
    request: SignedInRequest,
    found: ChronologyEntry,
    *,
    weigh_form: WeighForm | None = None,
    comment_form: CommentForm | None = None,
) -> HttpResponse:
    """weigh_form, comment_form: what was filled in with a fault, to be shown again."""
    submission, review = found.submission, found.submission.involvement.review
    names = may_name(review, request.user)
    scope = Scope(review=review, standing=[submission])
    pseudonyms = None if names else pseudonyms_of(review)
    reads_file = allows(check_can_read_submission, request.user, submission)
    reads_marks = may_read_marks(review, request.user)
    lines = lines_of_enquiry(review) if reads_marks else []
    marks = marks_of(
        scope,
        [found.root],
        reader=request.user,
        enquiries=lines,
        say=wording(pseudonyms),
    )[found.root]
    chosen = {
        "weight": marks.weight,
        "enquiries": [str(line.root) for line in marks.enquiries],
        "seen": operations.standing_of(found) if reads_marks else "",
    }
    context = {
        "review": review,
        "part": submission.involvement,
        "entry": found,
        "row": found.row,
        "line": next(published([found], scope, pseudonyms=pseudonyms)),
        "submission": submission,
        "names": names,
        "reads_file": reads_file,
        "wordings": wordings_of(found, reads_file=reads_file, pseudonyms=pseudonyms),
        "is_inside": is_inside(request.user, submission.involvement),
        "reads_marks": reads_marks,
        "marks": marks,
        "narration": standing_in_narrative(review, found.root)
        if allows(rules.check_can_narrate, request.user, review)
        else None,
        "may_note": reads_marks and allows(rules.check_can_note, request.user, found),
        "weigh_form": weigh_form or WeighForm(initial=chosen, lines=lines),
        "comment_form": comment_form or CommentForm(),
        "form": weigh_form or comment_form,
    }
    return render(request, "composite/entry.html", context)
