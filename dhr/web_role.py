"""
What the web role may do in the database: read and write rows, and no more.

It owns nothing, so it can neither change a table nor switch off a rule on one. A model that says
`append_only = True` may be added to and read: what stands there can be neither edited nor removed.
"""

from django.apps import apps
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

RIGHTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
)
APPEND_ONLY = "REVOKE UPDATE, DELETE ON {table} FROM {role}"


def grant(connection: BaseDatabaseWrapper, *, role: str) -> None:
    """Give the role its rights on every table that stands. Run as the owner, after migrations."""
    who = sql.Identifier(role)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for right in RIGHTS:
            cursor.execute(sql.SQL(right).format(role=who))
        for table in append_only_tables() & set(connection.introspection.table_names(cursor)):
            cursor.execute(sql.SQL(APPEND_ONLY).format(table=sql.Identifier(table), role=who))


def append_only_tables() -> set[str]:
    return {
        model._meta.db_table for model in apps.get_models() if getattr(model, "append_only", False)
    }
