"""What the record knows of a review's people and places, to look for them in its papers."""

import re
from collections.abc import Iterator
from hashlib import sha256

from agencies.models import Actor, AgencyKind
from agencies.models import Agency as AgencyRecord
from anonymity.checking.register import (
    Agency,
    Generalised,
    Person,
    Place,
    Reference,
    Register,
)
from anonymity.models import KeptBack, KeptBackKind
from families.models import FamilyContact
from panels.models import PanelMember
from privacy.row_locks import lifted
from reviews import access
from reviews.access import Permission
from reviews.models import Person as RecordedPerson
from reviews.models import PersonRole, Review

ADDRESS, KEPT = "address", "place"
RELATIVE, CONTACT, NUMBER = "relative", "contact", "number"
# Agencies that take part under the name of a place that finds those who went there
PUBLISHED_AS: dict[str, str] = {AgencyKind.EDUCATION: "a school", AgencyKind.GP: "a GP practice"}
REACHED = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d[\d ]{8,14}\d")


def identifiers_of(review: Review, reader: Actor) -> Register:
    """Return the register. Raises Refused for who may not read all identities of the review."""
    access.require(reader, Permission.IDENTITIES_READ_ALL, on=review)
    return known_of(review)


def known_of(review: Review) -> Register:
    """Return the register, to check a paper for whoever may: it is shown to nobody."""
    people = list(review.people.prefetch_related("addresses"))
    kept = kept_back_of(review)
    involved = [part.agency for part in review.involvements.select_related("agency")]
    return Register(
        people=(
            *(person_of(person, review) for person in people),
            *relatives_of(review),
        ),
        places=(
            *(
                Place(kind=ADDRESS, name=row.address, published_as=row.alias)
                for person in people
                for row in person.addresses.all()
            ),
            *(place_of(agency) for agency in involved if agency.kind in PUBLISHED_AS),
            *(kept_place(one) for one in kept if one.kind == KeptBackKind.PLACE),
        ),
        references=(
            *references_of(review),
            *(
                Reference(kind=NUMBER, value=value)
                for one in kept
                if one.kind == KeptBackKind.NUMBER
                for value in (one.words, *one.others)
            ),
        ),
        agencies=tuple(
            Agency(name=agency.name, aliases=(*agency.aliases, agency.short_name))
            for agency in involved
            if agency.kind not in PUBLISHED_AS
        ),
        may_be_named=tuple(
            PanelMember.objects.filter(review=review).values_list("full_name", flat=True)
        ),
        other_reviews=tuple(victims_of_other_reviews(review, people)),
        people_of_other_reviews=tuple(people_of_other_reviews(review)),
        period_from=review.period_from,
        period_to=review.period_to,
        generalised=tuple(
            Generalised(
                fact=one.words,
                published_as=one.published_as,
                gives_away=(one.words, *one.others),
            )
            for one in kept
            if one.kind == KeptBackKind.FACT
        ),
    )


def kept_back_of(review: Review) -> list[KeptBack]:
    """Return what no paper of a review may say, whoever asks: it is looked for, never shown."""
    with lifted():
        return list(review.kept_back.all())


def kept_place(kept: KeptBack) -> Place:
    return Place(
        kind=KEPT, name=kept.words, aliases=tuple(kept.others), published_as=kept.published_as
    )


def place_of(agency: AgencyRecord) -> Place:
    """A school or a surgery takes part as an agency, and prints as what it is."""
    return Place(
        kind=agency.get_kind_display(),
        name=agency.name,
        aliases=tuple(name for name in (*agency.aliases, agency.short_name) if name),
        published_as=PUBLISHED_AS[agency.kind],
    )


def relatives_of(review: Review) -> Iterator[Person]:
    """Yield those of the family’s contacts who are none of the people of the review."""
    for contact in FamilyContact.objects.filter(review=review, person=None):
        if contact.own_name:
            yield Person(
                role=RELATIVE, true_names=(contact.own_name,), relationship=contact.relationship
            )


def references_of(review: Review) -> Iterator[Reference]:
    """Yield telephones and emails by which a family is reached."""
    for contact in FamilyContact.objects.filter(review=review):
        for found in REACHED.findall(contact.reached_at):
            yield Reference(kind=CONTACT, value=found)


def victims_of_other_reviews(review: Review, people: list[RecordedPerson]) -> Iterator[str]:
    """Yield the pseudonyms of those who died in other reviews of the partnership."""
    own = {word for person in people for word in person.pseudonym.split()}
    others = (
        RecordedPerson.objects.filter(
            review__partnership=review.partnership_id, role=PersonRole.VICTIM
        )
        .exclude(review=review)
        .exclude(pseudonym="")
    )
    yield from (
        name for name in others.values_list("pseudonym", flat=True) if not own & {*name.split()}
    )


def people_of_other_reviews(review: Review) -> Iterator[str]:
    """Yield the names of those who died, or killed, in other reviews of the partnership."""
    others = RecordedPerson.objects.filter(
        review__partnership=review.partnership_id,
        role__in=(PersonRole.VICTIM, PersonRole.PERPETRATOR),
    )
    for person in others.exclude(review=review):
        yield from filter(None, (person.true_name, *person.aliases))


def known_hash(register: Register) -> str:
    """
    Return a hash that changes once more, or something else, is known that may not leave.

    The contacts of a family are read by few: whoever asks, the hash is the same without them.
    """
    people = [one for one in register.people if one.role != RELATIVE]
    numbers = [one for one in register.references if one.kind != CONTACT]
    parts = (people, register.places, numbers, register.generalised)
    known = sorted(repr(vars(one)) for part in parts for one in part)
    return sha256("\n".join(known).encode()).hexdigest()


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
        sex=person.sex,
        publish_sex=person.sex_is_printed,
        relationship=person.relationship,
    )
