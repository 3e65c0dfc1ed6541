"""How much a process may ask of the database, and for how long; nothing here knows SQLAlchemy."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class TimeOuts:
    """Seconds after which the database ends what takes too long; 0: never.

    `statement` bounds one statement, `lock` the wait for rows that others hold, `idle` the time
    that a transaction may lie open with nothing asked (a download that nobody reads on).
    """

    statement: float = 0
    lock: float = 0
    idle: float = 0

    def waiting(self, seconds: float) -> "TimeOuts":
        """Return the same with another wait for rows that others hold."""
        return replace(self, lock=seconds)


@dataclass(frozen=True)
class Limits:
    """The limits of one process.

    `connections` holds for reading and for writing each; `name` is what the database shows of
    the process in its list of connections.
    """

    connections: int = 5
    connect: int = 5
    reading: TimeOuts = TimeOuts(statement=30, lock=15, idle=300)
    writing: TimeOuts = TimeOuts(statement=120, lock=15, idle=300)
    name: str = "karta"


#: One migration waits for another one for so long; then for each table that it changes only
#: briefly, for while it waits everybody else waits behind it.
MIGRATION_TURN = 600
MIGRATING = TimeOuts(statement=0, lock=15, idle=0)
