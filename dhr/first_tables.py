"""
The tables of a database that is still empty, made in one step.

Taking the migrations one by one, Django works out every model anew after each of them, and that
is most of a first start. Here they are taken on paper and the tables made as the last one leaves
them. A test holds the outcome against a database that was migrated step by step.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import Migration, RunSQL
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState


def make(connection: BaseDatabaseWrapper) -> None:
    """
    Make every table, and note every migration as done. Does nothing where any table stands.

    A migration that only moves rows has nothing to move yet; one of SQL is run after the tables.
    """
    if connection.introspection.table_names():
        return
    executor = MigrationExecutor(connection)
    migrations = [each for each, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
    with transaction.atomic(using=connection.alias):
        _make_tables(connection, migrations)
        executor.recorder.ensure_schema()
        for migration in migrations:
            executor.recorder.record_applied(migration.app_label, migration.name)


def _make_tables(connection: BaseDatabaseWrapper, migrations: Sequence[Migration]) -> None:
    state = ProjectState()
    for migration in migrations:
        migration.mutate_state(state, preserve=False)
    with connection.schema_editor() as editor:
        for model in state.apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        while editor.deferred_sql:  # keys to tables that did not stand yet
            editor.execute(editor.deferred_sql.pop(0))
        for migration in migrations:
            for operation in migration.operations:
                if isinstance(operation, RunSQL):
                    operation.database_forwards(migration.app_label, editor, state, state)
