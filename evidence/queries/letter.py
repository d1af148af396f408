"""What a scoping letter says: whom to search for, over which time, what to answer, by when."""

from dataclasses import dataclass
from datetime import date

from agencies.models import User
from evidence.models import ScopingRequest
from evidence.queries.choosing import whom_to_ring
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement, Person, PersonAddress, PersonRole, Review
from reviews.queries.lengths import due_in

SEARCHED_FOR = (PersonRole.VICTIM, PersonRole.PERPETRATOR, PersonRole.CHILD)


@dataclass(frozen=True)
class Subject:
    """Somebody to search for, as this reader may know them."""

    role: str
    name: str
    aliases: str = ""
    initials: str = ""
    born_on: date | None = None
    addresses: tuple[PersonAddress, ...] = ()
    nhs_number: str = ""
    life: str = ""
    basis: str = ""
    consent: str = ""


@dataclass(frozen=True)
class Letter:
    """
    The letter to one agency, for one reader.

    is_preview: it has not been sent; the dates are those it would have today.
    names_are_hidden: the reader's role does not know true names.
    """

    involvement: AgencyInvolvement
    subjects: list[Subject]
    period_from: date | None
    period_to: date | None
    sent_on: date
    due_on: date
    whom_to_ring: str
    note: str
    is_preview: bool
    names_are_hidden: bool


def letter_for(reader: User, involvement: AgencyInvolvement, *, today: date) -> Letter:
    """Return the last letter to an agency, or what it would say if it were sent today."""
    sent = list(involvement.scoping_requests.all())
    request = sent[-1] if sent else preview(reader, involvement, today=today)
    may_know = access.has(reader, Permission.IDENTITIES_READ, on=involvement)
    return written(request, may_know=may_know)


def written(request: ScopingRequest, *, may_know: bool) -> Letter:
    """Return what one letter says. Whoever asks for true names has been let in to know them."""
    review = request.involvement.review
    return Letter(
        involvement=request.involvement,
        subjects=subjects(review, may_know=may_know),
        period_from=review.period_from if may_know else None,
        period_to=review.period_to if may_know else None,
        sent_on=request.sent_on,
        due_on=request.due_on,
        whom_to_ring=request.whom_to_ring,
        note=request.note,
        is_preview=request.pk is None,
        names_are_hidden=not may_know,
    )


def preview(reader: User, involvement: AgencyInvolvement, *, today: date) -> ScopingRequest:
    return ScopingRequest(
        involvement=involvement,
        sent_on=today,
        due_on=due_in(involvement.review, "D3", started_on=today),
        whom_to_ring=whom_to_ring(involvement.review, reader),
    )


def subjects(review: Review, *, may_know: bool) -> list[Subject]:
    people = review.people.filter(role__in=SEARCHED_FOR).prefetch_related("addresses")
    order = list(SEARCHED_FOR)
    found = sorted(people, key=lambda person: (order.index(PersonRole(person.role)), person.pk))
    return [known(person) if may_know else hidden(person) for person in found]


def known(person: Person) -> Subject:
    return Subject(
        role=person.role_in_print,
        name=person.true_name,
        aliases=", ".join(person.aliases),
        initials=", ".join(person.initials_in_records),
        born_on=person.born_on,
        addresses=tuple({row.alias: row for row in person.addresses.all()}.values()),
        nhs_number=person.nhs_number_in_print,
        life=person.get_life_display(),
        basis=person.get_sharing_basis_display(),
        consent=consent_of(person),
    )


def consent_of(person: Person) -> str:
    return ": ".join(filter(None, (person.get_consent_display(), person.consent_note)))


def hidden(person: Person) -> Subject:
    return Subject(role=person.role_in_print, name=person.printed_name)
