"""Write an IMR: its parts, its document, another version of it. Each save keeps what is there."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, person_behind
from documents.models import Document
from evidence.cycle import ImrState
from evidence.models import EnquiryAnalysis, ImrPoint, ImrVersion, IndividualManagementReview
from evidence.operations.imrs import held, move, note
from evidence.rules import imr_writing as rules
from panels.models import KeyLineOfEnquiry
from reviews.access import Refused
from reviews.rules import check_possible_on

CARRIED_ON = (
    "extent", "facts", "records_read", "staff_interviewed", "interviews_cleared",
    "policy_and_training", "feedback_to_staff_on", "document",
)  # fmt: skip


@transaction.atomic
def write_part(
    *,
    imr: IndividualManagementReview,
    values: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> ImrVersion:
    """
    Save some fields of the draft, which is begun where there is none.

    Raises Refused for somebody who does not write it, while it waits for sign-off, for an
    impossible day, or for interviews that another body's process holds back.
    """
    draft = draft_of(imr, by=by, at=at)
    rules.check_interviews(imr, values)
    check_possible_on(
        values.get("feedback_to_staff_on"),
        field="feedback_to_staff_on",
        called="The day",
        today=today,
    )
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save(update_fields=list(values))
    return draft


@transaction.atomic
def write_analysis(
    *,
    imr: IndividualManagementReview,
    enquiry: KeyLineOfEnquiry,
    text: str = "",
    where: str = "",
    has_nothing: bool = False,
    by: Actor,
    at: datetime,
) -> EnquiryAnalysis:
    """
    Say something on one line of enquiry, or that there is nothing to say.

    Raises Refused as `write_part` does, or where it says neither.
    """
    draft = draft_of(imr, by=by, at=at)
    said = bool(text.strip() or where.strip())
    if not said and not has_nothing:
        raise Refused(
            "Write what you found, say where the document has it, or tick that there is nothing",
            field="text",
        )
    if said and has_nothing:
        raise Refused("Untick this, or leave the rest empty", field="has_nothing")
    earlier = draft.analyses.filter(enquiry__root=enquiry.root).first()
    analysis = earlier or EnquiryAnalysis(version=draft)
    analysis.enquiry, analysis.has_nothing = enquiry, has_nothing
    analysis.text, analysis.where = text.strip(), where.strip()
    analysis.save()
    return analysis


@transaction.atomic
def attach_document(
    *, imr: IndividualManagementReview, document: Document, by: Actor, at: datetime
) -> ImrVersion:
    """Put the agency's own document to the draft, in the place of an earlier one."""
    draft = draft_of(imr, by=by, at=at)
    draft.document = document
    draft.save(update_fields=["document"])
    note("imr.document_attached", draft.imr, by=by, at=at, version=draft.number)
    return draft


@transaction.atomic
def enter_document(
    *,
    imr: IndividualManagementReview,
    document: Document,
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> ImrVersion:
    """
    Enter what an agency sent elsewhere as its version, or as the document of one entered before.

    provenance: the fields of `documents.models.Provenance`.

    Raises Refused without the right, while the agency's own author is writing, or for an
    impossible day.
    """
    imr = held(imr)
    check_possible_on(
        provenance["given_on"], field="given_on", called="The day they gave it", today=today
    )
    if imr.latest and imr.latest.is_signed_off:
        rules.check_can_begin(by, imr)
    else:
        rules.check_can_write(by, imr)
    draft = imr.draft or begin(imr, by=by, at=at)
    for name, value in {**provenance, "document": document}.items():
        setattr(draft, name, value)
    draft.save(update_fields=[*provenance, "document"])
    note("imr.entered", imr, by=by, at=at, version=draft.number)
    return draft


@transaction.atomic
def begin_version(*, imr: IndividualManagementReview, by: Actor, at: datetime) -> ImrVersion:
    """
    Begin another version as a copy of the last. Points and lines keep their roots.

    Raises Refused for somebody who does not write it, or while the last one is open.
    """
    imr = held(imr)
    rules.check_can_begin(by, imr)
    return begin(imr, by=by, at=at)


def draft_of(imr: IndividualManagementReview, *, by: Actor, at: datetime) -> ImrVersion:
    """Return the draft to write in, begun with the first words. Checks who writes, and when."""
    imr = held(imr)
    rules.check_can_write(by, imr)
    return imr.draft or begin(imr, by=by, at=at)


def begin(imr: IndividualManagementReview, *, by: Actor, at: datetime) -> ImrVersion:
    last = imr.latest
    kept = {name: getattr(last, name) for name in CARRIED_ON} if last else said_before(imr)
    version = ImrVersion.objects.create(
        imr=imr,
        number=last.number + 1 if last else 1,
        recorded_at=at,
        recorded_by=person_behind(by),
        **kept,
    )
    if last:
        carry_on(last, version)
    if imr.state in {ImrState.ACCEPTED, ImrState.AGENCY_SIGNED_OFF}:
        move(imr, ImrState.DRAFT)
    note("imr.version_begun", imr, by=by, at=at, version=version.number)
    return version


def said_before(imr: IndividualManagementReview) -> dict[str, Any]:
    """Return what the agency wrote when it was asked what it knows, to begin with."""
    answer = imr.involvement.scoping_returns.last()
    return {"facts": answer.account} if answer and answer.account else {}


def carry_on(last: ImrVersion, version: ImrVersion) -> None:
    EnquiryAnalysis.objects.bulk_create(
        EnquiryAnalysis(
            version=version,
            enquiry_id=row.enquiry_id,
            has_nothing=row.has_nothing,
            text=row.text,
            where=row.where,
        )
        for row in last.analyses.all()
    )
    ImrPoint.objects.bulk_create(
        ImrPoint(
            version=version,
            root=row.root,
            kind=row.kind,
            number=row.number,
            text=row.text,
            done_on=row.done_on,
        )
        for row in last.points.all()
    )
