"""The parts of pages: what they say, where they lead, and that they carry no style attribute."""

from collections.abc import Iterator
from datetime import date

import pytest

from data_access.records.common import Ratio
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import bars, cells, components, notices
from layouts.tables import Column, Row, table
from layouts.texts import NBSP, use_locale
from tests.support import records
from tests.unit.layouts.trees import classes, has_style, hrefs, kinds, text, walk

FILTERS = Filters(plan=1, as_of=date(2021, 10, 11))


@pytest.fixture(autouse=True)
def russian() -> Iterator[None]:
    with use_locale("ru"):
        yield


def test_key_ratio_shows_part_base_and_share() -> None:
    figure = components.key_ratio("Исполнение", Ratio(9, 23), href="/measures")
    assert text(figure).replace(NBSP, " ") == "Исполнение 9 из 23 39,1 %"
    assert figure.href == "/measures"


@pytest.mark.parametrize("ratio", [None, Ratio(0, 0)])
def test_key_ratio_without_base_says_why(ratio: Ratio | None) -> None:
    assert text(components.key_ratio("Отчёты", ratio, none="не установлено")) == (
        "Отчёты — не установлено"
    )


def test_section_has_a_heading_and_export_links() -> None:
    part = components.section("Реестр", actions=components.export_links("measures", FILTERS))
    assert "H2" in kinds(part)
    assert [href.split("?")[0] for href in hrefs(part)] == [
        "/export/measures.csv",
        "/export/measures.xlsx",
        "/export/measures.json",
    ]
    assert all(href.endswith("?as_of=2021-10-11&plan=1") for href in hrefs(part))


def test_demo_notice_only_for_samples() -> None:
    assert components.demo_notice([records.plan(is_demo=False)]) is None
    assert "Демонстрационные данные" in text(components.demo_notice([records.plan()]))


def test_error_panel_is_announced_and_names_its_identifier() -> None:
    panel = notices.error_panel("Ошибка", "Что случилось", identifier="a1b2")
    assert panel.role == "alert"
    assert "a1b2" in text(panel)


def test_empty_state_says_why_and_leads_on() -> None:
    state = notices.empty("Ничего нет", "Снимите фильтр", href="/measures", action="Снять")
    assert text(state) == "Ничего нет Снимите фильтр Снять"
    assert hrefs(state) == ["/measures"]


def test_table_is_semantic() -> None:
    cols = [Column("№", "code", "lead"), Column("Имя", "title", "main", is_header=True)]
    made = table("Список", cols, [["1", "А"], Row(["2", None], css="is-bad")])
    assert kinds(made).count("Th") == 4
    assert [one.scope for one in walk(made) if one._type == "Th"] == ["col", "col", "row", "row"]
    assert "Caption" in kinds(made)
    assert text(made).endswith("2 —")
    assert {"c-code", "s-lead", "c-title", "s-main", "is-bad"} <= classes(made)


def test_table_refuses_rows_of_another_length() -> None:
    with pytest.raises(ValueError, match="zip"):
        table("Список", [Column("А")], [["1", "2"]])


@pytest.mark.parametrize(
    "counts", [[1, 1, 1], [9, 3, 11], [1, 999], [1] * 11, [7], [0, 5], [1, 1, 998]]
)
def test_percents_fill_the_bar(counts: list[int]) -> None:
    found = bars.percents(counts)
    assert sum(found) == 100
    assert all((size > 0) == (count > 0) for size, count in zip(found, counts, strict=True))


def test_percents_of_nothing() -> None:
    assert bars.percents([0, 0]) == [0, 0]
    assert bars.percents([]) == []


def test_status_bar_tells_its_numbers_in_words() -> None:
    bar = bars.status_bar({Status.DONE: 3, Status.OVERDUE: 1})
    assert getattr(bar, "aria-label") == "Исполнено: 3, Просрочено: 1"
    assert {"st-done", "w-75", "st-overdue", "w-25"} <= classes(bar)


def test_status_legend_leads_to_the_register() -> None:
    legend = bars.status_legend({Status.OVERDUE: 3}, FILTERS, section=2)
    assert hrefs(legend) == ["/measures?as_of=2021-10-11&plan=1&section=2&status=overdue"]
    assert hrefs(bars.status_legend({Status.OVERDUE: 3})) == []


def test_ratio_bar_never_overflows() -> None:
    assert bars.width(1.7) == "w-100"
    assert bars.width(None) == "w-0"
    assert "w-39" in classes(bars.ratio_bar(Ratio(9, 23)))


def test_measure_title_has_the_full_text_on_hover() -> None:
    row = records.measure("2.3")
    link = cells.measure_title(row, FILTERS)
    assert text(link) == row.short_title
    assert link.title == row.title
    assert link.href == f"/measures/{row.id}?as_of=2021-10-11&plan=1"


def test_executors_beyond_the_first_are_counted() -> None:
    row = records.measure(executors=(records.mark(), *[records.mark(role="co")] * 2))
    assert text(cells.executors(row.executors, FILTERS)) == f"{row.executors[0].short_name} и ещё 2"


def test_extended_due_date_keeps_the_original_in_sight() -> None:
    row = records.measure(due_on=date(2021, 12, 31), original_due_on=date(2021, 6, 30))
    cell = cells.due(row)
    assert text(cell) == "31.12.2021 30.06.2021"
    assert "Del" in kinds(cell)


def test_delay_is_strong_only_while_it_runs() -> None:
    running = cells.days_late(records.measure(status=Status.OVERDUE, days_overdue=41))
    past = cells.days_late(records.measure(status=Status.DONE_LATE, days_overdue=5))
    none = cells.days_late(records.measure(status=Status.DONE, days_overdue=None))
    assert (text(running), running.className) == (f"41{NBSP}день", "late")
    assert "late--past" in past.className
    assert text(none) == "—"


def test_flags_stand_beside_the_status() -> None:
    row = records.measure(is_due_soon=True, no_information=True, points_done=3, points_total=8)
    assert text(cells.status(row)) == "В работе точки: 3 из 8 срок скоро нет сведений"


def test_nothing_carries_a_style_attribute() -> None:
    row = records.measure("2.3", status=Status.OVERDUE)
    parts = [
        components.headline("Итог", "Пояснение", over="Где мы"),
        components.key_ratio("Исполнение", Ratio(9, 23)),
        bars.status_bar({Status.DONE: 3}),
        bars.ratio_bar(Ratio(1, 2)),
        cells.status(row),
        cells.due(row),
    ]
    assert not has_style(parts)
