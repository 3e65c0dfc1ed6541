"""Dates before what they belong to: impossible ones are refused, odd ones wait for a word."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from data_access.commands.accounts import add_account
from data_access.db import Database
from data_access.importers.reports.save import preview, take_in
from data_access.records.forms import EARLY, PERSONAL, Fault, ImportOutcome
from layouts.fault_texts import fault_text
from tests.conftest import make_settings
from tests.database.test_report_import import (
    CSV,
    DONE,
    counts,
    csv_of,
    form,
    nothing_written,
    upload,
)
from tests.database.world import World, rows, run
from tests.support.clients import sign_in
from tests.support.drafts import PASSWORD
from tests.support.forms import as_csv, fill
from tests.support.uploads import act, draft_of, put

Cells = Mapping[str, Any]
WORD = frozenset({EARLY})
#: Row of the form (from 0): the first executor's control points of June and September, both to be
#: reported for the second quarter.
JUNE, SEPTEMBER = 0, 1
ODD: dict[str, tuple[int, Cells, str, str]] = {
    "the year before": (JUNE, {"completed_on": date(2020, 12, 31)}, "early_plan", "H6"),
    "before the control point": (JUNE, {"completed_on": date(2021, 2, 28)}, "early_point", "H6"),
    "another row is meant": (SEPTEMBER, {"completed_on": date(2021, 6, 30)}, "early_point", "H7"),
    "in part": (
        *(SEPTEMBER, {"outcome": "частично", "completed_on": date(2021, 6, 30)}),
        *("early_point", "H7"),
    ),
}
RIGHT: dict[str, tuple[int, Cells]] = {
    "the control point's first day": (JUNE, {"completed_on": date(2021, 3, 1)}),
    "after its first day": (SEPTEMBER, {"completed_on": date(2021, 7, 1)}),
    "handed in on the period's first day": (
        JUNE,
        {"completed_on": date(2021, 3, 31), "submitted_on": date(2021, 4, 1)},
    ),
}


def filled(world: World, kind: str, row: int, cells: Cells) -> dict[str, Any]:
    data = fill(form(world), {row: {**DONE, **cells}})
    if kind == "csv":
        return {"data": as_csv(data), "file_name": "форма.csv"}
    return {"data": data}


def places(faults: tuple[Fault, ...]) -> list[tuple[str, str]]:
    return [(one.code, one.cell) for one in faults]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize(("row", "cells", "code", "cell"), ODD.values(), ids=ODD)
def test_an_odd_date_waits_for_a_word(
    steady: World, kind: str, row: int, cells: Cells, code: str, cell: str
) -> None:
    sent = filled(steady, kind, row, cells)
    refused = take_in(steady.db, upload(**sent))
    assert places(refused.faults) == [(code, cell)]
    assert refused.asks == (EARLY,)
    assert nothing_written(steady)
    said = fault_text(refused.faults[0])
    assert f"строка {row + 6}, столбец «Дата фактического исполнения» ({cell})" in said
    assert "верна ли дата" in said
    let = preview(steady.db, upload(**sent, allows=WORD))
    assert counts(let) == (1, 0, 0)
    assert places(let.allowed) == [(code, cell)]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize(("row", "cells"), RIGHT.values(), ids=RIGHT)
def test_a_first_day_is_not_early(steady: World, kind: str, row: int, cells: Cells) -> None:
    assert counts(preview(steady.db, upload(**filled(steady, kind, row, cells)))) == (1, 0, 0)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_report_before_its_period_is_an_error_that_no_word_lets_pass(
    steady: World, kind: str
) -> None:
    cells = {"completed_on": date(2021, 3, 15), "submitted_on": date(2021, 3, 31)}
    sent = filled(steady, kind, JUNE, cells)
    for allows in (frozenset(), WORD):
        outcome = take_in(steady.db, upload(**sent, allows=allows))
        assert places(outcome.faults) == [("before_period", "R6")]
        assert outcome.asks == ()
    assert "столбец «Дата представления» (R6): «31.03.2021»" in fault_text(outcome.faults[0])
    assert "период «II квартал» (01.04.2021)" in fault_text(outcome.faults[0])
    assert nothing_written(steady)


def test_a_report_without_a_date_of_its_own_is_handed_in_today(steady: World) -> None:
    sent = filled(steady, "xlsx", JUNE, {"completed_on": date(2021, 3, 15)})
    outcome = preview(steady.db, upload(**sent, today=date(2021, 3, 31)))
    assert places(outcome.faults) == [("before_period", "R6")]


def test_done_after_the_day_of_handing_in_is_an_error(steady: World) -> None:
    cells = {"completed_on": date(2021, 6, 28), "submitted_on": date(2021, 6, 27)}
    outcome = preview(steady.db, upload(**filled(steady, "csv", JUNE, cells), allows=WORD))
    assert places(outcome.faults) == [("completed_after_submitted", "H6")]


LINE = "1.1;30.06.2021;Первый;;в работе;;;31.12.2020\n"


def interim(world: World, **changes: Any) -> ImportOutcome:
    """Interim information for no period, handed in on the last day before the plan."""
    with_day = CSV.replace("исполнении\n", "исполнении;Дата представления\n")
    return csv_of(world, "", data=(with_day + LINE).encode("cp1251"), **changes)


def test_a_report_before_the_plan_waits_for_a_word(world: World) -> None:
    refused = interim(world)
    assert places(refused.faults) == [("early_report", "H2")]
    assert counts(interim(world, allows=WORD)) == (1, 0, 0)


def test_more_than_a_year_before_the_plan_is_a_misprint(steady: World) -> None:
    sent = filled(steady, "xlsx", JUNE, {"completed_on": date(2012, 6, 28)})
    outcome = preview(steady.db, upload(**sent, allows=WORD))
    assert places(outcome.faults) == [("too_early", "H6")]


def test_a_control_point_without_a_beginning_begins_with_the_plan(world: World) -> None:
    run(world.db, "UPDATE control_point SET starts_on = NULL")
    sent = filled(world, "xlsx", SEPTEMBER, {"completed_on": date(2021, 1, 1)})
    assert counts(preview(world.db, upload(**sent))) == (1, 0, 0)


def test_the_word_is_recorded_and_asked_for_once(world: World) -> None:
    sent = filled(world, "xlsx", SEPTEMBER, {"completed_on": date(2021, 6, 30)})
    other = filled(world, "xlsx", SEPTEMBER, {"completed_on": date(2021, 6, 29)})
    assert counts(take_in(world.db, upload(**sent, allows=WORD))) == (1, 0, 0)
    for query in ("SELECT summary FROM import_batch", "SELECT details FROM audit_event"):
        kept = str(rows(world.db, query))
        assert "early_allowed" in kept
        assert "H7" in kept
        assert "personal_allowed" not in kept
    assert counts(take_in(world.db, upload(**sent))) == (0, 0, 1)
    assert places(take_in(world.db, upload(**other)).faults) == [("early_point", "H7")]


def test_a_word_on_dates_is_none_on_personal_data(steady: World) -> None:
    cells = {"completed_on": date(2020, 12, 31), "narrative": "звонить +7 900 123-45-67"}
    sent = filled(steady, "xlsx", JUNE, cells)
    both = preview(steady.db, upload(**sent))
    assert places(both.faults) == [("early_plan", "H6"), ("personal_phone", "I6")]
    assert both.asks == (PERSONAL, EARLY)
    assert preview(steady.db, upload(**sent, allows=WORD)).asks == (PERSONAL,)
    assert preview(steady.db, upload(**sent, allows=frozenset({PERSONAL}))).asks == (EARLY,)
    assert not preview(steady.db, upload(**sent, allows=WORD | {PERSONAL})).faults


def test_beside_a_plain_error_no_word_is_asked_for(steady: World) -> None:
    cells = {"completed_on": date(2020, 12, 31), "quantity": -1}
    assert preview(steady.db, upload(**filled(steady, "xlsx", JUNE, cells))).asks == ()


@pytest.fixture
def coordinator(sqlite_db: Database) -> tuple[World, FlaskClient]:
    """Give the plans and the browser of their coordinator."""
    world = World(sqlite_db)
    server = create_app(make_settings(sqlite_db.url), sqlite_db).server
    with sqlite_db.write() as session:
        add_account(
            session,
            username="office",
            password=PASSWORD,
            title="Отдел",
            role="coordinator",
            territory_ids=[world.territories[0]],
            locale="ru",
        )
    client = server.test_client()
    assert sign_in(client, "office", PASSWORD).status_code == 303
    client.get("/account")
    return world, client


def test_the_page_of_an_upload_asks_for_the_word(
    coordinator: tuple[World, FlaskClient],
) -> None:
    world, client = coordinator
    cells = {"completed_on": date(2021, 6, 30), "narrative": "звонить +7 900 123-45-67"}
    data = filled(world, "xlsx", SEPTEMBER, cells)["data"]
    draft = draft_of(put(client, "reports", "форма.xlsx", data))
    page = client.get(f"/data/{draft}").text
    assert "2 места требуют вашего решения" in page
    assert "Каждая ранняя дата проверена" in page
    assert 'name="allow_early"' in page
    assert 'name="allow_personal"' in page
    assert act(client, draft, "save", allow_personal="1").headers["Location"] == f"/data/{draft}"
    assert not rows(world.db, "SELECT id FROM report")
    saved = act(client, draft, "save", allow_personal="1", allow_early="1")
    assert "/data/batches/" in saved.headers["Location"]
    batch = client.get(saved.headers["Location"]).text
    assert "Ранние даты подтверждены как верные" in batch
    assert len(rows(world.db, "SELECT id FROM report")) == 1
