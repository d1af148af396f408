"""Actions counted by the themes of the learning that their recommendations came of."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count

from actionplans.models.action import ActionQuerySet
from outcomes.queries.standings import with_standing

# A theme that two learning points share counts once. Counting distinct actions says the same, and
# sorts every one of them under each theme first: four times as long with 90,000.
COUNTED = """
    WITH seen AS ({seen}),
    themes AS (
        SELECT DISTINCT link.recommendation_id, lower(trim(point.theme)) AS theme
        FROM actionplans_recommendation_learning_points link
        JOIN actionplans_learningpoint point ON point.id = link.learningpoint_id
    )
    SELECT seen.standing, coalesce(themes.theme, ''), sum(seen.count)::int
    FROM seen LEFT JOIN themes ON themes.recommendation_id = seen.recommendation_id
    GROUP BY 1, 2
"""


def counted_by_theme(actions: ActionQuerySet, *, today: date) -> Iterator[Mapping[str, Any]]:
    """Yield how many of these actions stand how under each theme; "" for those without one."""
    rows = with_standing(actions.order_by(), today=today)
    each = rows.values("standing", "recommendation_id").annotate(count=Count("pk"))
    try:
        sql, params = each.query.sql_with_params()
    except EmptyResultSet:  # somebody who sees none
        return
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(seen=sql), params)
        found = cursor.fetchall()
    yield from ({"standing": row[0], "theme": row[1], "count": row[2]} for row in found)
