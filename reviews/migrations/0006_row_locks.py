"""
What the policies of the locked tables ask: who reads, and in which reviews and parts they stand.

They read memberships with the owner's rights, so that a policy needs none of its own.
"""

from django.db import migrations

ASK = """
CREATE FUNCTION row_reader() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT nullif(current_setting('app.user_id', true), '')::bigint
$$;

CREATE FUNCTION row_guest_part() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT nullif(current_setting('app.part_id', true), '')::bigint
$$;

CREATE FUNCTION row_reach_is_whole() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT current_setting('app.reach', true) IS NOT DISTINCT FROM 'whole'
$$;

CREATE VIEW row_standing AS
    SELECT m.review_id, m.involvement_id, m.role
    FROM reviews_membership m
    JOIN agencies_user u ON u.id = m.user_id AND u.is_active
    JOIN agencies_user_groups g ON g.user_id = m.user_id AND g.group_id = m.group_id
    WHERE m.user_id = public.row_reader()
        AND m.removed_at IS NULL
        AND m.held_at IS NULL
        AND (m.until_on IS NULL OR m.until_on >= (statement_timestamp() AT TIME ZONE 'Europe/London')::date)
        AND (m.until_at IS NULL OR m.until_at > statement_timestamp());
REVOKE ALL ON row_standing FROM PUBLIC;

CREATE FUNCTION row_reviews(roles text[]) RETURNS SETOF bigint LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT review_id FROM row_standing WHERE involvement_id IS NULL AND role = ANY (roles)
$$;

CREATE FUNCTION row_parts(own text[], beside text[]) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT involvement_id FROM row_standing WHERE involvement_id IS NOT NULL AND role = ANY (own)
    UNION
    SELECT part.id
    FROM row_standing s JOIN reviews_agencyinvolvement part ON part.review_id = s.review_id
    WHERE s.involvement_id IS NOT NULL AND s.role = ANY (beside)
$$;
"""

FORGET = """
DROP FUNCTION row_parts(text[], text[]);
DROP FUNCTION row_reviews(text[]);
DROP VIEW row_standing;
DROP FUNCTION row_reach_is_whole();
DROP FUNCTION row_guest_part();
DROP FUNCTION row_reader();
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0005_independence")]
    operations = [migrations.RunSQL(ASK, FORGET)]
