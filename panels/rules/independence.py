"""What somebody's own declaration keeps them from doing in a review."""

from agencies.models import Actor, User
from panels.models import PanelMember
from reviews.access import Refused
from reviews.models import Review


def check_may_judge(actor: Actor, review: Review) -> None:
    """Refuse to judge evidence to somebody whose seat on the panel is to be taken by another."""
    if not isinstance(actor, User):
        return
    seats = PanelMember.objects.seated().filter(review=review, user=actor)
    for seat in seats.prefetch_related("declarations"):
        if seat.declaration and seat.declaration.judged.stops:
            raise Refused(
                "What you declared of your independence means that somebody else takes your seat "
                "on the panel, and judges what agencies sent. The CSP officer will help."
            )
