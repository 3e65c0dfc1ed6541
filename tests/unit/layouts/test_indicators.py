"""The page of indicators: verdicts by direction, zero targets, the line, the table."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dashboard.prerender import to_html
from data_access.records.common import Ratio
from data_access.records.cut import Cut
from data_access.records.indicators import IndicatorRow, IndicatorsPage
from data_access.records.view import Filters
from layouts import indicator_figures, indicator_scale, indicator_sentences, indicators
from layouts.texts import NBSP, use_locale
from tests.support import pages
from tests.support import records as make
from tests.support.frames import frame


def page_of(*rows: IndicatorRow) -> str:
    data = IndicatorsPage((make.plan(),), rows)
    return plain(to_html(indicators.page(data, frame("/indicators"))))


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def row(targets: Mapping[int, str], actuals: Mapping[int, str], **changes: Any) -> IndicatorRow:
    """An indicator whose gap and verdict follow from its values."""
    years = targets.keys() & actuals.keys()
    year = max(years, default=None)
    gap = None if year is None else Decimal(actuals[year]) - Decimal(targets[year])
    falls = changes.get("direction", "decrease") == "decrease"
    met = None if gap is None else (gap <= 0 if falls else gap >= 0)
    changes |= {"targets": make.values(targets), "actuals": make.values(actuals)}
    return make.indicator(gap=gap, gap_year=year, met=met, **changes)


def finding(*rows: IndicatorRow) -> str:
    return plain(indicator_sentences.finding((make.plan(),), rows))


def verdict(one: IndicatorRow) -> str:
    text = plain(to_html(indicator_sentences.verdict(one)))
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", text)).strip()


def test_of_very_many_the_headline_speaks_of_all_plans() -> None:
    over = make.plan(as_of=date(2023, 5, 5))
    rows = Cut((row({2021: "1"}, {2021: "2"}, plan=over),), 4000, met=Ratio(1, 3))
    data = IndicatorsPage(Cut((over, over), 2330), rows)
    shown = plain(to_html(indicators.page(data, frame("/indicators"))))
    assert "истёк срок 2 330 планов" in shown


def test_headline_counts_targets_and_names_the_missed_one_with_its_gap() -> None:
    met = row({2020: "13"}, {2020: "13"})
    missed = row({2020: "0.67"}, {2020: "0.71"})
    unknown = row({2021: "5"}, {})
    assert finding(met, missed, unknown) == (
        "На 11 октября 2021 цели 2020 года достигнуты по 1 из 2 показателей с известным фактом;"
        " не достигнута: «Доля детей-сирот» (выше цели на 0,04 п.п.);"
        " по 1 показателю факта пока нет"
    )


def test_headline_without_any_actual_value() -> None:
    assert finding(*[row({2020: "1"}, {})] * 4) == (
        "На 11 октября 2021 факта пока нет ни по одному из 4 показателей"
    )


def test_headline_of_different_years_names_none() -> None:
    found = finding(row({2020: "1"}, {2020: "1"}), row({2021: "1"}, {2021: "1"}))
    assert found == "На 11 октября 2021 цели достигнуты по 2 из 2 показателей с известным фактом"


@pytest.mark.parametrize(
    ("actual", "direction", "words"),
    [
        ("0.71", "decrease", "Цель 2020 года не достигнута выше цели на 0,04 п.п."),
        ("0.66", "decrease", "Цель 2020 года достигнута ниже цели на 0,01 п.п."),
        ("0.67", "decrease", "Цель 2020 года достигнута"),
        ("0.71", "increase", "Цель 2020 года достигнута выше цели на 0,04 п.п."),
        ("0.66", "increase", "Цель 2020 года не достигнута ниже цели на 0,01 п.п."),
    ],
)
def test_verdict_follows_the_direction(actual: str, direction: str, words: str) -> None:
    assert verdict(row({2020: "0.67"}, {2020: actual}, direction=direction)) == words


def test_people_are_counted_in_people() -> None:
    assert "выше цели на 1 чел." in verdict(
        row({2020: "13"}, {2020: "14"}, unit="чел.", decimals=0)
    )


def test_zero_target_met_and_missed() -> None:
    assert verdict(row({2021: "0"}, {2021: "0"})) == (
        "Цель 2021 года достигнута ровно на цели, год не завершён"
    )
    assert "выше цели на 1 ед." in verdict(row({2021: "0"}, {2021: "1"}, unit="ед.", decimals=0))


def test_no_actual_value_is_neither_met_nor_missed() -> None:
    assert verdict(row({2021: "12"}, {})) == "факта пока нет"


def test_target_that_waits_is_named_beside_the_verdict() -> None:
    waits = row({2020: "0.67", 2021: "0.66"}, {2020: "0.67"})
    assert plain(indicator_sentences.ahead(waits)) == "цель 2021: 0,66 %, факта пока нет"
    assert indicator_sentences.ahead(row({2021: "1"}, {})) == ""


def test_decreasing_line_points_to_the_left() -> None:
    html = to_html(indicator_figures.track(row({2020: "13", 2021: "12"}, {})))
    assert "ind-path--left" in html
    assert "ind-path--right" not in html
    rising = to_html(indicator_figures.track(row({2020: "80", 2021: "90"}, {})))
    assert "ind-path--right" in rising


def test_zero_target_is_a_mark_at_zero() -> None:
    html = to_html(indicator_figures.track(row({2020: "0.7", 2021: "0"}, {}, decimals=1)))
    first = indicator_scale.FIRST
    assert f"ind-zero x-{first}" in html
    assert f"ind-stop--target x-{first}" in html
    assert "<b>0</b>" in html


def test_all_zero_stands_at_the_left_end() -> None:
    zero = row({2020: "0", 2021: "0"}, {2020: "0"})
    assert indicator_scale.place(zero, Decimal(0)) == indicator_scale.FIRST
    assert "2020, 2021: " in to_html(indicator_figures.track(zero))


def test_equal_values_share_a_mark_in_the_middle() -> None:
    equal = row({2020: "5", 2021: "5"}, {})
    (stop,) = indicator_scale.stops(equal, equal.targets)
    assert (stop.years, stop.place, stop.side) == ((2020, 2021), 50, "middle")


def test_outer_labels_are_written_outwards_and_inner_ones_left_out() -> None:
    four = row({2022: "4", 2023: "3", 2024: "2", 2025: "1"}, {})
    assert [stop.side for stop in indicator_scale.stops(four, four.targets)] == [
        "left", "none", "none", "right",
    ]  # fmt: skip


def test_line_is_read_aloud_year_by_year() -> None:
    said = indicator_figures.summary(row({2020: "13", 2021: "12"}, {2020: "14"}, decimals=0))
    assert plain(said) == "цель 2020: 13 %; факт 2020: 14 %; цель 2021: 12 %"


def test_page_shows_rows_table_and_exports_without_styles() -> None:
    html = page_of(*pages.indicators())
    assert html.count('class="ind"') == 4
    assert "/export/indicators.csv" in html
    assert "источник факта 2020" in html
    assert "style=" not in html


def test_exports_keep_the_filters() -> None:
    data = IndicatorsPage((make.plan(),), pages.indicators())
    filters = Filters(as_of=date(2021, 3, 1), plan=1)
    html = to_html(indicators.page(data, frame("/indicators", filters)))
    assert "/export/indicators.csv?as_of=2021-03-01&amp;plan=1" in html


def test_plan_without_indicators_says_so_and_leads_to_the_others() -> None:
    data = IndicatorsPage((make.plan(),), ())
    html = to_html(indicators.page(data, frame("/indicators", Filters(plan=1))))
    assert "В выбранных планах показателей нет" in html
    assert 'href="/indicators"' in html
    assert 'href="/indicators"' not in page_of()


def test_page_in_english_has_no_russian_of_ours() -> None:
    with use_locale("en"):
        data = IndicatorsPage((), (row({2020: "0.67"}, {2020: "0.71"}, name="A", short_name="B",
                                       unit="%", form=""),))  # fmt: skip
        html = plain(to_html(indicators.page(data, frame("/indicators"))))
    assert "Target of 2020 missed" in html
    assert "above target by 0.04 p.p." in html
