"""The replies of a review: those to confirm, those kept beside an answer, those set aside."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from documents.models import Document
from replies.models import BESIDE, IncomingFile, IncomingReply, ReplyKind
from reviews.models import AgencyInvolvement, Review

MOST_SHOWN = 200  # to confirm on one page; the others follow


@dataclass(frozen=True)
class Replies:
    """
    waiting: to confirm, in the order in which they were read as sure and came.
    more: how many wait beyond those. beside: kept with an agency that has not answered by them.
    aside: not for this review. unsaid: the numbers of the nil returns made of replies that do not
    say what was searched.
    """

    waiting: list[IncomingReply]
    more: int
    beside: list[IncomingReply]
    aside: list[IncomingReply]
    unsaid: frozenset[int]


def replies_of(review: Review) -> Replies:
    """Return the replies of a review, in two queries whatever their number."""
    found = list(whole(review.replies.all()))
    waiting = sorted(
        (one for one in found if not one.is_settled), key=lambda one: (not one.is_sure, one.pk)
    )
    return Replies(
        waiting=waiting[:MOST_SHOWN],
        more=len(waiting[MOST_SHOWN:]),
        beside=[one for one in found if one.settled_as in BESIDE],
        aside=[one for one in found if one.settled_as == ReplyKind.ASIDE],
        unsaid=frozenset(
            one.scoping_return_id
            for one in found
            if one.scoping_return_id and one.kind == ReplyKind.NIL and says_no_search(one)
        ),
    )


def says_no_search(reply: IncomingReply) -> bool:
    return not (reply.searched_in and reply.searched_for)


def parts_of(review: Review) -> list[AgencyInvolvement]:
    return list(review.involvements.select_related("agency"))


def whole(replies: QuerySet[IncomingReply]) -> QuerySet[IncomingReply]:
    files = IncomingFile.objects.select_related("document")
    return replies.select_related(
        "document", "read_part__agency", "involvement__agency"
    ).prefetch_related(Prefetch("files", files))


def chosen(review: Review, numbers: Sequence[int]) -> list[IncomingReply]:
    """Return replies of this review that wait, of the numbers given."""
    return list(whole(review.replies.waiting().filter(pk__in=numbers)))


def reply_or_404(review: Review, pk: int) -> IncomingReply:
    return get_object_or_404(review.replies.select_related("document"), pk=pk)


def file_or_404(reply: IncomingReply, document_id: int) -> Document:
    """Return the file of a reply, or one that came attached. Raises Http404 for any other."""
    if document_id == reply.document_id:
        return reply.document
    row = reply.files.filter(document=document_id).select_related("document").first()
    if row is None or row.document is None:
        raise Http404
    return row.document
