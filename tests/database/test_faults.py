"""What kind of fault an error of the database is."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from data_access.db import Database
from data_access.faults import is_unlike


def fault(db: Database, statement: str) -> DBAPIError:
    with pytest.raises(DBAPIError) as raised, db.read() as session:
        session.execute(text(statement))
    return raised.value


@pytest.mark.parametrize("statement", ["SELECT * FROM gone", "SELECT gone FROM plan"])
def test_tables_of_another_version(db: Database, statement: str) -> None:
    assert is_unlike(fault(db, statement))


@pytest.mark.parametrize("statement", ["SELEC 1", "SELECT FROM WHERE"])
def test_a_wrong_statement_is_no_fault_of_the_tables(db: Database, statement: str) -> None:
    assert not is_unlike(fault(db, statement))
