"""Where a draft stands: released, commented on, agreed, signed off; and what a reader may do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from agencies.models import User
from panels.models import AgreementRound
from reports.access import sees_unreleased
from reports.models import Draft, SignOff
from reports.models.draft import DraftQuerySet
from reports.queries.draft_page import reasons_to_wait
from reports.queries.subjects import rounds_about
from reviews import access
from reviews.access import Permission
from reviews.checks.true_names import Finding, certain


@dataclass(frozen=True)
class DraftLine:
    """A draft in a list."""

    draft: Draft
    comments: int
    open_comments: int
    sign_offs: int
    earlier: int = 0

    @property
    def compare_url(self) -> str:
        """Where this draft is compared with the one before it."""
        numbers = (self.earlier, self.draft.number)
        return reverse("reports:compare-drafts", args=[self.draft.review.reference, *numbers])

    @property
    def is_signed_off(self) -> bool:
        return bool(self.sign_offs)

    @property
    def standing(self) -> str:
        if self.is_signed_off:
            return "Signed off"
        if self.draft.agreement:
            return "Agreed by the panel"
        return "Released" if self.draft.is_released else "Not released"

    @property
    def tone(self) -> str:
        if self.is_signed_off or self.draft.agreement:
            return "done"
        return "underway" if self.draft.is_released else "plain"


def draft_lines(drafts: DraftQuerySet) -> list[DraftLine]:
    """Return drafts with the number of comments on each, latest first."""
    counted = drafts.select_related("review", "panel_agreement").annotate(
        comments_made=Count("comments", distinct=True),
        comments_open=Count("comments", filter=Q(comments__disposition=""), distinct=True),
        sign_offs_made=Count("sign_offs", distinct=True),
    )
    rows: list[Any] = list(counted.defer("content").order_by("-number"))
    numbers = [*(row.number for row in rows[1:]), 0]
    return [
        DraftLine(
            row,
            comments=row.comments_made,
            open_comments=row.comments_open,
            sign_offs=row.sign_offs_made,
            earlier=number,
        )
        for row, number in zip(rows, numbers, strict=False)
    ]


def standing_page(draft: Draft, reader: User, *, found: Sequence[Finding]) -> dict[str, object]:
    """
    Return what the page of a draft says beside its text.

    found: what it gives away, where it is still to be released by this reader.
    """
    review = draft.review
    return {
        "stops": reasons_to_wait(certain(list(found))),
        "rounds": rounds_of(draft, reader),
        "sign_offs": list(sign_offs_of(draft)),
        "may_write": access.has(reader, Permission.DRAFT_WRITE, on=review),
        "may_open_original": bool(draft.original_id) and sees_unreleased(reader, review),
        "may_comment": draft.is_released
        and access.has(reader, Permission.DRAFT_COMMENT, on=review),
        "may_record": access.has(reader, Permission.AGREEMENT_RECORD, on=review),
        "reads_copies": draft.is_released and access.has(reader, Permission.FAMILY_READ, on=review),
        "may_sign_off": access.has(reader, Permission.DECISION_ENTER, on=review),
    }


def rounds_of(draft: Draft, reader: User) -> list[AgreementRound]:
    """Return the rounds about a draft, to those who read the panel's papers."""
    if not access.has(reader, Permission.PANEL_READ, on=draft.review):
        return []
    return list(rounds_about(draft).select_related("review"))


def sign_offs_of(draft: Draft) -> list[SignOff]:
    rows = list(draft.sign_offs.select_related("minute", "original"))
    for row in rows:
        row.draft = draft
    return rows
