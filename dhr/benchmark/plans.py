"""
The plans of a great many reviews, in one partnership that holds nothing else.

Rows are written many at a time and with no history of them. Whoever measures a page over plans, or
over what was learnt, fills with these and opens it as one of `READERS`.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as AuthPermission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from actionplans.cycle import DONE, GIVEN_UP, ActionStatus
from actionplans.models import Action, LearningPoint, Recommendation, Scope
from agencies.models import Agency, AgencyKind, CommunitySafetyPartnership, Post, PostKind, User
from dhr.benchmark.plan_words import ACTIONS, BODIES, LEARNT, RECOMMENDED, THEMES
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Role
from reviews.lifecycle import Stage
from reviews.models import (
    AgencyInvolvement,
    InvolvementGrant,
    Membership,
    Review,
    ReviewGrant,
    StageMove,
)

AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
SLUG = "bench-plans"
AGENCIES, PARTS, LEARNING = 40, 8, 6  # in all, of each review, of each review
SEAT = 10  # whoever does not read all of them reads every tenth
READERS = {
    "CSP officer of every review": "officer@plans.example",
    "panel member of every tenth": "panel@plans.example",
    "contact of one agency": "contact@plans.example",
}
OFFICER, PANEL, CONTACT = READERS.values()
STAGES = (Stage.PUBLISHED, Stage.ACTION_MONITORING, Stage.PUBLISHED, Stage.CLEARED)
STATUSES = (
    ActionStatus.NOT_STARTED, ActionStatus.IN_PROGRESS, ActionStatus.DONE_VERIFIED,
    ActionStatus.DONE_UNVERIFIED, ActionStatus.IN_PROGRESS, ActionStatus.DONE_VERIFIED,
    ActionStatus.SUPERSEDED, ActionStatus.DONE_VERIFIED, ActionStatus.CANNOT_DO,
)  # fmt: skip
AT_ONCE = 2000


@transaction.atomic
def fill(*, reviews: int, recommendations: int, actions: int) -> None:
    """Write so many of them with no history. Run as the owner of the tables."""
    kinds = (
        Review, StageMove, AgencyInvolvement, LearningPoint, Recommendation, Action, Membership,
        Group, ReviewGrant, InvolvementGrant, Recommendation.learning_points.through,
    )  # fmt: skip
    tables = [connection.ops.quote_name(kind._meta.db_table) for kind in kinds]
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        write(reviews=reviews, recommendations=recommendations, actions=actions)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # before a table is altered again
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def write(*, reviews: int, recommendations: int, actions: int) -> None:
    """Write so many reviews, and evenly among them so many recommendations with their actions."""
    place = CommunitySafetyPartnership.objects.create(
        name="Benchford", slug=SLUG, reference_prefix="BP"
    )
    made = open_reviews(place, reviews)
    parts = add_parts(made)
    learnt = add_learning(made)
    recommended = recommend(made, parts, learnt, recommendations)
    plan(recommended, parts, actions)
    admit_readers(place, made, parts)


def written(kind: type[Any], rows: Iterable[Any]) -> list[Any]:
    made: list[Any] = kind._default_manager.bulk_create(rows, batch_size=AT_ONCE)
    return made


# Reviews, and who takes part


def open_reviews(place: CommunitySafetyPartnership, number_of_reviews: int) -> list[Review]:
    def row(number: int) -> Review:
        return Review(
            partnership=place,
            reference=f"BP-DHR-{number}",
            pseudonym_title=f"Adult {number}",
            notified_on=day(number, years=8),
            stage=STAGES[number % len(STAGES)],
            recorded_at=AT,
        )

    made = written(Review, (row(number) for number in range(1, number_of_reviews + 1)))
    written(
        StageMove,
        (
            StageMove(
                review=review,
                from_stage=Stage.HO_QA,
                to_stage=Stage.CLEARED,
                moved_on=review.notified_on + timedelta(days=500),
                recorded_at=AT,
            )
            for review in made
        ),
    )
    return made


def add_parts(reviews: Sequence[Review]) -> dict[Review, list[AgencyInvolvement]]:
    kinds = list(AgencyKind)
    agencies = written(
        Agency,
        (
            Agency(
                name=f"{BODIES[n % len(BODIES)]} {n + 1}",
                slug=f"bench-plans-{n + 1}",
                kind=kinds[n % len(kinds)],
            )
            for n in range(AGENCIES)
        ),
    )
    rows = written(
        AgencyInvolvement,
        (
            AgencyInvolvement(
                review=review,
                agency=agencies[(place + step * 5) % AGENCIES],
                added_on=review.notified_on,
                recorded_at=AT,
            )
            for place, review in enumerate(reviews)
            for step in range(PARTS)
        ),
    )
    return {review: rows[n * PARTS : (n + 1) * PARTS] for n, review in enumerate(reviews)}


def admit_readers(
    place: CommunitySafetyPartnership,
    reviews: Sequence[Review],
    parts: dict[Review, list[AgencyInvolvement]],
) -> None:
    users = written(
        User,
        (
            User(email=email, full_name=f"Reader {email}", password=make_password(None))
            for email in READERS.values()
        ),
    )
    officer, panel, contact = users
    Post.objects.create(partnership=place, user=officer, kind=PostKind.OFFICER, from_on=AT.date())
    first = parts[reviews[0]][0].agency_id
    theirs = [part for mine in parts.values() for part in mine if part.agency_id == first]
    admit(officer, Role.CSP_OFFICER, reviews)
    admit(panel, Role.PANEL_MEMBER, reviews[::SEAT])
    admit(contact, Role.AGENCY_CONTACT, theirs)


def admit(user: User, role: Role, places: Sequence[Review] | Sequence[AgencyInvolvement]) -> None:
    """Admit somebody to many places, as `reviews.access.admit` does to one."""
    is_review = isinstance(places[0], Review)
    grants: Any = ReviewGrant if is_review else InvolvementGrant
    model = ContentType.objects.get_for_model(Review if is_review else AgencyInvolvement)
    word = "review" if is_review else "involvement"
    groups = written(Group, (Group(name=f"{word}:{one.pk}:{role.lower()}") for one in places))
    seated: list[tuple[Any, Group]] = list(zip(places, groups, strict=True))
    written(Membership, (membership(user, role, *seat) for seat in seated))
    user.groups.add(*groups)
    codes = [
        AuthPermission.objects.get_or_create(
            codename=code.value, content_type=model, defaults={"name": code.label}
        )[0]
        for code in sorted((REVIEW_GRANTS if is_review else INVOLVEMENT_GRANTS)[role])
    ]
    written(
        grants,
        (
            grants(group=group, permission=code, content_object=place)
            for place, group in seated
            for code in codes
        ),
    )


def membership(
    user: User, role: Role, place: Review | AgencyInvolvement, group: Group
) -> Membership:
    part = place if isinstance(place, AgencyInvolvement) else None
    return Membership(
        user=user,
        role=role,
        review_id=part.review_id if part else place.pk,
        involvement=part,
        group=group,
        from_on=AT.date(),
        admitted_at=AT,
    )


# What was learnt, recommended and planned


def add_learning(reviews: Sequence[Review]) -> dict[Review, list[LearningPoint]]:
    number = count()
    rows = written(
        LearningPoint,
        (
            LearningPoint(
                review=review,
                number=place,
                text=f"{turn(LEARNT, at)} {turn(LEARNT, at // 7 + 3)}",
                theme=turn(THEMES, at * 5 + at // 11),
                recorded_at=AT,
            )
            for review in reviews
            for place in range(1, LEARNING + 1)
            for at in [next(number)]
        ),
    )
    return {review: rows[n * LEARNING : (n + 1) * LEARNING] for n, review in enumerate(reviews)}


def recommend(
    reviews: Sequence[Review],
    parts: dict[Review, list[AgencyInvolvement]],
    learnt: dict[Review, list[LearningPoint]],
    how_many: int,
) -> list[Recommendation]:
    scopes = list(Scope)
    rows = written(
        Recommendation,
        (
            Recommendation(
                review=(review := reviews[at % len(reviews)]),
                number=at // len(reviews) + 1,
                text=f"{turn(RECOMMENDED, at * 3 + at // 97)} {turn(RECOMMENDED, at // 13)}",
                scope=scopes[at % len(scopes)],
                addressee=parts[review][at // len(reviews) % PARTS],
                recorded_at=AT,
            )
            for at in range(how_many)
        ),
    )
    links = Recommendation.learning_points.through
    written(
        links,
        (
            links(
                recommendation_id=row.pk,
                learningpoint_id=learnt[row.review][(row.number + step * 2) % LEARNING].pk,
            )
            for row in rows
            for step in range(1 + row.number % 2)
        ),
    )
    return rows


def plan(
    recommended: Sequence[Recommendation],
    parts: dict[Review, list[AgencyInvolvement]],
    how_many: int,
) -> None:
    def row(at: int) -> Action:
        under = recommended[at % len(recommended)]
        status = turn(STATUSES, at * 7 + at // 31)
        target_on = day(at * 13, years=4)
        return Action(
            recommendation=under,
            number=at // len(recommended) + 1,
            text=f"{turn(ACTIONS, at * 5 + at // 89)} {turn(ACTIONS, at // 17)}",
            lead=parts[under.review][at % PARTS],
            owner="Head of Safeguarding",
            outcome_measure="Sampled records show it in nine of ten",
            target_on=target_on,
            status=status,
            completed_on=target_on if status in DONE else None,
            outcome="Sampled records show it" if status in DONE else "",
            given_up_because="Another service took it over" if status in GIVEN_UP else "",
            recorded_at=AT,
        )

    written(Action, (row(at) for at in range(how_many)))


def turn(words: Sequence[Any], at: int) -> Any:
    return words[at % len(words)]


def day(at: int, *, years: int) -> date:
    """Return a day of the years before that of the benchmark, and half a year after it."""
    return AT.date() + timedelta(days=180 - at * 17 % (365 * years))
