"""What bodies answered, as released for anyone to read. Listed in PUBLIC_REPLIES."""

from collections import defaultdict

from postoffice.models import Reply
from privacy.row_locks import lifted
from publications.published.public import PublicReply
from reviews.models import Review


def replies_of(review: Review) -> dict[str, list[PublicReply]]:
    """Return the released replies by the words of the recommendation that they answer."""
    found: dict[str, list[PublicReply]] = defaultdict(list)
    rows = Reply.objects.filter(line__dispatch__review=review, released_on__isnull=False)
    with lifted():  # the world reads them, and no other reply
        for reply in rows.select_related("line__dispatch").order_by("pk"):
            found[reply.line.text].append(
                PublicReply(
                    body=reply.line.dispatch.body_name,
                    answer=reply.get_kind_display(),
                    month=f"{reply.replied_on:%B %Y}",
                    words=reply.public_words,
                )
            )
    return dict(found)
