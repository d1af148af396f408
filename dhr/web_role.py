"""
What the web role may do in the database: read and write rows, and no more.

It owns nothing, so it can neither change a table nor switch off a rule on one. A model that says
`append_only = True` may be added to and read: what stands there can be neither edited nor removed.
One that says `only_by_triggers = True` is added to by the database alone, and one that says
`is_unread = True` is read by the owner alone.
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
WITHOUT = {  # what a model says of itself, and what the role may not do to its table then
    "append_only": "REVOKE UPDATE, DELETE ON {table} FROM {role}",
    "only_by_triggers": "REVOKE INSERT ON {table} FROM {role}",
    "is_unread": "REVOKE SELECT ON {table} FROM {role}",
}


def grant(connection: BaseDatabaseWrapper, *, role: str) -> None:
    """Give the role its rights on every table that stands. Run as the owner, after migrations."""
    who = sql.Identifier(role)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for right in RIGHTS:
            cursor.execute(sql.SQL(right).format(role=who))
        there = set(connection.introspection.table_names(cursor))
        for said, revoke in WITHOUT.items():
            for table in tables_saying(said) & there:
                statement = sql.SQL(revoke).format(table=sql.Identifier(table), role=who)
                cursor.execute(statement)


def append_only_tables() -> set[str]:
    return tables_saying("append_only")


def tables_saying(attribute: str) -> set[str]:
    return {model._meta.db_table for model in apps.get_models() if getattr(model, attribute, False)}
