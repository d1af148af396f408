"""Comment on a draft, enter a comment for somebody else, and say what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, person_behind
from reports.models import Draft, DraftComment, DraftPart
from reports.operations.record import record
from reports.queries.drafts import paragraphs_of
from reports.rules import comments as rules


@dataclass(frozen=True, kw_only=True)
class Comment:
    """What is said of which paragraph. Without a paragraph it is about the whole of its part."""

    words: str
    paragraph: str = ""
    part: str = DraftPart.REPORT


@transaction.atomic
def give_comment(*, draft: Draft, comment: Comment, by: Actor, at: datetime) -> DraftComment:
    """
    Comment on a draft oneself.

    Raises Refused without the right, before the release, without words or with a true name in
    them, or on a paragraph that is not there.
    """
    rules.check_can_comment(by, draft)
    return add(draft, comment, {}, "report.commented", by=by, at=at)


@transaction.atomic
def enter_comment(
    *,
    draft: Draft,
    comment: Comment,
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> DraftComment:
    """
    Enter what somebody else said of a draft; never a member of the family, whose comments stay
    in their compartment.

    provenance: the fields of `documents.models.Provenance`.

    Raises Refused as `give_comment` does, and where it does not say whose words they are.
    """
    rules.check_can_enter(by, draft, provenance, today=today)
    return add(draft, comment, provenance, "report.comment_entered", by=by, at=at)


def add(
    draft: Draft,
    comment: Comment,
    provenance: Mapping[str, Any],
    event: str,
    *,
    by: Actor,
    at: datetime,
) -> DraftComment:
    paragraph = comment.paragraph.strip().rstrip(".").upper()
    rules.check_says_something(comment.words, paragraph, paragraphs_of(draft, comment.part))
    rules.check_names_nobody(by, draft, {"words": comment.words})
    Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    said = {"part": comment.part, "paragraph": paragraph, "words": comment.words.strip()}
    same = draft.comments.filter(**said, recorded_by=person_behind(by))
    for there in same:
        if there.on_behalf_of == provenance.get("on_behalf_of"):
            return there  # a form that was sent twice
    made = DraftComment.objects.create(
        draft=draft,
        **said,
        recorded_at=at,
        recorded_by=person_behind(by),
        **provenance,
    )
    record(event, draft.review, by=by, at=at, draft_id=draft.pk, comment_id=made.pk)
    return made


@transaction.atomic
def settle_comment(
    *,
    comment: DraftComment,
    disposition: str,
    reason: str,
    changed_where: str = "",
    by: Actor,
    at: datetime,
) -> DraftComment:
    """
    Say what became of a comment and why; said again, the last stands.

    Raises Refused without the right, an answer or a reason, or with a true name in the words.
    """
    comment = (
        DraftComment.objects.select_for_update(of=("self",))
        .select_related("draft__review")
        .get(pk=comment.pk)
    )
    rules.check_can_settle(by, comment, disposition, reason)
    said = {"reason": reason, "changed_where": changed_where}
    rules.check_names_nobody(by, comment.draft, said)
    comment.disposition, comment.reason = disposition, reason.strip()
    comment.changed_where = changed_where.strip()
    comment.settled_at, comment.settled_by = at, person_behind(by)
    comment.save()
    record(
        "report.comment_settled",
        comment.draft.review,
        by=by,
        at=at,
        comment_id=comment.pk,
        disposition=disposition,
    )
    return comment
