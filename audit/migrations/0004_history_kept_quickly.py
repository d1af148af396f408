from django.db import migrations

# The same rows of the history as before. The database calls a function of this language some ten
# times as fast as one in SQL, and calls it for every row that anybody writes.
QUICKLY = """
CREATE OR REPLACE FUNCTION audit_kept(stood jsonb, key text, hidden text[]) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF stood IS NULL OR hidden = '{}' THEN
        RETURN stood;
    END IF;
    RETURN (
        SELECT jsonb_object_agg(
            name,
            CASE WHEN name = ANY (hidden) AND value <> 'null' THEN to_jsonb(
                'sha256:' || encode(sha256(convert_to(key || ':' || name || ':' || value, 'UTF8')), 'hex')
            ) ELSE value END
        ) FROM jsonb_each(stood) AS each (name, value)
    );
END
$$;
"""

AS_BEFORE = """
CREATE OR REPLACE FUNCTION audit_kept(stood jsonb, key text, hidden text[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN stood IS NULL OR hidden = '{}' THEN stood ELSE (
        SELECT jsonb_object_agg(
            name,
            CASE WHEN name = ANY (hidden) AND value <> 'null' THEN to_jsonb(
                'sha256:' || encode(sha256(convert_to(key || ':' || name || ':' || value, 'UTF8')), 'hex')
            ) ELSE value END
        ) FROM jsonb_each(stood) AS each (name, value)
    ) END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_changes_links_and_origin")]

    operations = [migrations.RunSQL(QUICKLY, AS_BEFORE)]
