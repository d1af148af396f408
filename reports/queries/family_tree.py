"""The family of a review as its report may draw it: pseudonyms and roles, and never a true name."""

from reports.published.genogram import Family, Relative, Tied
from reports.queries.assembly.words import small
from reviews.models import Life, Person, PersonRole, Review, Tie

LONGEST = 24  # letters below a name: more would push people apart
ROLES = {
    PersonRole.VICTIM: "person who died",
    PersonRole.CHILD: "child",
}


def family_of(review: Review) -> Family:
    """Return the people of a review and their ties. Two queries."""
    ties = Tie.objects.filter(person__review=review)
    return Family(
        tuple(relative(one) for one in review.people.all()),
        tuple(
            Tied(tie.kind, tie.person_id, tie.other_id, tie.is_married, tie.has_ended)
            for tie in ties
        ),
    )


def relative(person: Person) -> Relative:
    is_subject = person.role == PersonRole.VICTIM
    return Relative(
        key=person.pk,
        called=person.printed_name if person.pseudonym else unnamed(person),
        what=what_they_are(person) if person.pseudonym else "",
        sex=person.sex_in_print,
        has_died=is_subject or person.life == Life.DECEASED,
        is_subject=is_subject,
    )


def unnamed(person: Person) -> str:
    """Return how somebody without a pseudonym is called: by what they are."""
    what = what_they_are(person)
    return f"{what[:1].upper()}{what[1:]}"


def what_they_are(person: Person) -> str:
    """Say it by their role; of others than those it is about, by how they are related."""
    if role := ROLES.get(PersonRole(person.role)):
        return role
    if person.role == PersonRole.PERPETRATOR:
        return small(person.role_in_print)
    related = small(person.relationship) if person.relationship else ""
    is_short = 0 < len(related) <= LONGEST
    return related if is_short else small(person.get_role_display())
