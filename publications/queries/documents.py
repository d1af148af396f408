"""What goes to the Home Office, for the command that writes documents."""

from agencies.models import Actor
from documents.kinds import DocumentKind
from publications.queries.answers import on_paper
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review


def qa_response_table(review: Review, *, kind: DocumentKind, reader: Actor) -> bytes:
    """
    Return the points of the Home Office's last letter with their answers. Listed in DOCUMENTS.

    Raises Refused without the right, or where no letter has points yet.
    """
    access.require(reader, Permission.QA_READ, on=review)
    last = review.qa_submissions.answered().filter(points__isnull=False).first()
    if last is None:
        raise Refused("No points of a Home Office letter are entered yet.")
    return on_paper(last, kind=kind)
