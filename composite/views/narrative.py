"""Write the story as the report tells it."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from chronologies.models import ChronologyEntry
from chronologies.views.doors import entry_or_404
from composite import rules
from composite.forms.narrative import LeaveOutForm, ParagraphForm
from composite.operations import narrative as operations
from composite.queries import narrative as queries
from composite.queries.scope import scope_of
from composite.views.doors import paragraph_or_404
from pages import notices
from reviews import access
from reviews.access import Permission, Refused, allows
from reviews.models import Review

WRITES = Permission.DRAFT_WRITE
LONGEST_NUMBER = 18  # digits that the database takes


@require_GET
def narrative(request: SignedInRequest, reference: str) -> HttpResponse:
    """Every paragraph with its sources, what is left out, and the key events nobody tells."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_READ_COMPOSITE)
    if not allows(rules.check_can_read_narrative, request.user, review):
        raise Http404
    context = {
        "review": review,
        "narrative": queries.narrative_of(scope_of(review, request.user)),
        "may_write": allows(rules.check_can_narrate, request.user, review),
    }
    return render(request, "composite/narrative.html", context)


@require_http_methods(["GET", "POST"])
def write_paragraph(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write a paragraph from entries that were chosen on the composite."""
    review = access.review_or_404(request.user, reference, WRITES)
    scope = scope_of(review, request.user)
    entries = queries.chosen(scope, numbers(request.GET.getlist("entry")))
    if not entries and request.method == "GET":
        notices.important(request, "Choose entries first: tick them in the composite chronology.")
        return redirect("composite:composite", reference)
    proposal = queries.proposed_text(scope, entries)
    form = ParagraphForm(request.POST or None, initial={"text": proposal})
    if request.method == "POST" and form.is_valid():
        try:
            operations.write_paragraph(
                review=review,
                entries=entries,
                text=form.cleaned_data["text"],
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            notices.done(request, "The paragraph is in the narrative.")
            return redirect("composite:narrative", reference)
    sources = queries.sources_of(scope, [entry.root for entry in entries])
    return show_form(request, review, form, list(sources.values()), heading="Write a paragraph")


@require_http_methods(["GET", "POST"])
def rewrite_paragraph(request: SignedInRequest, reference: str, paragraph_id: int) -> HttpResponse:
    """What was typed is shown again where somebody else was faster."""
    review = access.review_or_404(request.user, reference, WRITES)
    paragraph = paragraph_or_404(review, paragraph_id)
    seen = {"text": paragraph.text, "seen": operations.digest(paragraph.text)}
    form = ParagraphForm(request.POST or None, initial=seen)
    theirs = ""
    if request.method == "POST" and form.is_valid():
        try:
            operations.rewrite(
                paragraph=paragraph, **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            data = request.POST.copy()
            data["seen"] = seen["seen"]
            form = ParagraphForm(data)
            form.add_error(None, str(refusal))
            theirs = paragraph.text
        else:
            notices.done(request, "The paragraph is rewritten.")
            return redirect("composite:narrative", reference)
    scope = scope_of(review, request.user)
    events = [source.event for source in paragraph.sources.all()]
    sources = queries.in_story_order(queries.sources_of(scope, events), events)
    heading = "Rewrite a paragraph"
    return show_form(request, review, form, sources, heading=heading, theirs=theirs)


def show_form(
    request: SignedInRequest,
    review: Review,
    form: ParagraphForm,
    sources: list[queries.Source],
    *,
    heading: str,
    theirs: str = "",
) -> HttpResponse:
    """theirs: what somebody else wrote meanwhile."""
    context = {
        "review": review,
        "form": form,
        "sources": sources,
        "heading": heading,
        "theirs": theirs,
    }
    return render(request, "composite/write_paragraph.html", context)


@require_POST
def move_paragraph(request: SignedInRequest, reference: str, paragraph_id: int) -> HttpResponse:
    review = access.review_or_404(request.user, reference, WRITES)
    paragraph = paragraph_or_404(review, paragraph_id)
    try:
        operations.move(
            paragraph=paragraph,
            up=request.POST.get("to") == "up",
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        notices.important(request, str(refusal))
    return redirect("composite:narrative", reference)


@require_http_methods(["GET", "POST"])
def remove_paragraph(request: SignedInRequest, reference: str, paragraph_id: int) -> HttpResponse:
    """Ask once more, then take a paragraph out."""
    review = access.review_or_404(request.user, reference, WRITES)
    paragraph = paragraph_or_404(review, paragraph_id)
    if request.method == "POST":
        try:
            operations.remove(paragraph=paragraph, by=request.user, at=timezone.now())
        except Refused as refusal:
            notices.important(request, str(refusal))
        else:
            notices.done(request, "The paragraph is taken out. Its entries are undecided again.")
        return redirect("composite:narrative", reference)
    context = {"review": review, "paragraph": paragraph}
    return render(request, "composite/remove_paragraph.html", context)


@require_http_methods(["GET", "POST"])
def leave_out(request: SignedInRequest, reference: str, entry_id: int) -> HttpResponse:
    """Leave an entry out of the narrative, with a reason."""
    entry = narrated_or_404(request, reference, entry_id)
    form = LeaveOutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.leave_out(
                entry=entry,
                reason=form.cleaned_data["reason"],
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            notices.done(request, "The entry is left out of the narrative.")
            return redirect("composite:narrative", reference)
    review = entry.submission.involvement.review
    scope = scope_of(review, request.user)
    sources = list(queries.sources_of(scope, [entry.root]).values())
    context = {"review": review, "entry": entry, "form": form, "sources": sources}
    return render(request, "composite/leave_out.html", context)


@require_POST
def bring_back(request: SignedInRequest, reference: str, entry_id: int) -> HttpResponse:
    entry = narrated_or_404(request, reference, entry_id)
    try:
        operations.bring_back(entry=entry, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, "The entry is undecided again.")
    return redirect("composite:narrative", reference)


def narrated_or_404(request: SignedInRequest, reference: str, entry_id: int) -> ChronologyEntry:
    """Return an entry to those who write the report."""
    access.review_or_404(request.user, reference, WRITES)
    return entry_or_404(request.user, reference, entry_id)


def numbers(asked: list[str]) -> list[int]:
    """Return the numbers that an address says. Raises Http404 for what is no entry's number."""
    if any(not one.isdecimal() or len(one) > LONGEST_NUMBER for one in asked):
        raise Http404
    return [int(one) for one in asked]
