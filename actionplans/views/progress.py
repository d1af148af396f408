"""How an action goes: reported by its lead agency or for it, and checked by somebody else."""

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from actionplans import access as doors
from actionplans.cycle import ActionStatus
from actionplans.forms.plan import (
    EVIDENCE,
    AssuranceForm,
    ReportForm,
    ReportForThemForm,
    ReportOfOthersForm,
)
from actionplans.models import Action, EvidenceFile
from actionplans.operations import progress as operations
from actionplans.rules import plan as rules
from actionplans.rules.updates import contradictions_of, remarks_on
from actionplans.views.actions import crumbs_to
from actionplans.views.asking import ask, succeeds
from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices
from reviews.access import allows


@require_http_methods(["GET", "POST"])
def report(request: SignedInRequest, reference: str, action_id: int) -> HttpResponse:
    """Report on an action: as its lead agency, or for it with where it comes from."""
    action = doors.reported_action_or_404(request.user, reference, action_id)
    form = form_for(request, action)
    if request.method == "POST":
        now = timezone.now()
        names = [name for name in (*EVIDENCE, "original") if name in form.fields]
        files = {
            name: take_file(form, name, by=request.user, at=now, review_ref=reference)
            for name in names
        }
        if form.is_valid() and succeeds(
            form,
            operations.report_progress,
            action=action,
            report=form.report(),
            documents=[file for name in EVIDENCE if (file := files[name])],
            provenance=form.provenance(files.get("original")),
            today=timezone.localdate(),
            by=request.user,
            at=now,
        ):
            notices.done(request, f"What was reported on {action.name.lower()} is in its log.")
            return redirect(action)
    return ask(
        request,
        action.recommendation.review,
        form,
        heading=f"Report on {action.name.lower()}",
        quoted=action.text,
        button="Add to the log",
        back=action.get_absolute_url(),
        crumbs=crumbs_to(request, action),
    )


def form_for(request: SignedInRequest, action: Action) -> ReportForm:
    """Return the form: in person, for the lead agency, or either where no agency leads."""
    kind: type[ReportForm] = ReportForThemForm
    if action.lead is None:
        kind = ReportOfOthersForm
    elif doors.reports_in_person(request.user, action):
        kind = ReportForm
    return kind(
        request.POST or None,
        request.FILES or None,
        choices=claims_open_to(request, action),
        initial={"on": timezone.localdate()},
    )


def claims_open_to(request: SignedInRequest, action: Action) -> list[ActionStatus]:
    """Return the statuses that follow from here and that this person may claim."""
    statuses = [ActionStatus(row.to) for row in action.moves]
    return [to for to in statuses if allows(rules.check_claim, request.user, action, to)]


@require_http_methods(["GET", "POST"])
def assure(request: SignedInRequest, reference: str, action_id: int) -> HttpResponse:
    """Record what a check of an action that is reported done has shown."""
    action = doors.checked_action_or_404(request.user, reference, action_id)
    if request.method == "GET":
        rules.check_can_assure(request.user, action)
    disagreements = remarks_on(action)
    form = AssuranceForm(
        request.POST or None,
        request.FILES or None,
        disagrees=bool(contradictions_of(action)),
        initial={"assured_on": timezone.localdate()},
    )
    if request.method == "POST":
        now = timezone.now()
        document = take_file(form, "document", by=request.user, at=now, review_ref=reference)
        if form.is_valid() and succeeds(
            form,
            operations.assure,
            action=action,
            **{name: form.cleaned_data[name] for name in ("holds", "words", "assured_on")},
            despite=form.cleaned_data.get("despite", ""),
            document=document,
            today=timezone.localdate(),
            by=request.user,
            at=now,
        ):
            said = "done and checked" if form.cleaned_data["holds"] else "open again"
            notices.done(request, f"{action.name} is {said}.")
            return redirect(action)
    return ask(
        request,
        action.recommendation.review,
        form,
        heading=f"Check {action.name.lower()}",
        lede="Where it is not done, the action is open again and the log says why.",
        quoted=f"{action.text}\n{action.outcome}",
        disagreements=disagreements,
        button="Record the check",
        back=action.get_absolute_url(),
        crumbs=crumbs_to(request, action),
    )


@require_GET
def progress_file(
    request: SignedInRequest, reference: str, action_id: int, note_id: int, which: str
) -> HttpResponseBase:
    """Hand out what came with a report: the document that shows it, or the original."""
    action = doors.action_or_404(request.user, reference, action_id)
    notes = action.progress_notes.select_related("document", "original")
    note = get_object_or_404(notes, pk=note_id)
    document = {"document": note.document, "original": note.original}.get(which)
    if document is None:
        raise Http404
    return delivery.download(document)


@require_GET
def assurance_file(
    request: SignedInRequest, reference: str, action_id: int, assurance_id: int
) -> HttpResponseBase:
    """Hand out what shows that an action was checked."""
    action = doors.action_or_404(request.user, reference, action_id)
    found = get_object_or_404(action.assurances.select_related("document"), pk=assurance_id)
    if found.document is None:
        raise Http404
    return delivery.download(found.document)


@require_GET
def evidence_file(
    request: SignedInRequest, reference: str, action_id: int, file_id: int
) -> HttpResponseBase:
    """Hand out a further file of a report, or of a milestone."""
    action = doors.action_or_404(request.user, reference, action_id)
    of_action = Q(note__action=action) | Q(milestone__action=action)
    rows = EvidenceFile.objects.filter(of_action).select_related("document")
    return delivery.download(get_object_or_404(rows, pk=file_id).document)
