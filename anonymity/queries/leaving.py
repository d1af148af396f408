"""How far something is that is to leave the panel, for its own page."""

from collections.abc import Sequence
from dataclasses import dataclass

from agencies.models import Actor
from anonymity.models import Destination, IdentifierCheck
from anonymity.queries.certificates import Standing, standings_of
from reviews import access
from reviews.access import Permission
from reviews.models import Review


@dataclass(frozen=True)
class Leaving:
    """
    last: the last check that was asked for. standings: of the certificates begun on any of them.
    may_leave: it has not left yet.
    """

    subject: str
    number: int
    last: IdentifierCheck | None
    standings: Sequence[Standing]
    may_leave: bool

    @property
    def is_open(self) -> bool:
        """Whether there is anything to say: a pack sent before there were certificates has none."""
        return self.may_leave or self.last is not None

    def is_certified(self, destination: Destination) -> bool:
        """Whether a certificate holds. The very files, printed, are asked where they leave."""
        return any(
            one.holds and one.certificate.destination == destination for one in self.standings
        )


def leaving_of(
    review: Review, subject: str, reader: Actor, number: int = 0, *, may_leave: bool = True
) -> Leaving | None:
    """Return it for who checks what leaves; None for anybody else, who does not see it."""
    if not access.has(reader, Permission.ANONYMITY_CHECK, on=review):
        return None
    asked = review.identifier_checks.filter(subject=subject, number=number).defer("findings")
    certificates = review.anonymity_certificates.not_withdrawn().filter(
        identifier_check__subject=subject, identifier_check__number=number
    )
    last = asked.first()
    if last:
        last.review = review
    begun = standings_of(review, certificates.prefetch_related("signatures"))
    return Leaving(subject, number, last, begun, may_leave)
