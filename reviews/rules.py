"""May it be done to this review now? Every rule raises `Refused` in words fit to show."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.utils.timezone import localdate

from agencies.models import Actor, Agency, User
from pages.parts import Blocker
from reviews import access
from reviews.access import Permission, Refused
from reviews.checks.register import HeldName, Register, names_held, register_of
from reviews.checks.true_names import certain, findings
from reviews.lifecycle import NEVER_PASSED
from reviews.models import (
    AgencyInvolvement,
    Capacity,
    Declaration,
    Judged,
    Person,
    Review,
    Tie,
    TieKind,
)
from reviews.models.independence import ANSWERED_WITH_POSTS, connections_in, questions_for
from reviews.state_machine import Transition

EARLIEST = date(1990, 1, 1)
NHS_FIGURES = 10
MOST_PARENTS = 2  # as a genogram draws them


def check_possible_on(day: date | None, *, field: str, called: str, today: date) -> None:
    """
    Refuse a day on which nothing can have happened: in the future, or before any record.

    Unusual days are not refused: see `is_unusual_on`.
    """
    if day is None:
        return
    if day > today:
        raise Refused(f"{called} must be today or in the past", field=field)
    if day < EARLIEST:
        raise Refused(f"{called} must be after {EARLIEST.year}", field=field)


def check_reference_names_nobody(reference: str, names: Iterable[str]) -> None:
    """Refuse a reference in which a word of somebody's name stands. It is read by anybody."""
    register = Register(names=tuple(HeldName("a name", name) for name in names))
    if findings({"Reference": reference.replace("-", " ")}, register):
        raise Refused(
            "The reference holds a word of the name of somebody in this review. It stands in "
            "addresses and emails: use letters and numbers that say nothing",
            field="reference",
        )


def check_order_of_death(
    *, incident_on: date | None, died_on: date | None, notified_on: date
) -> None:
    """Refuse a death before its incident, or after the partnership was told of it."""
    if died_on and died_on > notified_on:
        raise Refused("The death must be on or before the day of notification", field="died_on")
    if incident_on and incident_on > notified_on:
        raise Refused(
            "The incident must be on or before the day of notification", field="incident_on"
        )
    if incident_on and died_on and incident_on > died_on:
        raise Refused("The incident must be on or before the death", field="incident_on")


def check_nhs_number(number: str) -> None:
    """Refuse a number without its ten figures or its check digit. Source: NHS Data Dictionary."""
    if not number:
        return
    figures = [int(one) for one in number if one in "0123456789"]
    if len(number) != NHS_FIGURES or len(figures) != NHS_FIGURES or not is_checked(figures):
        words = "This is no NHS number: it has ten figures, and the last one is checked. Look again"
        raise Refused(words, field="nhs_number")


def is_checked(figures: list[int]) -> bool:
    """Test the check digit: eleven less the weighted sum's rest, where eleven counts as nought."""
    weights = range(NHS_FIGURES, 1, -1)
    total = sum(one * weight for one, weight in zip(figures[:-1], weights, strict=True))
    return (11 - total % 11) % 11 == figures[-1]


def check_period(*, period_from: date | None, period_to: date | None) -> None:
    """Refuse a period under review that ends before it begins."""
    if period_from and period_to and period_from > period_to:
        raise Refused("The period must end on or after the day it begins", field="period_to")


def check_after_death(review: Review, day: date | None, *, field: str, called: str) -> None:
    """Refuse a step of the review itself before the death or the incident that it is about."""
    if day and day < review.earliest_possible_on and day < review.notified_on:
        raise Refused(f"{called} must be after the death", field=field)


def is_before_this_system(review: Review, day: date) -> bool:
    """
    Test whether something happened before a review was taken over: those whom it concerned know
    of it, and nobody is written to.
    """
    return review.is_adopted and day < localdate(review.recorded_at)


def is_unusual_on(review: Review, day: date) -> bool:
    """
    Test whether a step is dated before the review was notified, or before its last move here.

    Moves before this system do not count: what is entered of a running review is old by nature,
    and why it comes late was said once, when it was adopted.
    """
    last = review.moves.filter(before_this_system=False).order_by("-pk").first()
    return day < review.notified_on or bool(last and last.moved_on and day < last.moved_on)


def check_reason_for_unusual(review: Review, day: date, reason: str, *, field: str) -> None:
    """Ask for a reason where the order is unusual. The day itself is kept as it was said."""
    if is_unusual_on(review, day) and not reason.strip():
        raise Refused(
            "This day comes before an earlier step of the review. Check it, or say why it is right",
            field=field,
        )


def check_reason_before_notification(
    review: Review, day: date | None, reason: str, *, called: str
) -> None:
    """
    Ask why something happened before the partnership was told of the death.

    The day is kept as it was said: a standing panel, a chair found or paid early, is real.
    """
    if day and day < review.notified_on and not reason.strip():
        raise Refused(
            f"{called} is before the partnership was told of the death. Check the day, or say why "
            "it is right",
            field="unusual_reason",
        )


def check_is_open(review: Review) -> None:
    """Refuse changes to a review that has ended."""
    if review.has_ended:
        raise Refused("This review has ended. It can be read but not changed.")


def check_can_pass(
    actor: Actor, review: Review, waits: dict[str, list[Blocker]], reason: str
) -> None:
    """Refuse to pass closed gates without the right, a reason, or where nobody may."""
    if not waits:
        return
    said = " ".join(wait.words for found in waits.values() for wait in found)
    if NEVER_PASSED & waits.keys():
        raise Refused(f"{said} Nobody can pass this without it.")
    if not reason.strip():
        raise Refused(f"Not yet: {said}", field="reason")
    access.require(actor, Permission.GATE_PASS, on=review)


def check_can_move(actor: Actor, review: Review, row: Transition) -> None:
    """Refuse a move by somebody whose role does not make it."""
    access.require(actor, Permission(row.permission), on=review)


def check_answers(
    capacity: Capacity, answers: Mapping[str, bool], *, connections: str, posts_held: str = ""
) -> None:
    """Refuse a declaration with a question left open, or a connection left unexplained."""
    for asked in questions_for(capacity):
        if asked.code not in answers:
            raise Refused(f"Answer “{asked.words}”", field=asked.code)
    if any(answers.get(code) for code in ANSWERED_WITH_POSTS) and not posts_held.strip():
        raise Refused("Say which posts, with whom, and from when until when", field="posts_held")
    weighed = [one for one in connections_in(answers, capacity) if not one.bars(capacity)]
    if weighed and not connections.strip():
        raise Refused(
            "Say what lies behind your answers, so that others can judge it", field="connections"
        )


def check_can_decide(actor: Actor, declaration: Declaration, because: str) -> None:
    """Refuse a decision on a connection without the right, of one's own, twice or unexplained."""
    review = declaration.about
    access.require(actor, Permission.INDEPENDENCE_DECIDE, on=review)
    check_is_open(review)
    if declaration.judged != Judged.WAITING:
        raise Refused("There is no connection in this declaration left to decide.")
    if isinstance(actor, User) and actor.pk == declaration.person_id:
        raise Refused("Somebody else decides on a connection of your own.")
    if not because.strip():
        raise Refused("Give the reason. It prints in the report", field="because")
    check_reason_names_nobody(review, because)


def check_reason_names_nobody(review: Review, because: str) -> None:
    if findings({"Reason": because}, register_of(review)):
        raise Refused(
            "The reason holds a name or day of the case. It prints in the report: write it without",
            field="because",
        )


def check_is_of_no_own_team(actor: Actor, part: AgencyInvolvement, may: Permission) -> None:
    """Refuse to judge what one's own agency or team sent; name who else may."""
    if not isinstance(actor, User) or not is_of_own_team(actor, part):
        return
    others = access.others_who_may(may, on=part.review, but=actor)
    who = f"{' or '.join(others)} can" if others else "Nobody else here can yet: admit somebody"
    raise Refused(f"You belong to {part.agency}, so you cannot judge what it sent. {who}.")


def is_of_own_team(user: User, part: AgencyInvolvement) -> bool:
    """Test whether somebody is admitted for an agency, or declared that their team is of it."""
    if part.memberships.filter(user=user, removed_at__isnull=True).exists():
        return True
    last = part.review.part_declarations.filter(user=user, part=Capacity.OFFICER).first()
    return last is not None and last.bodies.filter(pk__in=bodies_of(part.agency)).exists()


def bodies_of(agency: Agency) -> list[int]:
    """Return an agency with the larger body that answers for it, by their ids."""
    return [pk for pk in (agency.pk, agency.part_of_id) if pk]


def check_may_be_sent(why_not: str) -> None:
    """Refuse a letter with which something left that may not leave, in the words of who knows."""
    if why_not:
        raise Refused(why_not)


def check_birth(born_on: date | None, *, today: date) -> None:
    """Refuse a birth in the future, or more than 120 years ago."""
    if born_on is None:
        return
    if born_on > today:
        raise Refused("The date of birth must be today or in the past", field="born_on")
    if today.year - born_on.year > 120:
        raise Refused("The date of birth must be within the last 120 years", field="born_on")


def check_lived(lived_from: date | None, lived_until: date | None, *, today: date) -> None:
    """Refuse months in the future, or an end without its beginning or before it."""
    for name, day in (("lived_from", lived_from), ("lived_until", lived_until)):
        check_possible_on(day, field=name, called="The month", today=today)
    if lived_until and lived_from is None:
        raise Refused("Enter the month from when as well", field="lived_from")
    if lived_from and lived_until and lived_until < lived_from:
        raise Refused("They cannot have left before they came", field="lived_until")


def check_names_nobody(
    review: Review, said: Mapping[str, str], *, called: Mapping[str, str]
) -> None:
    """
    Refuse words with somebody's whole true name, or another name of theirs, where those who read
    them may not know it.

    said: the words, by field. called: what each field is called on its page.
    """
    register = names_held(review)
    for field, words in said.items():
        if stops := certain(findings({called[field]: words}, register)):
            raise Refused(
                f"{stops[0].words} Not everybody who reads this may know it: call people here as "
                "the report does",
                field=field,
            )


def check_tie(person: Person, kind: TieKind, other: Person) -> None:
    """Refuse a tie that cannot be: to oneself, told already, of a third parent, or in a circle."""
    if person.pk == other.pk:
        raise Refused("Choose two different people", field="other")
    if person.review_id != other.review_id:
        raise Refused("Both have to be people of this review", field="other")
    ties = list(Tie.objects.filter(person__review=person.review))
    pairs = {(tie.person_id, tie.other_id) for tie in ties if tie.kind == kind}
    here, there = (person.pk, other.pk), (other.pk, person.pk)
    if here in pairs or (there in pairs and kind != TieKind.PARENT):
        raise Refused("This is recorded already", field="other")
    check_not_both(kind, {(tie.person_id, tie.other_id, tie.kind) for tie in ties}, (here, there))
    if kind != TieKind.PARENT:
        return
    if sum(child == other.pk for _, child in pairs) >= MOST_PARENTS:
        raise Refused("Two parents of this person are recorded. Take one back first", field="other")
    if person.pk in descendants(other.pk, pairs):
        raise Refused("Nobody descends from themselves: look at the parents", field="other")


def check_not_both(
    kind: TieKind, told: Collection[tuple[int, int, str]], ways: Iterable[tuple[int, int]]
) -> None:
    """Refuse that somebody is a parent and a brother or sister of one person."""
    others = {TieKind.PARENT: TieKind.SIBLING, TieKind.SIBLING: TieKind.PARENT}
    other = others.get(kind)
    if other and any((*way, other) in told for way in ways):
        words = f"It is recorded that one of them {other.label} the other. Take that back first"
        raise Refused(words, field="other")


def descendants(root: int, pairs: Iterable[tuple[int, int]]) -> set[int]:
    """Return whoever descends from somebody. pairs: of parent and child."""
    found, waiting = set[int](), [root]
    while waiting:
        parent = waiting.pop()
        for one, child in pairs:
            if one == parent and child not in found:
                found.add(child)
                waiting.append(child)
    return found
