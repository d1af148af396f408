"""Drafts of letters to a family for the command that writes documents; the name is left open."""

from collections.abc import Callable

from django.utils.timezone import localdate

from agencies.models import Actor, person_behind
from documents.kinds import DocumentKind
from letters import rules
from letters.models import FamilyDraft
from letters.queries.documents import check_is_word
from letters.queries.writing import Wish, draft_as_file, head_of
from reviews.models import Review


def of_family(draft: FamilyDraft) -> Callable[..., bytes]:
    def write(review: Review, *, kind: DocumentKind, reader: Actor) -> bytes:
        check_is_word(kind)
        rules.check_can_draft(reader, review, draft)
        person = person_behind(reader)
        wish = Wish(signed_by=person.full_name if person else "")
        head = head_of(review.partnership)
        return draft_as_file(draft, None, review=review, wish=wish, head=head, today=localdate())

    return write


decision = of_family(FamilyDraft.DECISION)
qa_letter = of_family(FamilyDraft.QA_LETTER)
publication = of_family(FamilyDraft.PUBLICATION)
