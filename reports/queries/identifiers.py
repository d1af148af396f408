"""What the record knows of a review's people and places, to look for them in its papers."""

from django.db.models import prefetch_related_objects

from agencies.models import Actor
from panels.models import PanelMember
from reports.anonymity.register import Agency, Person, Place, Register
from reviews import access
from reviews.access import Permission
from reviews.models import Person as RecordedPerson
from reviews.models import PersonRole, Review

ADDRESS = "address"


def identifiers_of(review: Review, reader: Actor) -> Register:
    """Return the register. Raises Refused for who may not read all identities of the review."""
    access.require(reader, Permission.IDENTITIES_READ_ALL, on=review)
    prefetch_related_objects([review], "people__addresses", "involvements__agency")
    people = list(review.people.all())
    return Register(
        people=tuple(person_of(person, review) for person in people),
        places=tuple(
            Place(kind=ADDRESS, name=row.address, published_as=row.alias)
            for person in people
            for row in person.addresses.all()
        ),
        agencies=tuple(
            Agency(name=agency.name, aliases=(*agency.aliases, agency.short_name))
            for part in review.involvements.all()
            for agency in [part.agency]
        ),
        may_be_named=tuple(
            PanelMember.objects.filter(review=review).values_list("full_name", flat=True)
        ),
        period_from=review.period_from,
        period_to=review.period_to,
    )


def person_of(person: RecordedPerson, review: Review) -> Person:
    is_victim = person.role == PersonRole.VICTIM
    return Person(
        role=person.role.lower(),
        pseudonym=person.pseudonym,
        true_names=(person.true_name,),
        aliases=tuple(person.aliases),
        initials=tuple(person.initials_in_records),
        born_on=person.born_on,
        died_on=review.died_on if is_victim else None,
        publish_sex=person.role != PersonRole.CHILD,
        relationship=person.relationship,
    )
