"""
Two worlds beside each other: another partnership with another review, and in the first review
another agency, each with the same kinds of things behind its addresses.

`people` may be anybody of the house world; `everything` is one person with every part there is in
the first review and for its first agency: whom an address refuses, it refuses each of them.
"""

from django.urls import reverse

from agencies.models import PostKind
from evidence.cycle import ImrState
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS
from tests.factories.actionplans import (
    ActionFactory,
    MilestoneFactory,
    ProgressNoteFactory,
    RecommendationFactory,
)
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.chronologies import (
    ChronologyEntryFactory,
    ChronologyRowFactory,
    ChronologySubmissionFactory,
)
from tests.factories.composite import FindingQuestionFactory
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import ImrFactory, ScopingRequestFactory, ScopingReturnFactory
from tests.factories.reviews import AgencyInvolvementFactory, admit
from tests.house.routes import IN_REVIEW
from tests.house.test_routes import addresses


class Neighbour:
    """Another agency of the same review, whose chronology and report are its own as yet."""

    def __init__(self, world):
        self.part = part = AgencyInvolvementFactory(review=world.review)
        request = ScopingRequestFactory(involvement=part)
        answer = ScopingReturnFactory(request=request, original=None)
        sent = ChronologySubmissionFactory(involvement=part, submitted=True)
        entry = ChronologyEntryFactory(submission=sent)
        report = ImrFactory(involvement=part, at=ImrState.QUERIED)
        one = RecommendationFactory(review=world.review, addressee=part)
        action = ActionFactory(recommendation=one, lead=part)
        self.values = {
            **world.values,
            "involvement_id": part.pk,
            "return_id": answer.pk,
            "request_id": request.pk,
            "chronologies:number": sent.number,
            "row_number": ChronologyRowFactory(submission=sent).number,
            "composite:entry_id": entry.pk,
            "composite:question_id": FindingQuestionFactory(
                involvement=part, events=[entry.root]
            ).pk,
            "evidence:declaration_id": report.author.pk,
            "action_id": action.pk,
            "milestone_id": MilestoneFactory(
                action=action, done=True, document=DocumentFactory()
            ).pk,
            "note_id": ProgressNoteFactory(action=action, done=True, document=DocumentFactory()).pk,
        }


def everything(world):
    """One person with every part in the first world, and in its agency."""
    person = UserFactory()
    for role in REVIEW_GRANTS:
        admit(person, role, to=world.review)
    for role in INVOLVEMENT_GRANTS:
        admit(person, role, to=world.part)
    for kind in PostKind:
        PostFactory(user=person, partnership=world.review.partnership, kind=kind)
    return person


def for_its_agency(world):
    """One person with every part that is played for an agency, and none in the review itself."""
    person = UserFactory()
    for role in INVOLVEMENT_GRANTS:
        admit(person, role, to=world.part)
    return person


def every_address(values):
    """Yield each address inside a review, with its name, that has something behind it here."""
    inside = {name for names in IN_REVIEW.values() for name in names}
    for name, asks in addresses():
        if name not in inside:
            continue
        given = filled(name, asks, values)
        if None not in given.values():
            yield name, given, reverse(name, kwargs=given)


def filled(name, asks, values):
    namespace = name.partition(":")[0]
    return {ask: values.get(f"{namespace}:{ask}", values.get(ask)) for ask in asks}
