"""
Which tables the database keeps the history of, and how much of each row.

Every table of ours is kept, whoever adds it, but the trail itself and sessions; of the libraries'
tables those that carry rights. `prepare_database` attaches the triggers once the tables stand.
"""

from collections.abc import Iterator, Mapping

from django.apps import apps
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from privacy.fields import Identifying
from privacy.inventory import project_models

# What families said must not stand open in a second place: of these apps the history holds what is
# sealed, as it is sealed, and of the rest that it changed.
AS_DIGESTS = frozenset({"families"})
# Of the libraries: who is in which group, what a group may do, how people prove who they are
RIGHTS = {
    "auth": {"group", "group_permissions"},
    "guardian": {"groupobjectpermission", "userobjectpermission"},
    "account": {"emailaddress"},
    "mfa": {"authenticator"},
    "socialaccount": {"socialaccount"},
}
SECRETS = frozenset({"password", "secret", "token", "data", "extra_data", "code_hash"})
TRIGGERS = {
    "audit_added": "INSERT ON {table} REFERENCING NEW TABLE AS new_rows",
    "audit_changed": "UPDATE ON {table} REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "audit_removed": "DELETE ON {table} REFERENCING OLD TABLE AS old_rows",
}
ATTACH = (
    "CREATE OR REPLACE TRIGGER {name} AFTER {when} "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_keep_history({arguments})"
)


def attach(connection: BaseDatabaseWrapper) -> None:
    """Have the database keep the history of every table that stands. Run as the owner."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        statements = [
            statement
            for table, arguments in kept_tables().items()
            if table in there
            for statement in triggers_of(table, arguments)
        ]
        cursor.execute(sql.SQL(";\n").join(statements))


def triggers_of(table: str, arguments: list[str]) -> Iterator[sql.Composed]:
    for name, when in TRIGGERS.items():
        yield sql.SQL(ATTACH).format(
            name=sql.Identifier(name),
            when=sql.SQL(when).format(table=sql.Identifier(table)),
            arguments=sql.SQL(", ").join(sql.Literal(one) for one in arguments),
        )


def kept_tables() -> Mapping[str, list[str]]:
    """Return the tables to keep; for each the column of its key, then those kept as digests."""
    return {
        model._meta.db_table: [key_of(model), *sorted(hidden_columns(model))]
        for model in kept_models()
    }


def kept_models() -> Iterator[type[models.Model]]:
    ours = {model._meta.app_label for model in project_models()} - {"audit"}
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta
        is_wanted = meta.app_label in ours or meta.model_name in RIGHTS.get(meta.app_label, ())
        if is_wanted and not meta.proxy and not issubclass(model, AbstractBaseSession):
            yield model


def key_of(model: type[models.Model]) -> str:
    return str(model._meta.pk.column)


def hidden_columns(model: type[models.Model]) -> frozenset[str]:
    """Return the columns of which a digest is kept, which tells only that the value changed."""
    columns = {str(field.column): field for field in model._meta.concrete_fields}
    if model._meta.app_label not in AS_DIGESTS:
        return SECRETS & columns.keys()
    return frozenset(
        column
        for column, field in columns.items()
        if not (field.primary_key or field.is_relation or isinstance(field, Identifying))
    )
