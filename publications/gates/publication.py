"""What is to be said before the world reads a report, or before it is put aside."""

from django.urls import reverse

from pages.parts import Blocker
from publications.models import Publication, PublicationDecision
from publications.rules.candidate import decision_of, frozen
from publications.rules.checking import stops_in
from publications.rules.publishing import NOTHING_DECIDED
from reviews.models import Review


def publication_is_decided(review: Review) -> list[Blocker]:
    """A confirmed decision to publish."""
    decision = decision_of(review)
    if decision and not decision.is_to_publish:
        return [_decide(review, "It is decided not to publish.")]
    return _confirmed(review, decision)


def withholding_is_decided(review: Review) -> list[Blocker]:
    """A confirmed decision not to publish; and where a summary is published, that it is."""
    decision = decision_of(review)
    if decision and decision.is_to_publish:
        return [_decide(review, "It is decided to publish.")]
    waits = _confirmed(review, decision)
    if decision and decision.items and not review.publications.not_taken_down().exists():
        path = reverse("publications:publish", args=[review.reference])
        waits.append(Blocker("The executive summary is to be published, and is not.", path))
    return waits


def text_is_safe_to_publish(review: Review) -> list[Blocker]:
    """
    A frozen set in which no name, birth date or telling day of the review's people stands. It is
    frozen on the page where it is published, so there is no other way. Nobody passes this.
    """
    published = review.publications.not_taken_down().prefetch_related("items").first()
    if published and not stepped_back_since(review, published):
        path = reverse("publications:publication", args=[review.reference])
        return [Blocker(stop.words, path) for stop in stops_in(review, frozen(published))]
    path = reverse("publications:publication", args=[review.reference])
    words = "What will be public is checked and published on a page of its own. That is not done."
    return [Blocker(words, path)]


def stepped_back_since(review: Review, published: Publication) -> bool:
    """
    Test whether the review was ever taken a step back after that: then it is published anew, with
    a certificate of then, however far it came forward again meanwhile.
    """
    return review.moves.filter(is_step_back=True, recorded_at__gte=published.recorded_at).exists()


def _confirmed(review: Review, decision: PublicationDecision | None) -> list[Blocker]:
    if decision is None:
        return [_decide(review, NOTHING_DECIDED)]
    if not decision.is_confirmed:
        return [_decide(review, "The decision about publication is provisional.")]
    return []


def _decide(review: Review, words: str) -> Blocker:
    return Blocker(words, reverse("publications:decide", args=[review.reference]))
