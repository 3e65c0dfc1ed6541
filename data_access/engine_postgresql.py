"""The engine for PostgreSQL, directly or behind a pooler that lends a connection a transaction.

Nothing outlives a transaction: time-outs are set in each of them, no statement is prepared on the
server, locks end with their transaction. So pgbouncer in transaction mode may stand between.
"""

from functools import cache
from typing import Any

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    Executable,
    create_engine,
    event,
    func,
    literal,
    select,
)
from sqlalchemy.engine import ExceptionContext

from data_access.limits import Limits, TimeOuts

#: A host that has vanished is noticed after this time, also in the middle of a query.
VANISHED_SECONDS = 20
#: After this time a connection is made anew, so that it finds its way back to the host of choice.
RECYCLE_SECONDS = 1800
#: Who writes asks small questions for the most part. For some dozens of rows the server starts
#: helpers of its own, which takes ten times as long as to read them.
_NO_HELPERS = func.set_config("max_parallel_workers_per_gather", "0", literal(True))
#: A server that takes no writes has become a standby, or is one by a wrong address.
READ_ONLY = "25006"


def make(url: URL, limits: Limits, *, read_only: bool) -> Engine:
    """Return an engine; a reading one gives each transaction one snapshot and refuses to write.

    A reading transaction sets its time-outs with its first query (`setting`), a writing one at
    its beginning. A pooled connection that is dead by then is noticed by the same statement:
    whoever opens the transaction begins it once more (`Database` does).
    """
    engine = create_engine(
        url,
        connect_args=_connecting(url, limits),
        pool_size=limits.connections,
        max_overflow=0,
        pool_timeout=limits.connect * 2,
        pool_recycle=RECYCLE_SECONDS,
        pool_use_lifo=True,
        execution_options={"time_outs": limits.reading if read_only else limits.writing},
        hide_parameters=True,  # errors go to the log, what people wrote doesn't
    )
    event.listen(engine, "handle_error", _without_detail)
    if read_only:
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    event.listen(engine, "begin", _begin_writing)
    event.listen(engine, "handle_error", _leave_standby)
    return engine


def alone(engine: Engine) -> Engine:
    """Return the engine for single questions: each is a transaction, of one round trip."""
    return engine.execution_options(isolation_level="AUTOCOMMIT")


def setting(time_outs: TimeOuts) -> list[ColumnElement[str]]:
    """Return columns of a query that set the time-outs for the rest of the transaction."""
    values = {
        "statement_timeout": time_outs.statement,
        "lock_timeout": time_outs.lock,
        "idle_in_transaction_session_timeout": time_outs.idle,
    }
    return [
        func.set_config(name, str(int(seconds * 1000)), literal(True)).label(name)
        for name, seconds in values.items()
    ]


def _connecting(url: URL, limits: Limits) -> dict[str, Any]:
    """Return the parameters of a connection; those that the address names itself stay its own."""
    ours: dict[str, Any] = {
        "application_name": limits.name,
        "connect_timeout": limits.connect,
        "keepalives_idle": VANISHED_SECONDS,
        "keepalives_interval": VANISHED_SECONDS // 4,
        "keepalives_count": 4,
        "tcp_user_timeout": VANISHED_SECONDS * 1000,
    }
    return {
        "prepare_threshold": None,
        **{name: value for name, value in ours.items() if name not in url.query},
    }


def _begin_writing(connection: Connection) -> None:
    connection.execute(_asking(connection.get_execution_options()["time_outs"]))


@cache
def _asking(time_outs: TimeOuts) -> Executable:
    return select(*setting(time_outs), _NO_HELPERS)


def _without_detail(context: ExceptionContext) -> None:
    """Leave out of an error's text what the server tells of the row: it may hold personal data."""
    cause = context.original_exception
    diag = getattr(cause, "diag", None)
    if diag is None or not diag.message_detail:
        return
    full, short = str(cause), str(diag.message_primary)
    cause.args = (short,)
    error = context.sqlalchemy_exception
    if error is not None:
        error.args = tuple(_shortened(one, full, short) for one in error.args)


def _shortened(said: Any, full: str, short: str) -> Any:
    return said.replace(full, short) if isinstance(said, str) else said


def _leave_standby(context: ExceptionContext) -> None:
    """Give up the connections to a server that takes no writes: the next ones find another."""
    if getattr(context.original_exception, "sqlstate", None) == READ_ONLY:
        context.is_disconnect = True
