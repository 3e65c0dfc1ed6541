"""Faults of the database, told apart for those who may not know SQLAlchemy."""

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, TimeoutError


def is_unavailable(error: BaseException) -> bool:
    """Tell whether an error means that the database does not answer (not that a query is wrong)."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return isinstance(error, OperationalError | InterfaceError | TimeoutError)
