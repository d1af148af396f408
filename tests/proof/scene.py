"""
One review with two agencies and one more review, each with one of everything that can be read.

What the oracle is asked about stands here, with the switches that histories turn.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from agencies.models import User
from chronologies.cycle import SubmissionState
from evidence.cycle import ImrState
from reviews.lifecycle import Stage
from reviews.models import AgencyInvolvement, Membership, Role
from tests.factories.actionplans import ActionFactory, RecommendationFactory
from tests.factories.agencies import UserFactory
from tests.factories.chronologies import ChronologyEntryFactory, ChronologySubmissionFactory
from tests.factories.composite import FindingQuestionFactory
from tests.factories.evidence import (
    ImrAcceptanceFactory,
    ImrFactory,
    ImrQueryFactory,
    ScopingRequestFactory,
)
from tests.factories.families import FamilyContactFactory
from tests.factories.panels import MeetingFactory
from tests.factories.publications import QaSubmissionFactory, SubmissionItemFactory
from tests.factories.reports import DraftFactory
from tests.factories.reviews import AT, AgencyInvolvementFactory, PersonFactory, ReviewFactory
from tests.factories.terms import TermsOfReferenceFactory
from tests.proof.oracle import Hats, State

LAST_DAY = date(2026, 1, 6)
SOON = date(2100, 1, 1)


class Part:
    """One agency's part of a review."""

    def __init__(self, review):
        self.of = AgencyInvolvementFactory(review=review)
        ScopingRequestFactory(involvement=self.of)
        self.chronology = ChronologySubmissionFactory(involvement=self.of, signed_off=True)
        self.entry = ChronologyEntryFactory(submission=self.chronology)
        self.question = FindingQuestionFactory(involvement=self.of, events=[self.entry.root])
        self.imr = ImrFactory(involvement=self.of, at=ImrState.AGENCY_SIGNED_OFF)
        self.version = self.imr.versions.get()
        self.query = ImrQueryFactory(imr=self.imr, version=self.version)
        recommendation = RecommendationFactory(review=review, addressee=self.of)
        self.action = ActionFactory(recommendation=recommendation)

    # The switches

    def release(self, is_released):
        state = SubmissionState.RELEASED if is_released else SubmissionState.SIGNED_OFF
        self.chronology.state = state
        self.chronology.released_at = AT if is_released else None
        self.chronology.save()

    def receive(self, on):
        if on is None:
            self.accept(False)
        self.version.received_on = on
        self.version.save(update_fields=["received_on"])

    def accept(self, is_accepted):
        standing = self.version.acceptances.filter(taken_back_at=None)
        if not is_accepted:
            standing.update(taken_back_at=AT, taken_back_because="Too soon.")
        elif not standing.exists():
            self.receive(AT.date())
            ImrAcceptanceFactory(version=self.version)


class Scene:
    def __init__(self):
        self.review = ReviewFactory(at_stage=Stage.EVIDENCE)
        self.parts = [Part(self.review), Part(self.review)]
        self.person = PersonFactory(review=self.review)
        TermsOfReferenceFactory(review=self.review)
        self.meeting = MeetingFactory(review=self.review, past=True)
        self.contact = FamilyContactFactory(review=self.review)
        self.draft = DraftFactory(review=self.review)
        self.pack = QaSubmissionFactory(review=self.review)
        self.item = SubmissionItemFactory(submission=self.pack)
        self.users = UserFactory.create_batch(3)

    # The switches

    def end(self, is_ended):
        self.review.stage = Stage.CONCLUDED if is_ended else Stage.EVIDENCE
        self.review.save()

    def release_draft(self, is_released):
        self.draft.released_on = self.draft.made_on if is_released else None
        self.draft.released_at = AT if is_released else None
        self.draft.save()

    def send(self, is_sent):
        self.pack.submitted_on = AT.date() if is_sent else None
        self.pack.submitted_at = AT if is_sent else None
        self.pack.sent_by = "EMAIL" if is_sent else ""
        self.pack.save()

    # What the oracle is told

    def state(self, part: Part) -> State:
        for row in (self.review, self.draft, self.pack, part.chronology, part.version):
            row.refresh_from_db()
        chairs = Membership.objects.filter(review=self.review, role=Role.INDEPENDENT_CHAIR)
        return State(
            released=part.chronology.state == SubmissionState.RELEASED,
            received=part.version.received_on is not None,
            accepted=part.version.acceptances.filter(taken_back_at=None).exists(),
            draft_released=self.draft.released_on is not None,
            sent=self.pack.submitted_on is not None,
            chaired=any(stands(row) for row in chairs),
            ended=self.review.stage == Stage.CONCLUDED,
        )


def stands(row: Membership) -> bool:
    """Test whether a membership admits its person today, read from its own days alone."""
    today = timezone.localdate()
    is_over = row.removed_at or (row.until_on and row.until_on < today)
    is_over = is_over or (row.until_at and row.until_at <= timezone.now())
    return not is_over and not row.held_at and row.user.is_active


def hats(user: User, review, part: AgencyInvolvement) -> Hats:
    rows = [row for row in Membership.objects.filter(user=user, review=review) if stands(row)]
    return Hats(
        frozenset(Role(row.role) for row in rows if row.involvement_id is None),
        frozenset(Role(row.role) for row in rows if row.involvement_id == part.pk),
        frozenset(Role(row.role) for row in rows if row.involvement_id not in (None, part.pk)),
    )


@dataclass(frozen=True)
class Asked:
    """Somebody before one agency's part of the scene."""

    user: User
    scene: Scene
    part: Part

    @property
    def reference(self) -> str:
        return self.scene.review.reference
