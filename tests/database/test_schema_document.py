"""The examples of `docs/schema.md` work as they stand, on both databases."""

from pathlib import Path

import psycopg
import pytest

from data_access.db import Database
from tests.database.world import World, foreign_sql, rows

DOCUMENT = Path(__file__).parents[2] / "docs" / "schema.md"


def examples() -> list[str]:
    parts = DOCUMENT.read_text(encoding="utf-8").split("```sql\n")[1:]
    return [part.split("```")[0] for part in parts]


def test_the_examples_work(world: World) -> None:
    report, decision = examples()
    foreign_sql(world.db, report)
    foreign_sql(world.db, report)
    assert rows(world.db, "SELECT count(*) FROM report") == [(2,)]
    spans = "SELECT count(*) FROM assignment_span WHERE assignment_id = 1 AND points_done = 1"
    assert rows(world.db, spans) > [(0,)]
    foreign_sql(world.db, decision)
    extended = "SELECT DISTINCT due_on FROM point_span WHERE control_point_id = 1 ORDER BY 1"
    assert [str(due) for (due,) in rows(world.db, extended)] == ["2021-06-30", "2021-09-30"]


@pytest.mark.postgres
def test_a_program_with_the_least_rights(postgres_url: str) -> None:
    world = World(Database(postgres_url))
    plain = postgres_url.replace("postgresql+psycopg:", "postgresql:")
    grants = (
        "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'hander')"
        " THEN CREATE ROLE hander LOGIN; END IF; END $$",
        "GRANT INSERT ON report TO hander",
        "GRANT USAGE ON SEQUENCE report_id_seq TO hander",
    )
    with psycopg.connect(plain) as owner:
        for grant in grants:
            owner.execute(grant.encode())
    with psycopg.connect(plain.replace("postgres@", "hander@")) as program:
        program.execute(
            "INSERT INTO report"
            " (assignment_id, control_point_id, outcome, completed_on, submitted_on)"
            " VALUES (1, 1, 'done', '2021-06-28', '2021-07-05')"
        )
    found = rows(world.db, "SELECT territory_id FROM report")
    assert found == [(world.territories[0],)]
    done = "SELECT max(points_done) FROM assignment_span WHERE assignment_id = 1"
    assert rows(world.db, done) == [(1,)]
    world.db.dispose()
