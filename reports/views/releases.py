"""The copies of a draft: which there are, releasing one, and what becomes of it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents import delivery
from documents.kinds import DocumentKind
from documents.rendering import RenderingUnavailable
from families.models import Side
from families.queries.compartment import people_of
from pages import notices
from reports import access as doors
from reports.forms.releases import HandOverForm, ReleaseToForm, ReturnForm
from reports.models import DraftRelease
from reports.operations import releases as operations
from reports.queries import releases as queries
from reports.queries.drafts import chapters_by_anchor
from reports.queries.readers import names_on_panel
from reviews import access
from reviews.access import Permission, Refused


@require_GET
def copies(request: SignedInRequest, reference: str, number: int, side: Side) -> HttpResponse:
    """The copies to one side. Those of the other stand on a page of their own."""
    review = access.review_or_404(request.user, reference, Permission.FAMILY_READ)
    draft = doors.draft_or_404(request.user, reference, number)
    is_perpetrators = side == Side.PERPETRATOR
    context = {
        "review": review,
        "draft": draft,
        "is_perpetrators": is_perpetrators,
        "lines": queries.releases_of(
            draft, of_perpetrators=is_perpetrators, today=timezone.localdate()
        ),
        "may_write": access.has(request.user, Permission.DRAFT_WRITE, on=review),
    }
    return render(request, "reports/copies.html", context)


@require_http_methods(["GET", "POST"])
def release_to(request: SignedInRequest, reference: str, number: int, side: Side) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.FAMILY_READ)
    draft = doors.draft_or_404(request.user, reference, number, Permission.DRAFT_WRITE)
    today = timezone.localdate()
    form = ReleaseToForm(
        request.POST or None,
        contacts=people_of(review, side, request.user),
        chapters=chapters_by_anchor(draft),
        panel=names_on_panel(review, today=today),
        parts=list(review.involvements.select_related("agency")),
        is_perpetrators=side == Side.PERPETRATOR,
        today=today,
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.release_to(
                draft=draft,
                reader=form.reader(),
                means=form.cleaned_data["means"],
                time=form.time(),
                chapters=form.cleaned_data["chapters"],
                consent=form.consent(),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{made.name} is released.")
            return redirect(made)
    context = {"review": review, "draft": draft, "form": form}
    return render(request, "reports/release_to.html", context)


@require_GET
def release(request: SignedInRequest, reference: str, number: int, copy: int) -> HttpResponse:
    return show(request, copy_or_404(request, reference, number, copy))


def show(request: SignedInRequest, held: DraftRelease, *, refused: str = "") -> HttpResponse:
    today = timezone.localdate()
    review, codes = held.draft.review, queries.codes_of(held)
    line = queries.line_of(held, codes, today=today)
    context = {
        "review": review,
        "draft": held.draft,
        "release": held,
        "line": line,
        "titles": queries.titles_in(held),
        "codes": codes,
        "is_open": held.is_open(today) and not line.is_withheld,
        "may_write": access.has(request.user, Permission.DRAFT_WRITE, on=review),
        "refused": refused,
    }
    return render(request, "reports/release.html", context)


@require_GET
def print_copy(request: SignedInRequest, reference: str, number: int, copy: int) -> HttpResponse:
    """Hand out the numbered print, with its reader's name across every page."""
    held = copy_or_404(request, reference, number, copy, Permission.DRAFT_WRITE)
    try:
        content = queries.printed(held)
    except (Refused, RenderingUnavailable) as reason:
        return show(request, held, refused=str(reason))
    name = f"{reference}-draft-{number}-copy-{copy}"
    return delivery.offer(content, kind=DocumentKind.PDF, as_name=name)


@require_http_methods(["GET", "POST"])
def hand_over(request: SignedInRequest, reference: str, number: int, copy: int) -> HttpResponse:
    held = copy_or_404(request, reference, number, copy, Permission.DRAFT_WRITE)
    today = timezone.localdate()
    form = HandOverForm(request.POST or None, initial={"on": today, "until_on": held.until_on})
    if request.method == "POST" and form.is_valid():
        try:
            operations.hand_over(
                release=held,
                on=form.cleaned_data["on"],
                time=form.time(),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The print is in their hands.")
            return redirect(held)
    context = {"review": held.draft.review, "draft": held.draft, "release": held, "form": form}
    return render(request, "reports/hand_over.html", context)


@require_http_methods(["GET", "POST"])
def take_back(request: SignedInRequest, reference: str, number: int, copy: int) -> HttpResponse:
    held = copy_or_404(request, reference, number, copy, Permission.DRAFT_WRITE)
    today = timezone.localdate()
    form = ReturnForm(request.POST or None, initial={"on": today})
    if request.method == "POST" and form.is_valid():
        try:
            operations.take_back(
                release=held, on=form.cleaned_data["on"], today=today, by=request.user,
                at=timezone.now(),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The print is back. Now enter what is written on it.")
            return redirect(held)
    context = {"review": held.draft.review, "draft": held.draft, "release": held, "form": form}
    return render(request, "reports/take_back.html", context)


@require_http_methods(["GET", "POST"])
def recall(request: SignedInRequest, reference: str, number: int, copy: int) -> HttpResponse:
    """Ask once more, and close the copy: nothing opens it again."""
    held = copy_or_404(request, reference, number, copy, Permission.DRAFT_WRITE)
    if request.method == "GET":
        context = {"review": held.draft.review, "draft": held.draft, "release": held}
        return render(request, "reports/recall_copy.html", context)
    try:
        operations.recall(release=held, by=request.user, at=timezone.now())
    except Refused as refusal:  # a button that was pressed twice
        return show(request, held, refused=str(refusal))
    notices.done(request, f"{held.name} is recalled. It opens nothing any more.")
    return redirect(held)


@require_POST
def code(request: SignedInRequest, reference: str, number: int, copy: int) -> HttpResponse:
    """Show a code to be read out. It stands on this page and on no other, this once."""
    held = copy_or_404(request, reference, number, copy, Permission.DRAFT_WRITE)
    try:
        told = operations.code_by_telephone(
            release=held, today=timezone.localdate(), by=request.user, at=timezone.now()
        )
    except Refused as refusal:
        return show(request, held, refused=str(refusal))
    context = {"review": held.draft.review, "draft": held.draft, "release": held, "code": told}
    return render(request, "reports/reading_code.html", context)


def copy_or_404(
    request: SignedInRequest,
    reference: str,
    number: int,
    copy: int,
    permission: Permission = Permission.DRAFT_READ,
) -> DraftRelease:
    """Return one copy of a draft to whoever reads the compartment. Raises Http404."""
    access.review_or_404(request.user, reference, Permission.FAMILY_READ)
    draft = doors.draft_or_404(request.user, reference, number, permission)
    rows = draft.releases.select_related("contact", "consent_of__agency", "link")
    held = get_object_or_404(rows, number=copy)
    held.draft = draft
    return held
