"""The record for the Home Office's library: kept by the officer, handed out as JSON and CSV."""

from typing import Any

from django.forms.models import model_to_dict
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from pages import notices
from publications.forms.library_record import LibraryPersonForm, RecordForm
from publications.models import LibraryRecord, Publication
from publications.models.library_record import Part
from publications.operations.library_records import keep_record
from publications.papers.library_records import as_csv, as_json
from publications.published.library_record import PublishedRecord
from publications.queries import liaison
from publications.queries import library_records as queries
from reviews import access
from reviews.access import Permission
from reviews.models import Review

MAKERS = {"json": as_json, "csv": as_csv}


@require_http_methods(["GET", "POST"])
def library_record(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show and change the record; what the review's own record says is proposed."""
    review = access.review_or_404(request.user, reference, Permission.DECISION_ENTER)
    record = queries.record_of(review)
    form = RecordForm(request.POST or None, initial=known_of(review, record))
    people = people_forms(request, review, record)
    if request.method == "POST" and all(one.is_valid() for one in (form, *people.values())):
        keep_record(
            review=review,
            told=form.cleaned_data,
            people={part: one.cleaned_data for part, one in people.items()},
            by=request.user,
            at=timezone.now(),
        )
        notices.done(request, "The record is kept.")
        return redirect("publications:library-record", reference)
    context = {
        "review": review,
        "record": record,
        "form": form,
        "people": [(part.label, one) for part, one in people.items()],
        "asked": [form, *people.values()],
    }
    return render(request, "publications/library_record.html", context)


def known_of(review: Review, record: LibraryRecord | None) -> dict[str, Any]:
    return model_to_dict(record) if record else queries.proposed_record(review)


def people_forms(
    request: SignedInRequest, review: Review, record: LibraryRecord | None
) -> dict[Part, LibraryPersonForm]:
    proposed = queries.proposed_people(review)
    kept = {Part(one.part): model_to_dict(one) for one in record.people.all()} if record else {}
    return {
        part: LibraryPersonForm(
            request.POST or None, prefix=part.lower(), initial=kept.get(part, proposed[part])
        )
        for part in Part
    }


@require_GET
def library_record_file(request: SignedInRequest, reference: str, data: str) -> HttpResponse:
    """Hand out the record to who enters decisions, whether or not the review is public."""
    review = access.review_or_404(request.user, reference, Permission.DECISION_ENTER)
    record = queries.record_of(review)
    if record is None:
        raise Http404
    public = Publication.objects.standing().filter(review=review).first()
    found = queries.published_record(record, public)
    return handed_out([found], data, as_name=f"{reference}-library-record")


@require_GET
def liaison_records(request: SignedInRequest, data: str) -> HttpResponse:
    """Hand out the records of every public review to the Home Office's liaison."""
    today = timezone.localdate()
    if not liaison.is_liaison(request.user, today=today):
        raise Http404
    found = queries.records_for(request.user)
    return handed_out(found, data, as_name=f"library-records-{today.isoformat()}")


def handed_out(records: list[PublishedRecord], data: str, *, as_name: str) -> HttpResponse:
    if data not in MAKERS:
        raise Http404
    return delivery.offer_data(MAKERS[data](records), ending=data, as_name=as_name)
