"""
What the web role may do in the database: read and write rows, and no more.

It owns nothing, so it can neither change a table nor switch off a rule on one. A model that says
`append_only = True` may be added to and read: what stands there can be neither edited nor removed.
"""

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql


def grant(connection: BaseDatabaseWrapper, *, role: str) -> None:
    """Give the role its rights on every table there is and will be. Run as the owner."""
    with connection.cursor() as cursor:
        for statement in _statements(role):
            cursor.execute(statement)


def append_only_tables() -> list[str]:
    return sorted(
        model._meta.db_table for model in apps.get_models() if getattr(model, "append_only", False)
    )


def _statements(role: str) -> list[sql.Composed]:
    who = sql.Identifier(role)
    everything = [
        "GRANT USAGE ON SCHEMA public TO {role}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
        "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public"
        " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {role}",
    ]
    return [
        *(sql.SQL(statement).format(role=who) for statement in everything),
        *(
            sql.SQL("REVOKE UPDATE, DELETE ON {table} FROM {role}").format(
                table=sql.Identifier(table), role=who
            )
            for table in append_only_tables()
        ),
    ]
