"""Connections of other programs, with no settings of ours, are refused bad rows too."""

import sqlite3

import psycopg
import pytest

from tests.database.world import World, foreign_sql

PLAINLY_BAD = {
    "a report of no assignment": (
        "INSERT INTO report (assignment_id, outcome, submitted_on)"
        " VALUES (999, 'partial', '2021-06-05')"
    ),
    "an assignment to nobody": (
        "INSERT INTO assignment (measure_id, executor_id, position, role) VALUES (1, 999, 3, 'co')"
    ),
    "an executor with assignments goes": "DELETE FROM executor WHERE id = 1",
    "a quantity in words": (
        "INSERT INTO report (assignment_id, outcome, submitted_on, quantity)"
        " VALUES (1, 'partial', '2021-06-05', 'много')"
    ),
    "a moment in words": (
        "INSERT INTO report (assignment_id, outcome, submitted_on, recorded_at)"
        " VALUES (1, 'partial', '2021-06-05', 'вчера')"
    ),
    "a place in words": "UPDATE measure SET position = 'первое' WHERE id = 1",
    "a broken extra column": "UPDATE measure SET extra = '{' WHERE id = 1",
    "a flag in words": "UPDATE plan SET requires_acceptance = 'иногда' WHERE id = 1",
}


@pytest.mark.parametrize("statement", PLAINLY_BAD.values(), ids=PLAINLY_BAD)
def test_bad_rows(steady: World, statement: str) -> None:
    """SQLite itself would check neither keys nor types there; one such row would stop all."""
    with pytest.raises((sqlite3.IntegrityError, psycopg.Error)):
        foreign_sql(steady.db, statement)
    assert steady.status("2021-07-01") == "overdue"
