"""Acts mutated at random: saved whole or not at all, and what was saved says the same again."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data_access.commands.plan_act import Act
from data_access.commands.plan_import import TakenIn, take_in
from data_access.db import Database
from data_access.importers.plan.refusal import ReadingRefused
from data_access.records.drafts import Refused
from layouts.import_texts import finding_text
from tests.database.test_plan_saving import counts
from tests.database.world import rows, run
from tests.support import databases
from tests.unit.importers import plan_documents as documents

TODAY = date(2023, 6, 1)
SOME = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
ROWS = [list(row) for row in documents.ROWS if len(row) > 1]
SECTIONS = [list(row) for row in documents.ROWS if len(row) == 1]
CELLS = {
    0: ["1.1", "1.2", "1.3", "2.1", "2.2", "3", ""],
    1: [*(row[1] for row in ROWS), "Ремонт площадки", "Подготовка памяток для опекунов", ""],
    2: [
        *(row[2] for row in ROWS),
        *("2023-2024 годы", "ежегодно", "март 2024 года", "постоянно", "по мере необходимости"),
        *("II квартал 2023 года", "до 1 марта 2024 года, до 1 июня 2024 года", "31.02.2024", ""),
    ],
    3: [*(row[3] for row in ROWS), "ООП", "Отдел кадров (по согласованию), ООП", "Школы", ""],
    4: [*(row[4] for row in ROWS), "=1+1", ""],
    5: ["", "10 руб."],
}
LINES = st.one_of(
    st.sampled_from(SECTIONS),
    st.tuples(*(st.sampled_from(CELLS[at]) for at in range(6))).map(list),
)


def numbered(table: list[list[str]]) -> list[list[str]]:
    """Number sections and measures as an act does, so that most of them can be saved."""
    made, section, place = [], 0, 0
    for row in [["1. Ранняя помощь"], *table]:
        if len(row) == 1:
            section, place = section + 1, 0
            made.append([f"{section}. {row[0].partition('. ')[2]}"])
        else:
            place += 1
            made.append([f"{section}.{place}", row[1] or "Беседы", *row[2:]])
    return made


ROUGH = st.lists(LINES, min_size=1, max_size=7)
#: Tables of which nearly all can be saved, so that what follows has something to look at.
NUMBERED = ROUGH.map(numbered)
TABLES = st.one_of(NUMBERED, ROUGH)


@pytest.fixture(scope="module")
def database(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    target = tmp_path_factory.mktemp("fuzz") / "karta.db"
    with databases.opened(databases.copy_sqlite(sqlite_template, target)) as opened:
        yield opened


def attempt(
    db: Database, table: list[list[str]], *, plan_id: int | None = None, tail: str = ""
) -> TakenIn | None:
    """Take an act of these rows in with all proposals; None where it is refused."""
    before = counts(db)
    act = Act(
        "akt.txt",
        documents.as_tabs(table) + tail.encode(),
        TODAY,
        plan_id=plan_id,
        is_new=plan_id is None,
        accept=True,
        is_confirmed=plan_id is not None,
    )
    try:
        return take_in(db, act, finding_text)
    except (Refused, ReadingRefused) as refused:
        assert counts(db) == before
        codes = [one.code for one in getattr(refused, "faults", ())]
        assert "database_refused" not in codes, "a rule of ours let pass what the database refuses"
        return None


SAVED: Counter[str] = Counter()
#: Of so many examples one at least is saved, or the rest is not tried at all.
ONE_IN = 3


@pytest.fixture(autouse=True)
def enough_is_saved() -> Iterator[None]:
    """Fail where most examples are refused: then a test shows nothing."""
    SAVED.clear()
    yield
    assert SAVED["saved"] * ONE_IN >= SAVED["tried"], SAVED


def first(db: Database, table: list[list[str]]) -> TakenIn | None:
    """Take the act of an example in as a new plan, and count whether it was saved."""
    made = attempt(db, table)
    SAVED["tried"] += 1
    SAVED["saved"] += made is not None
    return made


@SOME
@given(NUMBERED)
def test_what_was_saved_says_the_same_again(database: Database, table: list[list[str]]) -> None:
    says_the_same_again(database, table, first(database, table))


@SOME
@given(ROUGH)
def test_rough_tables_are_saved_whole_or_not_at_all(
    database: Database, table: list[list[str]]
) -> None:
    says_the_same_again(database, table, attempt(database, table))


def says_the_same_again(database: Database, table: list[list[str]], saved: TakenIn | None) -> None:
    if saved is not None:
        again = attempt(database, table, plan_id=saved.outcome.plan_id, tail="\n")
        assert again is not None
        assert again.outcome.fate == "unchanged"


@SOME
@given(NUMBERED, TABLES)
def test_an_amended_plan_is_as_the_act_says(
    database: Database, before: list[list[str]], after: list[list[str]]
) -> None:
    saved = first(database, before)
    if saved is None:
        return
    plan = saved.outcome.plan_id
    amended = attempt(database, after, plan_id=plan)
    if amended is not None:
        again = attempt(database, after, plan_id=plan, tail="\n")
        assert again is not None
        assert again.outcome.fate == "unchanged"
        back = attempt(database, before, plan_id=plan, tail="\n\n")
        assert back is not None


REPORTED = """
INSERT INTO report (assignment_id, control_point_id, outcome, completed_on, submitted_on)
SELECT a.id, c.id, 'done', '2023-05-20', '2023-05-20'
FROM assignment a JOIN measure m ON m.id = a.measure_id JOIN control_point c ON c.measure_id = m.id
WHERE m.plan_id = :plan AND (a.id + c.id) % 2 = :half
"""


#: What an act of two sections of one title became: the second time the emptied one was taken.
MEASURE = ["ежеквартально", "Отдел опеки и попечительства", "Снижение числа семей", ""]
TWICE_TITLED = (
    [
        *(["1. Ранняя помощь"], ["2. Помощь семьям"], ["3. Помощь семьям"], ["4. Помощь семьям"]),
        ["4.1", "Подготовка памяток для родителей", *MEASURE],
    ],
    [
        *(["1. Ранняя помощь"], ["2. Помощь семьям"], ["3. Обучение"], ["4. Обучение"]),
        *(["5. Обучение"], ["5.1", "Обследование условий жизни семей", *MEASURE]),
        ["6. Помощь семьям"],
    ],
)


@SOME
@given(NUMBERED, TABLES, st.integers(0, 1))
@example(before=TWICE_TITLED[0], after=TWICE_TITLED[1], half=0)
def test_no_amendment_loses_a_report(
    database: Database, before: list[list[str]], after: list[list[str]], half: int
) -> None:
    saved = first(database, before)
    if saved is None:
        return
    plan = saved.outcome.plan_id
    run(database, REPORTED, plan=plan, half=half)
    reports = rows(database, "SELECT id, assignment_id, control_point_id FROM report ORDER BY id")
    if attempt(database, after, plan_id=plan):
        again = attempt(database, after, plan_id=plan, tail="\n")
        assert again is not None
        assert again.outcome.fate == "unchanged"
    attempt(database, before, plan_id=plan, tail="\n")
    kept = rows(database, "SELECT id, assignment_id, control_point_id FROM report ORDER BY id")
    assert kept == reports
    assert rows(database, "SELECT count(*) FROM recompute_queue") == [(0,)], "all could be computed"
