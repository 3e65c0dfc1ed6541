"""Alembic's entry: runs the migrations on the engine that `Database.upgrade` hands over."""

from alembic import context
from sqlalchemy import Connection, inspect, select, text

from data_access.engine_postgresql import setting
from data_access.limits import MIGRATING
from data_access.models import Base

#: Any number will do, as long as it is always the same: one migration at a time.
LOCK = 7_265_118


def _migrate(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        connection.execute(select(*setting(MIGRATING)))  # it is our turn: wait briefly from now on
    context.configure(connection=connection, target_metadata=Base.metadata, compare_type=True)
    before = context.get_context().get_current_revision()
    context.run_migrations()
    if connection.dialect.name == "postgresql" and before:
        _analyze(connection)


def _analyze(connection: Connection) -> None:
    """Let the planner know new columns: until then it takes a third of the rows to fit a date."""
    there = set(inspect(connection).get_table_names())
    for name in sorted(there & set(Base.metadata.tables)):
        connection.exec_driver_sql(f'ANALYZE "{name}"')


with context.config.attributes["engine"].begin() as opened:
    _migrate(opened)
