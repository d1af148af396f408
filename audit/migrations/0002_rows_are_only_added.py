from django.db import migrations

KEEP = """
CREATE FUNCTION audit_rows_are_only_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit trail is only ever added to: % refused.', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_rows_are_only_added
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_auditevent
    FOR EACH STATEMENT EXECUTE FUNCTION audit_rows_are_only_added();
"""

LET_GO = """
DROP TRIGGER audit_rows_are_only_added ON audit_auditevent;
DROP FUNCTION audit_rows_are_only_added();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunSQL(KEEP, LET_GO)]
