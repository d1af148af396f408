"""A great many deadlines, made by the database itself, of which some are due."""

from datetime import UTC, datetime

from django.contrib.auth.models import Group
from django.db import connection

from agencies.models import CommunitySafetyPartnership, User
from reviews.access import Role
from reviews.models import Membership, Review

REVIEWS = 1000  # each with an officer of its own, who is told of what is due in it
DAY = "2026-01-19"  # a Monday


def fill(*, rows: int, due: int) -> None:
    """Bring the table to so many open deadlines, without a history of them. Run as the owner."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE reviews_deadline DISABLE TRIGGER USER")
        add(rows=rows, due=due)
        cursor.execute("ALTER TABLE reviews_deadline ENABLE TRIGGER USER")


def add(*, rows: int, due: int) -> None:
    """Add open deadlines until there are so many, the first of which are due."""
    if not Review.objects.exists():
        open_reviews()
    with connection.cursor() as cursor:
        cursor.execute(DEADLINES, {"rows": rows, "due": due, "day": DAY})


def open_reviews() -> None:
    """Open the reviews, each with its officer: as much of them as the sweep looks at."""
    at = datetime(2026, 1, 5, 12, tzinfo=UTC)
    place = CommunitySafetyPartnership.objects.create(
        name="Bench", slug="bench", reference_prefix="BE"
    )
    users = User.objects.bulk_create(
        User(email=f"officer{number}@bench.example", full_name="An Officer")
        for number in range(REVIEWS)
    )
    groups = Group.objects.bulk_create(Group(name=f"bench:{number}") for number in range(REVIEWS))
    reviews = Review.objects.bulk_create(
        Review(
            partnership=place,
            reference=f"BE-DHR-{number}",
            notified_on=at.date(),
            recorded_at=at,
        )
        for number in range(REVIEWS)
    )
    Membership.objects.bulk_create(
        Membership(
            user=user,
            role=Role.CSP_OFFICER,
            review=review,
            group=group,
            from_on=at.date(),
            admitted_at=at,
        )
        for user, group, review in zip(users, groups, reviews, strict=True)
    )


DEADLINES = """
    WITH numbered AS (
        SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many
        FROM reviews_review
    ),
    standing AS (SELECT count(*) AS already FROM reviews_deadline),
    wanted AS (
        SELECT n, n < %(due)s AS is_due
        FROM standing, generate_series(already, %(rows)s - 1) AS n
    )
    INSERT INTO reviews_deadline
        (review_id, code, subject, started_on, due_on, next_step_on, noted_at)
    SELECT numbered.id, 'D16', 'bench-' || n, DATE '2026-01-05',
        CASE WHEN is_due THEN %(day)s::date ELSE %(day)s::date + 400 + (n %% 300)::int END,
        CASE WHEN is_due THEN %(day)s::date ELSE %(day)s::date + 400 + (n %% 300)::int END,
        TIMESTAMPTZ '2026-01-05 12:00+00'
    FROM wanted JOIN numbered ON numbered.place = n %% numbered.many
"""
