"""The grid: all its texts are ours, and nothing in it is code or markup."""

import json
import re
from pathlib import Path
from typing import Any

import dash_ag_grid
import pytest

from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import measures_grid
from layouts.grid_rows import grid_row
from layouts.grids import MOST_OPEN_ROWS, grid, locale_text
from layouts.texts import use_locale
from tests.support import records as make
from tests.unit.layouts.trees import walk

LATIN = re.compile("[A-Za-z]{3,}")


def drawn(count: int = 3) -> dict[str, Any]:
    rows = [make.measure(f"2.{one}") for one in range(1, count + 1)]
    tree = measures_grid.measures_grid(rows, Filters(), is_mixed=False)
    return next(one for one in walk(tree) if one._type == "AgGrid").to_plotly_json()["props"]


def test_texts_are_russian_and_english() -> None:
    assert locale_text()["noRowsToShow"] == "Нет мероприятий"
    assert [text for text in locale_text().values() if LATIN.sub("", text) != text] == [
        text for text in locale_text().values() if "Enter" in text
    ]
    with use_locale("en"):
        assert all(text.isascii() or "…" in text for text in locale_text().values())


def test_texts_are_those_that_the_grid_asks_for() -> None:
    bundle = Path(dash_ag_grid.__file__).parent / "dash_ag_grid.min.js"
    code = bundle.read_text(encoding="utf-8")
    assert [key for key in locale_text() if f'"{key}"' not in code] == []


def test_grid_allows_no_code_and_asks_for_known_renderers() -> None:
    props = drawn()
    script = (Path(__file__).parents[3] / "assets" / "grid.js").read_text(encoding="utf-8")
    assert props["dangerously_allow_code"] is False
    shown = {one["cellRenderer"] for one in props["columnDefs"] if "cellRenderer" in one}
    assert shown
    assert all(f"shows.{name} = " in script for name in shown)
    assert "innerHTML" not in script
    assert "dangerouslySetInnerHTML" not in script


def test_rows_are_plain_values() -> None:
    json.dumps(drawn()["rowData"])


@pytest.mark.parametrize("count", [MOST_OPEN_ROWS, MOST_OPEN_ROWS + 1])
def test_long_lists_scroll_within_the_grid(count: int) -> None:
    tree = grid("g", [], [{"id": str(one)} for one in range(count)], label="g")
    assert ("grid--scrolling" in tree.className) is (count > MOST_OPEN_ROWS)


def test_row_carries_links_flags_and_the_extended_date() -> None:
    row = make.measure(
        status=Status.OVERDUE, original_due_on=make.AS_OF, points_total=3, no_information=True
    )
    shown = grid_row(0, row, Filters(plan=1), is_mixed=True)
    assert shown["href"] == f"/measures/{row.id}?plan=1"
    assert shown["was"] == "11.10.2021"
    assert shown["flags"] == ["точки: 0 из 3", "нет сведений"]
    assert shown["plan"] == row.plan.short_title
    assert (shown["days"], shown["delay_css"]) == (41, "late")


def test_row_without_a_date_sorts_by_nothing_and_shows_dashes() -> None:
    row = make.measure(status=Status.UNDATED, due_on=None, original_due_on=None, executors=())
    shown = grid_row(0, row, Filters(), is_mixed=False)
    assert (shown["due"], shown["days"]) == (None, None)
    assert (shown["due_text"], shown["delay"]) == ("—", "—")
    assert (shown["names"], shown["more"], shown["plan"]) == ([], "", "")


def test_executor_by_agreement_is_marked() -> None:
    marks = (make.mark(by_agreement=True), make.mark(make.OFFICE, "co"))
    shown = grid_row(0, make.measure(executors=marks), Filters(), is_mixed=False)
    assert shown["names"][0]["note"] == "(по согласованию)"
    assert shown["more"] == "и ещё 1"
