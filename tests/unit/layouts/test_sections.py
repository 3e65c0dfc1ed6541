"""The list of sections and the page of one."""

from dashboard.prerender import to_html
from data_access.records.view import Filters
from layouts import sections
from layouts.sections_detail import detail
from layouts.texts import NBSP, use_locale
from tests.support import measure_pages as pages
from tests.support import records as make
from tests.support.frames import frame


def shown(filters: Filters | None = None, **changes: object) -> str:
    page = sections.page(pages.sections(**changes), frame("/sections", filters))
    return to_html(page).replace(NBSP, " ")


def one(**changes: object) -> str:
    page = detail(pages.section(**changes), frame("/sections/2"))
    return to_html(page).replace(NBSP, " ")


def test_headline_names_the_section_that_lags() -> None:
    assert "На 11 октября 2021 раздел 2 отстаёт: просрочено 3 из 6." in shown()


def test_rows_carry_bars_rates_and_links() -> None:
    text = shown(Filters(plan=1))
    assert "stack__part st-overdue" in text
    assert "2 из 6 (33,3 %)" in text
    assert "/sections/2?plan=1" in text
    assert "/measures?plan=1&amp;section=2&amp;status=overdue" in text
    assert "/export/sections.xlsx?plan=1" in text


def test_each_plan_has_its_own_table() -> None:
    other = make.plan(2, short_title="План Омска, 2024")
    rows = (make.group("1"), make.group("2", plan=other))
    text = shown(plans=(make.plan(), other), rows=rows)
    assert text.count("<table") == 2
    assert "План Омска, 2024" in text
    assert "/export/sections.csv?plan=1" in text
    assert "/export/sections.csv?plan=2" in text


def test_nothing_to_show() -> None:
    text = shown(Filters(q="пусто"), rows=())
    assert "пусто" in text
    assert "Показать все разделы" in text


def test_one_section_opens_with_its_finding() -> None:
    text = one()
    assert "Раздел 2: на 11 октября 2021 исполнено 2 из 6 (33,3 %); просрочено 3" in text
    assert "самое давнее: 41 день" in text


def test_one_section_lists_measures_in_the_plans_order() -> None:
    text = one()
    assert text.index(">2.1<") < text.index(">2.3<")
    assert "/export/measures.csv?section=2" in text


def test_english() -> None:
    with use_locale("en"):
        assert "Section 2: on 11 October 2021" in one() or "Section 2: on" in one()
