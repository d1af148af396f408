"""
What the plans of the benchmark recommended and taught, published and searched.

Every review publishes what it recommends, in whatever year; one of ten is taken down again.
"""

from datetime import UTC, datetime

from django.db import connection, transaction

from agencies.models import CommunitySafetyPartnership
from dhr.benchmark.plans import SLUG
from learning.operations.themes import themes_meant

AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
TABLES = (
    "publications_publicationdecision", "publications_publication", "learning_lesson",
    "learning_lesson_themes", "learning_theme", "learning_themewording",
)  # fmt: skip

PUBLISH = """
    INSERT INTO publications_publicationdecision (
        review_id, choice, standing, decided_on, decided_by, reasons, compelling, items,
        family_view, family_note, recorded_at, received_via
    )
    SELECT id, 'PUBLISH', 'CONFIRMED', notified_on + 600, 'Chair', '', '{}', '{report}',
        'AGREED', '', %(at)s, 'PAGE'
    FROM reviews_review WHERE partnership_id = %(place)s;

    INSERT INTO publications_publication (
        review_id, decision_id, title, about, recommendations, published_on, recorded_at,
        taken_down_reason
    )
    SELECT review.id, decision.id, 'Report into the death of ' || review.pseudonym_title,
        'What was learnt.', '[]', review.notified_on + 700, %(at)s, ''
    FROM reviews_review review
    JOIN publications_publicationdecision decision ON decision.review_id = review.id
    WHERE review.partnership_id = %(place)s;

    UPDATE publications_publication publication
    SET taken_down_on = published_on + 30, taken_down_at = %(at)s, taken_down_reason = 'A mistake.'
    FROM reviews_review review
    WHERE review.id = publication.review_id AND review.partnership_id = %(place)s
        AND review.id %% 10 = 0;

    INSERT INTO learning_lesson (
        partnership_id, publication_id, kind, place, number, text, scope, addressee,
        is_addressee_public, published_on, recommendation_id, actions
    )
    SELECT %(place)s, publication.id, 'RECOMMENDATION', asked.number, asked.number, asked.text,
        asked.scope, agency.name, true, publication.published_on, asked.id, '[]'
    FROM actionplans_recommendation asked
    JOIN publications_publication publication ON publication.review_id = asked.review_id
    JOIN reviews_agencyinvolvement part ON part.id = asked.addressee_id
    JOIN agencies_agency agency ON agency.id = part.agency_id;

    INSERT INTO learning_lesson (
        partnership_id, publication_id, kind, place, number, text, scope, addressee,
        is_addressee_public, published_on, actions
    )
    SELECT %(place)s, publication.id, 'LEARNING', 100 + point.number, point.number, point.text,
        '', '', true, publication.published_on, '[]'
    FROM actionplans_learningpoint point
    JOIN publications_publication publication ON publication.review_id = point.review_id;

    INSERT INTO learning_lesson_themes (lesson_id, theme_id)
    SELECT DISTINCT lesson.id, theme.id
    FROM learning_lesson lesson
    JOIN actionplans_recommendation_learning_points link
        ON link.recommendation_id = lesson.recommendation_id
    JOIN actionplans_learningpoint point ON point.id = link.learningpoint_id
    JOIN learning_themewording wording ON lower(wording.words) = lower(point.theme)
    JOIN learning_theme theme ON theme.id = wording.theme_id;
"""


@transaction.atomic
def fill() -> None:
    """Publish what is there, with no history of it. Run as the owner of the tables."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        write()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE learning_lesson, learning_lesson_themes, publications_publication")


def write() -> None:
    place = CommunitySafetyPartnership.objects.get(slug=SLUG)
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT theme FROM actionplans_learningpoint")
        themes_meant(place, [words for (words,) in cursor.fetchall()], at=AT)
        cursor.execute(PUBLISH, {"place": place.pk, "at": AT})
