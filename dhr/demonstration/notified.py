"""A review of which the partnership was told five days ago. Agencies have just been asked."""

from typing import Any

from agencies.models import Agency, CommunitySafetyPartnership
from dhr.demonstration import people
from dhr.demonstration.clock import Clock
from evidence.operations.answering import record_return
from evidence.operations.asking import Letter, ask
from evidence.rules.scoping import Answer
from reviews.models import PersonRole, Review, ReviewKind
from reviews.operations.opening import Notification, open_with_victim
from reviews.operations.people import Identity, add_address, add_person

NIL = Answer(
    return_kind="NIL",
    records_secured=True,
    systems_searched="Case management and archive",
    names_searched="Both names, the former surname and both addresses",
    searched_by="Records manager",
)


def add(partnership: CommunitySafetyPartnership, clock: Clock) -> Review:
    officer = people.user(people.OFFICER)
    acting: dict[str, Any] = {"by": officer, "at": clock.now}
    review = open_with_victim(
        partnership=partnership,
        reference="WY-DHR-9",
        notification=Notification(
            notified_on=clock.ago(days=5),
            notified_by="Calderwick Constabulary, review officer",
            died_on=clock.ago(days=7),
            kind=ReviewKind.INTIMATE_PARTNER,
        ),
        victim=Identity(
            role=PersonRole.VICTIM,
            true_name="Rosalind Quillfeather",
            aliases=["Rosa Quillfeather", "Rosalind Emberly"],
            born_on=clock.ago(days=34 * 365),
        ),
        today=clock.today,
        **acting,
    )
    other = add_person(
        review=review,
        identity=Identity(
            role=PersonRole.PERPETRATOR,
            true_name="Tobias Wrackham",
            aliases=["Toby Wrackham"],
            relationship="Former partner",
        ),
        today=clock.today,
        **acting,
    )
    for person in (review.people.get(role=PersonRole.VICTIM), other):
        add_address(person=person, address="14 Cooper's Rise\nWychmere", **acting)
    ask(
        review=review,
        agencies=Agency.objects.order_by("pk"),
        letter=Letter(due_on=clock.ahead(days=10), whom_to_ring="Olive Marsh, 0100 555 0142"),
        admit_contacts=False,
        today=clock.today,
        **acting,
    )
    for part in review.involvements.order_by("agency_id")[40:52]:
        record_return(
            involvement=part,
            said=NIL,
            provenance={
                "received_via": "EMAIL",
                "on_behalf_of": f"Records manager, {part.agency.label}",
                "given_on": clock.today,
                "original": None,
            },
            today=clock.today,
            **acting,
        )
    return review
