"""Mutated files and wild cells: each is taken in or refused; never a crash, never half of it."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.importers.indicators.save import take_in as take_in_indicators
from data_access.importers.reports.save import take_in
from data_access.importers.sheets.table_rows import SHOWN
from data_access.records.forms import ImportOutcome
from layouts.fault_texts import fault_text
from tests.database.test_indicator_import import form as indicator_form
from tests.database.test_indicator_import import with_indicator
from tests.database.test_report_import import form, number_of, upload
from tests.database.world import World
from tests.support.forms import as_csv, fill

CELLS = st.one_of(
    st.none(),
    st.sampled_from(["исполнено", "в работе", "не исполнено", "частично", "=1", "<b>", "-", "'"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=30),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(2200, 1, 1)),
)
KEYS = st.sampled_from(
    [
        "code",
        "number",
        "due",
        "executor",
        "period",
        "outcome",
        "completed_on",
        "narrative",
        "quantity",
        "unit",
        "reason",
        "proposed_due_on",
        "submitted_on",
    ]
)
ROWS = st.dictionaries(st.integers(0, 6), st.dictionaries(KEYS, CELLS, max_size=6), max_size=4)
CALM = settings(
    max_examples=60,
    deadline=timedelta(seconds=10),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
MUTATIONS = 150


def check(world: World, outcome: ImportOutcome, table: str, before: int) -> None:
    """All or nothing: what the outcome says is what lies in the database."""
    new = outcome.count("added") + outcome.count("changed")
    assert number_of(world, table) - before == (0 if outcome.faults else new)
    assert (outcome.batch_id is not None) == (not outcome.faults and new > 0)
    for fault in outcome.faults + outcome.warnings:
        assert fault_text(fault)
        assert len(fault.value) <= SHOWN


@given(changes=ROWS)
@CALM
def test_wild_cells(steady: World, changes: dict[int, dict[str, Any]]) -> None:
    filled = fill(form(steady), changes)
    before = number_of(steady, "report")
    check(steady, take_in(steady.db, upload(filled)), "report", before)


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_mutated_files(sqlite_db: Any, suffix: str) -> None:
    world = World(sqlite_db)
    with_indicator(world)
    chance = random.Random(20211011)
    told = {"outcome": "в работе", "narrative": "идёт"}
    kinds = (
        (take_in, fill(form(world), {0: told}), "report"),
        (take_in_indicators, fill(indicator_form(world), {0: {"actual": 0.6}}), "indicator_value"),
    )
    for take, whole, table in kinds:
        data = whole if suffix == "xlsx" else as_csv(whole, chance.choice(["cp1251", "utf-8"]))
        for _ in range(MUTATIONS):
            sent = upload(mutated(data, chance), file_name=f"a.{suffix}")
            before = number_of(world, table)
            check(world, take(world.db, sent), table, before)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Change, cut out, double or append some bytes."""
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 3, 20])):
        at = chance.randrange(len(changed))
        length = chance.choice([1, 2, 50, 1000])
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = changed[at : at + length]
            case _:
                changed += chance.randbytes(length)
        changed = changed or bytearray(b"x")
    return bytes(changed)


@given(data=st.binary(max_size=300), name=st.sampled_from(["a.csv", "a.xlsx"]))
@CALM
def test_any_bytes(steady: World, data: bytes, name: str) -> None:
    before = number_of(steady, "report")
    outcome = take_in(steady.db, upload(data, file_name=name))
    assert outcome.faults
    check(steady, outcome, "report", before)
