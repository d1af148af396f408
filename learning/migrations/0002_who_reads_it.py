"""
What the policies of these tables ask: in which partnerships a person holds one of these posts, or
stands in a review in one of these roles. As in reviews.0006, with the owner's rights.
"""

from django.db import migrations

ASK = """
CREATE FUNCTION row_partnerships(kinds text[], roles text[]) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT post.partnership_id
    FROM agencies_post post
    JOIN agencies_user u ON u.id = post.user_id AND u.is_active
    WHERE post.user_id = public.row_reader()
        AND post.kind = ANY (kinds)
        AND post.ended_at IS NULL
        AND NOT post.waits
        AND post.from_on <= (statement_timestamp() AT TIME ZONE 'Europe/London')::date
        AND (post.until_on IS NULL
            OR post.until_on >= (statement_timestamp() AT TIME ZONE 'Europe/London')::date)
    UNION
    SELECT review.partnership_id
    FROM row_standing s JOIN reviews_review review ON review.id = s.review_id
    WHERE s.involvement_id IS NULL AND s.role = ANY (roles)
$$;
"""

FORGET = "DROP FUNCTION row_partnerships(text[], text[]);"


class Migration(migrations.Migration):
    dependencies = [
        ("learning", "0001_learning"),
        ("agencies", "0005_letterhead"),
        ("reviews", "0006_row_locks"),
    ]
    operations = [migrations.RunSQL(ASK, FORGET)]
