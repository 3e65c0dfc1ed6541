"""What people wrote stays out of the log, also where the database refuses it."""

import logging
from traceback import format_exception

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError

from data_access.db import Database
from data_access.models import Territory
from tests.database.world import World

SECRET = "Ромашкина Василиса"
REFUSED = "INSERT INTO decision (kind, decided_on, basis) VALUES (:kind, :day, :basis)"


def logged(
    db: Database, caplog: pytest.LogCaptureFixture, statement: object, values: object
) -> str:
    """Return what stands in the log of a statement that is refused, as the pages log a fault."""
    with pytest.raises(IntegrityError) as refused, db.write() as session:
        session.execute(statement, values)  # type: ignore[call-overload]
    logging.getLogger("test").error("fault", exc_info=refused.value)
    return caplog.text + "".join(format_exception(refused.value)) + str(refused.value.orig)


def test_a_row_that_a_check_refuses(world: World, caplog: pytest.LogCaptureFixture) -> None:
    values = {"kind": "extend", "day": "2021-06-01", "basis": SECRET}
    said = logged(world.db, caplog, text(REFUSED), values)
    assert "constraint" in said
    assert SECRET not in said


def test_a_row_that_is_there_already(world: World, caplog: pytest.LogCaptureFixture) -> None:
    one = {"name": SECRET, "short_name": "Р", "level": "municipality", "parent_id": None}
    said = logged(world.db, caplog, insert(Territory), [one, one])
    assert "unique" in said.casefold()
    assert SECRET not in said
