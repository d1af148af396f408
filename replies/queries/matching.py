"""The bodies of a review as the readers of replies ask for them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings

from agencies.models import Agency, User
from evidence.models import ScopingChase, ScopingRequest
from replies.readers.bodies import Body
from reviews.models import Review


@dataclass(frozen=True)
class Known:
    """
    What a review knows that helps to read its replies: nothing of any other review.

    sent_on: the day of the last letter to each part. ours: addresses that write for us.
    """

    review: Review
    bodies: list[Body]
    sent_on: dict[int, object]
    ours: frozenset[str]

    @property
    def other_reference(self) -> re.Pattern[str]:
        """What is built like this review's reference: letters, a dash, and ends in a number."""
        shape = re.sub(r"\d+", r"\\d+", re.sub(r"[A-Za-z]+", "[A-Z]+", self.review.reference))
        return re.compile(rf"(?<![\w-]){shape}(?![\w-])", re.I)

    def names_another(self, text: str) -> bool:
        """
        Test whether a text gives a reference built like ours, and not ours.

        Whether there is such a review is not looked up: it is nobody's business here.
        """
        found = {one.upper() for one in self.other_reference.findall(text)}
        return bool(found) and self.review.reference.upper() not in found


def known_of(review: Review, *, officer: User) -> Known:
    """Return what a review knows, in four queries."""
    parts = list(review.involvements.select_related("agency").prefetch_related("agency__contacts"))
    letters: dict[int, set[str]] = defaultdict(set)
    addresses: dict[int, set[str]] = defaultdict(set)
    sent_on: dict[int, object] = {}
    asked = ScopingRequest.objects.filter(involvement__review=review).select_related("message")
    for request in asked.order_by("sent_on", "pk"):
        sent_on[request.involvement_id] = request.sent_on
        if request.message:
            letters[request.involvement_id].add(request.message.message_id)
        if "@" in request.sent_to:
            addresses[request.involvement_id].add(request.sent_to.strip().lower())
    chases = ScopingChase.objects.filter(
        request__involvement__review=review, message__isnull=False
    ).values_list("request__involvement", "message__message_id")
    for part, message_id in chases:
        letters[part].add(message_id)
    return Known(
        review=review,
        bodies=[
            Body(
                key=part.pk,
                names=tuple(names_of(part.agency)),
                addresses=frozenset({*addresses_of(part.agency), *addresses[part.pk]}),
                letters=frozenset(letters[part.pk]),
            )
            for part in parts
        ],
        sent_on=sent_on,
        ours=frozenset({officer.email.lower(), parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower()}),
    )


def names_of(agency: Agency) -> Iterator[str]:
    yield from filter(None, dict.fromkeys([agency.name, agency.short_name, *agency.aliases]))


def addresses_of(agency: Agency) -> Iterator[str]:
    if agency.secure_email:
        yield agency.secure_email.lower()
    for contact in agency.contacts.all():
        yield contact.email.lower()
