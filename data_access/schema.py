"""The form of the tables: which migrations a database has, and bringing it to the newest one.

Alembic is read only where it brings something to a new form: processes that only look at the tables
would carry its ten megabytes for nothing.
"""

from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

MIGRATIONS = Path(__file__).parent / "migrations"
#: The table in which Alembic keeps the last migration that was made.
MARK = "alembic_version"


class State(Enum):
    """What a database has of our tables."""

    EMPTY = "none"
    OLD = "of an earlier version"
    CURRENT = "of this version"
    FOREIGN = "of a later version or of another program"


def revisions() -> list[str]:
    """Return the numbers of all migrations in their order: their files begin with them."""
    return sorted(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("0*.py"))


def state(connection: Connection) -> State:
    """Return the state of the tables by the mark that the migrations leave."""
    if not inspect(connection).has_table(MARK):
        return State.EMPTY
    there = set(connection.scalars(text(f"SELECT version_num FROM {MARK}")))  # noqa: S608
    if not there:
        return State.EMPTY
    *earlier, newest = revisions()
    if there == {newest}:
        return State.CURRENT
    return State.OLD if there <= {*earlier, newest} else State.FOREIGN


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the schema to a migration, by default the newest one."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    command.upgrade(config, revision)
