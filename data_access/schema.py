"""The form of the tables: which migrations a database has, and bringing it to the newest one."""

from enum import Enum
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

MIGRATIONS = Path(__file__).parent / "migrations"


class State(Enum):
    """What a database has of our tables."""

    EMPTY = "none"
    OLD = "of an earlier version"
    CURRENT = "of this version"
    FOREIGN = "of a later version or of another program"


def state(connection: Connection) -> State:
    """Return the state of the tables by the mark that the migrations leave."""
    scripts = ScriptDirectory(str(MIGRATIONS))
    there = MigrationContext.configure(connection).get_current_heads()
    if not there:
        return State.EMPTY
    if set(there) == set(scripts.get_heads()):
        return State.CURRENT
    known = {one.revision for one in scripts.walk_revisions()}
    return State.OLD if set(there) <= known else State.FOREIGN


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the schema to a migration, by default the newest one."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    command.upgrade(config, revision)
