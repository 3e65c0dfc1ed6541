"""Charts: plain dictionaries, offline, readable without hovering."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from dash import dcc

from data_access.records.pages import CurvePoint, TimelineRow
from data_access.records.view import Filters
from layouts import dumbbell, figures
from layouts import indicator_scale as scale
from layouts.figures.axes import month_ticks, tick_text
from layouts.figures.base import Figure
from layouts.texts import NBSP, use_locale
from tests.support import records
from tests.unit.layouts.trees import classes, has_style, text, walk

AS_OF = date(2021, 10, 11)
START, END = date(2020, 1, 1), date(2021, 12, 31)
POINTS = [
    CurvePoint(START, 0, 0),
    CurvePoint(date(2021, 6, 30), 8, 7),
    CurvePoint(AS_OF, 11, 9),
    CurvePoint(END, 23, None),
]


@pytest.fixture(autouse=True)
def russian() -> Iterator[None]:
    with use_locale("ru"):
        yield


def chart_of(component: Any) -> dcc.Graph:
    return next(one for one in walk(component) if one._type == "Graph")


def annotations(figure: Figure) -> list[str]:
    return [one["text"] for one in figure["layout"]["annotations"]]


def timeline_row(number: str, **changes: Any) -> TimelineRow:
    measure = records.measure(number, **changes)
    return TimelineRow(measure, START, END, (records.point(),))


def test_graph_can_reach_no_other_host() -> None:
    config = chart_of(figures.graph("x", {"data": [], "layout": {}}, "Итог")).config
    assert config["showSendToCloud"] is False
    assert config["plotlyServerURL"] == ""
    assert config["displaylogo"] is False
    assert config["locale"] == "ru"


def test_graph_says_in_words_what_it_shows() -> None:
    made = figures.graph("x", {"data": [], "layout": {}}, "Исполнено 9 из 23")
    assert text(made) == "Исполнено 9 из 23"
    assert not has_style(made)


def test_graph_of_rows_keeps_the_room_it_will_take() -> None:
    figure = figures.gantt([timeline_row("1.1"), timeline_row("2.3")], AS_OF, Filters())
    assert "fig-r-3" in classes(figures.graph("x", figure, "Календарь", size="rows"))


def test_curve_stops_at_the_as_of_date() -> None:
    due, ahead, done = figures.curve(POINTS, AS_OF, start=START, end=END)["data"]
    assert due["y"] == [0, 8, 11]
    assert ahead["y"] == [11, 23]
    assert done["y"] == [0, 7, 9]
    assert done["x"][-1] == "2021-10-11"


def test_curve_is_labelled_above_the_lines() -> None:
    figure = figures.curve(POINTS, AS_OF, start=START, end=END)
    assert annotations(figure)[:3] == ["на 11.10.2021", "— подлежало: 11", "■ исполнено: 9"]
    row = figure["layout"]["annotations"][1:3]
    assert {(one["yref"], one["y"], one["yanchor"]) for one in row} == {("paper", 1, "bottom")}


def test_curve_uses_its_frame() -> None:
    ahead = [CurvePoint(START, 0, 0), CurvePoint(AS_OF, 9, 14)]
    assert figures.curve(ahead, AS_OF, start=START, end=END)["layout"]["yaxis"]["tickvals"] == [
        0,
        14,
    ]


def test_curve_is_scaled_to_what_is_past_and_names_what_lies_above() -> None:
    figure = figures.curve(POINTS, AS_OF, start=START, end=END)
    axis = figure["layout"]["yaxis"]
    assert axis["tickvals"] == [0, 11]
    assert axis["range"][1] < 23
    assert annotations(figure)[-1] == "↑ 23"
    low = [CurvePoint(START, 0, 0), CurvePoint(AS_OF, 9, 14)]
    whole = figures.curve(low, AS_OF, start=START, end=END)
    assert not any("↑" in one for one in annotations(whole))


def test_curve_of_a_plan_with_nothing_due_yet_shows_what_will_be() -> None:
    points = [CurvePoint(AS_OF, 0, 0), CurvePoint(END, 23, None)]
    figure = figures.curve(points, AS_OF, start=START, end=END)
    assert figure["layout"]["yaxis"]["tickvals"] == [0, 23]


def test_marks_of_control_points_are_solid() -> None:
    figure = figures.gantt([timeline_row("2.3")], AS_OF, Filters())
    assert figure["data"][1]["marker"]["opacity"] == 1


def test_curve_without_points() -> None:
    figure = figures.curve([], AS_OF, start=START, end=END)
    assert annotations(figure) == ["на 11.10.2021"]


def test_gantt_names_sections_and_links_measures() -> None:
    figure = figures.gantt([timeline_row("2.3"), timeline_row("2.4")], AS_OF, Filters(plan=1))
    labels = annotations(figure)[1:]
    assert labels[0].startswith("<b>2. ")
    assert '<a href="/measures/203?plan=1" target="_self">2.3' in labels[1]
    assert len(labels) == 3


def test_gantt_colours_only_what_has_passed() -> None:
    bars = figures.gantt([timeline_row("2.3")], AS_OF, Filters())["data"][0]
    assert bars["base"] == ["2020-01-01", "2021-10-11"]
    assert bars["marker"]["color"][1] == "#DDE2E8"


def test_gantt_escapes_titles() -> None:
    row = timeline_row("2.3", short_title="<b>&")
    assert "&lt;b&gt;&amp;" in annotations(figures.gantt([row], AS_OF, Filters()))[2]


def test_gantt_of_nothing() -> None:
    assert figures.gantt([], AS_OF, Filters())["data"][0]["x"] == []


def test_every_chart_is_plain_json() -> None:
    made = [
        figures.curve(POINTS, AS_OF, start=START, end=END),
        figures.gantt([timeline_row("2.3")], AS_OF, Filters()),
    ]
    assert json.loads(json.dumps(made)) == made


@pytest.mark.parametrize(
    ("end", "count"), [(date(2020, 12, 31), 12), (date(2021, 12, 31), 8), (date(2023, 12, 31), 8)]
)
def test_ticks_are_as_many_as_can_be_read(end: date, count: int) -> None:
    assert len(month_ticks(START, end)) == count


def test_ticks_speak_russian() -> None:
    assert tick_text(date(2021, 1, 1), is_first=False) == "янв.<br><b>2021</b>"
    assert tick_text(date(2021, 4, 1), is_first=False) == "апр."


def test_zero_target_is_a_mark_at_zero() -> None:
    row = records.indicator(
        targets=records.values({2020: "1", 2021: "0"}), actuals=records.values({2020: "1"})
    )
    assert scale.place(row, Decimal(0), 4, 96) == 4
    assert scale.place(row, Decimal(1), 4, 96) == 96
    assert "цель 0" in " ".join(text(dumbbell.dumbbell(row)).split())


@pytest.mark.parametrize(("direction", "met"), [("decrease", False), ("increase", True)], ids=str)
def test_direction_decides_what_is_met(direction: str, met: bool) -> None:
    row = records.indicator(direction=direction)
    assert scale.met_in(row, 2021) is met


def test_of_a_year_without_actual_nothing_can_be_told() -> None:
    assert scale.met_in(records.indicator(actuals={}), 2021) is None


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        (Decimal("0.04"), "выше цели на 0,04 п.п."),
        (Decimal("-0.04"), "ниже цели на 0,04 п.п."),
        (Decimal(0), "ровно на цели"),
        (None, "факта пока нет"),
    ],
)
def test_gap_in_words(gap: Decimal | None, words: str) -> None:
    row = records.indicator(gap=gap, gap_year=2020)
    assert dumbbell.gap_text(row).replace(NBSP, " ") == words


def test_gap_of_a_year_that_is_not_over_says_so() -> None:
    row = records.indicator(gap_year=records.AS_OF.year)
    assert dumbbell.gap_text(row).endswith("п.п., год не завершён")
