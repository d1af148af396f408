"""What the page on which evidence is commissioned shows, and what sending it would do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Prefetch, prefetch_related_objects

from agencies.models import Agency
from evidence.models import SUGGESTED, EvidenceRequest, ReturnKind, ScopingReturn, Tier
from evidence.queries.people import addresses_of
from pages.templatetags.dates import date_long
from panels.models import Contribution, TermsOfReference
from reviews.models import AgencyInvolvement, Review
from reviews.queries.lengths import due_in

LEAST_DAYS = 14  # product default: nobody writes in less

# The terms of reference may ask for several things; the first that fits is the tier.
TIERS_IN_TERMS: tuple[tuple[frozenset[str], Tier], ...] = (
    (frozenset({Contribution.IMR, Contribution.CHRONOLOGY}), Tier.IMR_AND_CHRONOLOGY),
    (frozenset({Contribution.IMR}), Tier.IMR),
    (frozenset({Contribution.SHORT_REPORT}), Tier.SHORT_REPORT),
    (frozenset({Contribution.SUMMARY}), Tier.SUMMARY),
    (frozenset({Contribution.CHRONOLOGY}), Tier.CHRONOLOGY),
)


@dataclass(frozen=True)
class Place:
    """
    One agency of the table: what is asked of it now, what it answered, what the terms ask.
    """

    part: AgencyInvolvement
    standing: EvidenceRequest | None
    answered: ReturnKind | None
    in_terms: Tier | None

    @property
    def tier_now(self) -> Tier | None:
        return self.standing.asks if self.standing else None

    @property
    def suggested(self) -> Tier | None:
        """The tier to begin with: what stands, else the terms, else the agency's own answer."""
        return self.tier_now or self.in_terms or SUGGESTED.get(self.answered or "")

    @property
    def known(self) -> list[str]:
        """What to know before deciding."""
        answer = f"Answered: {self.answered.label}" if self.answered else "Has not answered"
        said = [
            f"Asked since {date_long(self.standing.asked_on)}" if self.standing else "",
            f"Terms of reference: {self.in_terms.label}" if self.in_terms else "",
            answer,
        ]
        return [words for words in said if words]


def places_of(review: Review, agreed: TermsOfReference | None) -> list[Place]:
    """
    Return every agency of a review, by name, in a fixed number of queries.

    agreed: the terms of reference that stand, where there are any.
    """
    in_terms = tiers_in_terms(agreed)
    answers = ScopingReturn.objects.only("involvement", "return_kind", "answered_on")
    parts = (
        review.involvements.select_related("agency", "review")
        .prefetch_related("evidence_requests")
        .prefetch_related(Prefetch("scoping_returns", answers))
    )
    return [place_of(part, in_terms) for part in parts]


def place_of(part: AgencyInvolvement, in_terms: Mapping[int, Tier]) -> Place:
    requests, answers = list(part.evidence_requests.all()), list(part.scoping_returns.all())
    return Place(
        part=part,
        standing=requests[-1] if requests else None,
        answered=answers[-1].kind if answers else None,
        in_terms=in_terms.get(part.pk),
    )


def tiers_in_terms(agreed: TermsOfReference | None) -> dict[int, Tier]:
    """Return by agency what the terms of reference ask of it."""
    rows = agreed.contributions.all() if agreed else []
    return {row.involvement_id: tier_of(set(row.asked_for)) for row in rows}


def tier_of(asked_for: set[str]) -> Tier:
    return next(tier for wanted, tier in TIERS_IN_TERMS if wanted <= asked_for)


def default_due_on(review: Review, agreed: TermsOfReference | None, *, today: date) -> date:
    """
    Return the usual day for evidence: counted from the agreed terms, or from today where that
    leaves too little time, as for an agency that joins late.
    """
    started_on = agreed.agreed_on if agreed and agreed.agreed_on else today
    usual = due_in(review, "D9", started_on=started_on)
    enough = usual >= today + timedelta(days=LEAST_DAYS)
    return usual if enough else due_in(review, "D9", started_on=today)


@dataclass(frozen=True)
class Change:
    """What would be asked of one agency."""

    part: AgencyInvolvement
    tier: Tier
    before: Tier | None
    addresses: list[str]

    @property
    def is_told(self) -> bool:
        """Test whether it would be emailed: nobody is told that nothing was ever asked."""
        asked = self.tier.asks_for_something
        return asked or bool(self.before and self.before.asks_for_something)


@dataclass(frozen=True)
class Plan:
    """What asking for evidence would do."""

    changes: list[Change] = field(default_factory=list)
    sends_email: bool = True

    @property
    def told(self) -> list[Change]:
        return [row for row in self.changes if self.sends_email and row.is_told and row.addresses]

    @property
    def changed(self) -> list[Change]:
        """Those of which something else is asked than before."""
        return [row for row in self.changes if row.before]

    @property
    def words(self) -> str:
        """The consequence, for the page that asks for a last look."""
        count = len(self.told)
        who = "1 agency" if count == 1 else f"{count or 'No'} agencies"
        return f"{who} will be emailed."


def plan(
    places: list[Place],
    tiers: Mapping[int, Tier | None],
    *,
    sends_email: bool,
    writer: Agency | None = None,
    today: date,
) -> Plan:
    """Return what changes: the agencies of which something else would be asked than now."""
    new = [(place, tier) for place in places if (tier := tiers[place.part.pk])]
    changed = [(place, tier) for place, tier in new if tier != place.tier_now]
    parts = [place.part for place, _ in changed]
    prefetch_related_objects(parts, "agency__contacts", "memberships__user")
    return Plan(
        [
            Change(
                place.part,
                tier,
                place.tier_now,
                addresses_of(place.part, today=today, writer=writer),
            )
            for place, tier in changed
        ],
        sends_email,
    )
