"""Everything that hangs on a draft of the terms of reference, read in one query."""

from typing import Any, TypedDict

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from panels.models import (
    KeyLineOfEnquiry,
    ParallelProcess,
    TermsCharacteristic,
    TermsContribution,
    TermsOfReference,
    TermsSection,
)


class DraftRows(TypedDict):
    """The rows of a version by what they are, each a dict of what prints of it."""

    section_rows: list[Any]
    enquiry_rows: list[Any]
    characteristic_rows: list[Any]
    contribution_rows: list[Any]
    process_rows: list[Any]


def rows_of(terms: TermsOfReference) -> DraftRows:
    mine = OuterRef("pk")
    found: DraftRows = (
        TermsOfReference.objects.filter(pk=terms.pk)
        .values(
            section_rows=listed(
                TermsSection.objects.filter(terms=mine).order_by("pk"), kind="kind", text="text"
            ),
            enquiry_rows=listed(
                KeyLineOfEnquiry.objects.filter(terms=mine).order_by("number"),
                root="root",
                text="text",
                why="why",
            ),
            characteristic_rows=listed(
                TermsCharacteristic.objects.filter(terms=mine).order_by("pk"),
                characteristic="characteristic",
                pseudonym="person__pseudonym",
                role="person__role",
                why="why",
                expertise="expertise",
            ),
            contribution_rows=listed(
                TermsContribution.objects.filter(terms=mine).order_by("involvement__agency__name"),
                agency="involvement__agency__name",
                asked_for="asked_for",
            ),
            process_rows=listed(
                ParallelProcess.objects.filter(review=OuterRef("review")).order_by("pk"),
                kind="kind",
                status="status",
                joined_up="joined_up",
            ),
        )
        .get()
    )
    return found


def listed(rows: QuerySet[Any], **columns: str) -> ArraySubquery:
    return ArraySubquery(rows.values(row=JSONObject(**columns)))
