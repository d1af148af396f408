"""
The product with one grant, rule or door loosened at a time, and the rows that must notice.

Each mutant changes what stands in memory, asks its rows again, and is put back. A mutant that no
row notices is a test that is missing.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from unittest.mock import patch

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now, TruncDate

import actionplans.access
import chronologies.rules
import evidence.rules.imr_reading
import families.rules
import publications.access
import publications.queries.liaison
import reports.access
import reviews.rules
from chronologies.models import ChronologySubmission
from evidence.models import ImrVersion
from families.models.contact import FamilyContactQuerySet
from publications.models import QaSubmission
from reviews import access
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Role, doors, questions
from reviews.models import Permission
from reviews.models.grants import GrantQuerySet
from reviews.models.involvement import InvolvementQuerySet
from reviews.models.review import ReviewQuerySet
from tests.factories.agencies import UserFactory
from tests.factories.reviews import admit
from tests.proof import every_rule
from tests.proof.agreeing import each_difference
from tests.proof.scene import Asked


@dataclass(frozen=True)
class Mutant:
    """One loosening. `notices` returns the first row that noticed, in words; empty for none."""

    kind: str
    name: str
    loosen: Callable[[], AbstractContextManager]
    notices: Callable[["Stage"], str]


@dataclass(frozen=True)
class Stage:
    """What the rows are asked on: the scene, and the house world with a value for each rule."""

    scene: object
    turn: Callable
    values: dict
    stranger: object
    everything: object
    ended: Callable


class Undone(Exception):
    pass


@contextmanager
def undone():
    """Take back whatever happens in the database."""
    try:
        with transaction.atomic():
            yield
            raise Undone
    except Undone:
        pass


def all_mutants() -> list[Mutant]:
    return [*of_grants(), *of_rules(), *of_doors(), *of_standing()]


# One permission more for one role


def of_grants() -> Iterator[Mutant]:
    for kind, table in (("review", REVIEW_GRANTS), ("part", INVOLVEMENT_GRANTS)):
        for role, held in table.items():
            for permission in Permission:
                if permission not in held:
                    yield grant(kind, table, role, permission)


def grant(kind, table, role, permission) -> Mutant:
    def notices(stage):
        with undone():
            scene = stage.scene
            user = UserFactory()
            admit(user, role, to=scene.review if kind == "review" else scene.parts[0].of)
            return next(each_difference(Asked(user, scene, scene.parts[0])), "")

    return Mutant(
        "grant",
        f"{role.label} ({kind}): {permission.label}",
        lambda: patch.dict(table, {role: table[role] | {permission}}),
        notices,
    )


# Rules that ask for a right, or whether the review goes on


def granted(*args, **kwargs) -> bool:
    return True


LOOSE = SimpleNamespace(
    **{name: getattr(access, name) for name in access.__all__}
    | {"require": granted, "require_own": granted, "has": granted, "has_own": granted}
)


def of_rules() -> Iterator[Mutant]:
    for rule in every_rule.rules():
        if rule.asks_rights:
            yield Mutant(
                "rule",
                f"{rule.label} asks for no right",
                lambda rule=rule: patch.object(rule.module, "access", LOOSE),
                lambda stage, rule=rule: unless_for_lack_of_right(rule, stage),
            )
        if rule.asks_whether_open:
            yield Mutant(
                "rule",
                f"{rule.label} goes on after the end",
                lambda: patch.object(reviews.rules, "check_is_open", granted),
                lambda stage, rule=rule: unless_for_the_end(rule, stage),
            )
        yield Mutant(
            "rule",
            f"{rule.label} refuses nobody",
            lambda rule=rule: patch.object(rule.module, rule.name, anybody(rule)),
            lambda stage, rule=rule: (
                unless_for_lack_of_right(rule, stage) if rule.asks_rights
                else unless_for_the_end(rule, stage)
            ),
        )  # fmt: skip


def anybody(rule):
    check = getattr(rule.module, rule.name)

    def let_in(actor, *args, **kwargs):
        return None

    let_in.__signature__ = every_rule.inspect.signature(check)
    return let_in


def unless_for_lack_of_right(rule, stage) -> str:
    said = rule.ask(stage.values, stage.stranger)
    return "" if said.startswith(every_rule.SAID_WITHOUT_RIGHT) else f"{rule.name}: {said or 'yes'}"


def unless_for_the_end(rule, stage) -> str:
    with undone():
        stage.ended()
        said = rule.ask(stage.values, stage.everything)
        return "" if every_rule.SAID_AFTER_THE_END in said else f"{rule.name}: {said or 'yes'}"


# Doors, lists and what they look at


def true(*args, **kwargs) -> bool:
    return True


def everybody(rows, *args) -> object:
    return rows.all()


def of_doors() -> Iterator[Mutant]:
    for name, target, attribute, instead in DOORS:
        yield Mutant(
            "door",
            name,
            lambda t=target, a=attribute, i=instead: patch.object(t, a, i),
            each_role,
        )


def each_role(stage) -> str:
    """Ask for each role alone, with everything withheld and with everything given."""
    for how in ("closed", "received", "open"):
        with undone():
            stage.turn(stage.scene, how)
            for kind, table in (("review", REVIEW_GRANTS), ("part", INVOLVEMENT_GRANTS)):
                for role in table:
                    for part in stage.scene.parts if kind == "part" else stage.scene.parts[:1]:
                        if found := for_one(stage.scene, role, kind, part):
                            return f"{how}: {found}"
    return ""


def for_one(scene, role, kind, part) -> str:
    with undone():
        user = UserFactory()
        admit(user, role, to=scene.review if kind == "review" else part.of)
        return next(each_difference(Asked(user, scene, scene.parts[0])), "")
    return ""


def review_alone(actor, reference, permission):
    return doors.get_object_or_404(doors.Review, reference=reference)


def part_alone(actor, reference, pk, permission):
    return doors.get_object_or_404(doors.AgencyInvolvement, pk=pk)


def own_or_not(actor, permission, *, on):
    return questions.has(actor, permission, on=on)


def any_agency(actor, permission, *, on):
    """Whoever holds it for one agency of the review holds it for each."""
    return questions.has(actor, permission, on=on) or any(
        questions.has(actor, permission, on=part) for part in on_review(on).involvements.all()
    )


def on_review(place):
    return getattr(place, "review", place)


YES = property(true)
DOORS = (
    ("the door to a review asks nothing", access, "review_or_404", review_alone),
    ("the door to an agency's part asks nothing", access, "involvement_or_404", part_alone),
    ("a question is answered yes", access, "has", true),
    ("what is asked of one agency's people is asked of all", access, "has", any_agency),
    ("anybody acts in an agency's name", access, "has_own", own_or_not),
    ("a requirement is none", access, "require", granted),
    ("lists show every review", ReviewQuerySet, "readable_by", everybody),
    ("lists show every agency's part", InvolvementQuerySet, "readable_by", everybody),
    ("lists show every family contact", FamilyContactQuerySet, "readable_by", everybody),
    ("the family's pen is the officer's always", families.rules.access, "has_independent_chair",
     lambda review: False),
    ("the family's pen is the chair's always", families.rules.access, "has_independent_chair",
     true),
    ("every chronology is released", ChronologySubmission, "is_released", YES),
    ("the composite asks nothing", chronologies.rules, "check_can_read_composite", granted),
    ("every author reads every composite", chronologies.rules, "_reads_as_author", true),
    ("any version of a report is read", evidence.rules.imr_reading, "check_can_read", granted),
    ("every report was entered for its agency", ImrVersion, "is_on_behalf", YES),
    ("drafts are read before release", reports.access, "sees_unreleased", true),
    ("packs are read before they are sent", QaSubmission, "is_submitted", YES),
    ("the liaison reads every review", publications.queries.liaison, "readable",
     lambda user: publications.queries.liaison.Review.objects.all()),
    ("the liaison reads what is not sent", publications.queries.liaison, "packs_of",
     lambda review: list(review.qa_submissions.whole())),
    ("files of a pack open with its round", publications.access, "item_or_404",
     lambda actor, reference, number, pk: publications.access.round_or_404(
         actor, reference, number, Permission.QA_READ)),
    ("any action opens", actionplans.access, "action_or_404", granted),
)  # fmt: skip


# When a grant stands


def of_standing() -> Iterator[Mutant]:
    for left_out in STANDING:
        yield Mutant(
            "grant stands",
            left_out,
            lambda left_out=left_out: patch.object(
                GrantQuerySet, "standing_for", standing_without(left_out)
            ),
            lambda stage, left_out=left_out: ended_so(stage, STANDING[left_out][1]),
        )


def by_days():
    return Q(group__memberships__until_on__isnull=True) | Q(
        group__memberships__until_on__gte=TruncDate(Now())
    )


def by_moment():
    return Q(group__memberships__until_at__isnull=True) | Q(group__memberships__until_at__gt=Now())


def standing_without(left_out):
    def standing_for(rows, user):
        wanted = [made(user) for name, (made, _) in STANDING.items() if name != left_out]
        return rows.filter(*wanted, group__memberships__user=user)

    return standing_for


def ended_so(stage, end) -> str:
    """Let a chair's access end in one way, and ask whether it did."""
    with undone():
        user = UserFactory()
        admit(user, Role.INDEPENDENT_CHAIR, to=stage.scene.review)
        end(user)
        fresh = type(user).objects.get(pk=user.pk)
        held = access.has(fresh, Permission.REVIEW_READ, on=stage.scene.review)
        return "still opens the review" if held else ""


STANDING = {
    "after its last day": (
        lambda user: by_days(),
        lambda user: user.memberships.update(until_on="2026-01-06"),
    ),
    "after its last moment": (
        lambda user: by_moment(),
        lambda user: user.memberships.update(until_at="2026-01-06T09:00Z"),
    ),
    "after it was removed": (
        lambda user: Q(group__memberships__removed_at__isnull=True),
        lambda user: user.memberships.update(removed_at="2026-01-06T09:00Z"),
    ),
    "while it is held": (
        lambda user: Q(group__memberships__held_at__isnull=True),
        lambda user: user.memberships.update(held_at="2026-01-06T09:00Z"),
    ),
    "for an account that is stopped": (
        lambda user: Q(group__memberships__user__is_active=True),
        lambda user: type(user).objects.filter(pk=user.pk).update(is_active=False),
    ),
    "out of its group": (lambda user: Q(group__user=user), lambda user: user.groups.clear()),
}
