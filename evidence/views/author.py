"""The task of whoever writes for an agency, and who that is."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from documents.models import Document
from evidence import access as doors
from evidence.forms.authors import AuthorForm, AuthorForThemForm
from evidence.models import AuthorDeclaration, IndividualManagementReview, latest_of_each
from evidence.models.author_declaration import WHAT_TO_DO
from evidence.operations import imr_authors
from evidence.queries.steps import author_task as task_of
from evidence.queries.steps import may_open, steps_of
from evidence.views.imr_asking import address, ask, provenance_of
from pages import notices
from reviews import access
from reviews.access import Permission, Refused


@require_GET
def author_task(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Everything that an agency has to do, as one list to come back to."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.EVIDENCE_STATUS
    )
    task = task_of(request.user, part, today=timezone.localdate())
    if task is None or not may_open(request.user, part, task.imr):
        raise Http404
    context = {
        "review": part.review,
        "part": part,
        "task": task,
        "steps": steps_of(task),
        "is_inside": doors.follows(request.user, part),
        "today": task.today,
    }
    return render(request, "evidence/author_task.html", context)


@require_http_methods(["GET", "POST"])
def declare_author(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Say who writes and how independent they are: oneself, or entered for the author."""
    imr = doors.imr_or_404(request.user, reference, involvement_id, Permission.IMR_WRITE)
    part, now, today = imr.involvement, timezone.now(), timezone.localdate()
    is_me = access.has_own(request.user, Permission.IMR_WRITE, on=part)
    kind = AuthorForm if is_me else AuthorForThemForm
    declared = declared_last(imr, request.user.pk) if is_me else None
    form = kind(
        request.POST or None,
        request.FILES or None,
        kind=imr.kind,
        changing=AuthorForm.initial_of(declared),
    )
    if request.method == "POST":
        original = None
        if not is_me:
            original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            try:
                made = imr_authors.declare_author(
                    imr=imr,
                    author=form.author(full_name=request.user.full_name),
                    declared_on=today if is_me else form.cleaned_data["given_on"],
                    provenance=provenance_of(form, original),
                    today=today,
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.refuse(refusal)
            else:
                return answer_to(request, imr, made, is_me=is_me)
    return ask(
        request,
        part,
        form,
        heading="Who are you, and are you independent?" if is_me else "Name the author",
        button="Declare this" if is_me else "Record the declaration",
        back=address(part, "author-task" if is_me else "imr"),
        lede="What you declare is kept, and read by the chair and the partnership."
        if is_me
        else "The questions are put to the author. Answer as they did.",
        **standing_of(imr, declared),
    )


def standing_of(
    imr: IndividualManagementReview, declared: AuthorDeclaration | None
) -> dict[str, object]:
    """Return what to know before declaring: who is named now, and what one said oneself."""
    other = imr.author if imr.author and imr.author != declared else None
    blocked = bool(declared and not declared.may_write(imr.kind))
    return {
        "named_now": other,
        "stopped": WHAT_TO_DO if blocked else "",
        "stopped_by": declared.disqualifying if declared and blocked else [],
    }


def declared_last(imr: IndividualManagementReview, user_id: int) -> AuthorDeclaration | None:
    rows = latest_of_each(imr.declarations.all())
    return next((row for row in rows if row.user_id == user_id), None)


def answer_to(
    request: SignedInRequest,
    imr: IndividualManagementReview,
    made: AuthorDeclaration,
    *,
    is_me: bool,
) -> HttpResponse:
    part = imr.involvement
    if not made.may_write(imr.kind):
        notices.important(
            request,
            f"The declaration is kept. {made.full_name} cannot write the {imr.kind.noun}.",
        )
        return redirect(address(part, "declare-author"))
    notices.done(request, f"{made.full_name} is named as the author.")
    return redirect(address(part, "author-task" if is_me else "imr"))


@require_GET
def declaration_file(
    request: SignedInRequest, reference: str, involvement_id: int, declaration_id: int
) -> HttpResponseBase:
    """Hand out the original that a declaration was entered from."""
    imr = doors.imr_or_404(request.user, reference, involvement_id, Permission.EVIDENCE_STATUS)
    declared = imr.declarations.filter(pk=declaration_id)
    return delivery.download(get_object_or_404(Document, pk__in=declared.values("original")))
