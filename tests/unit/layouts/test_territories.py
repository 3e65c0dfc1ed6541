"""Territories compared by rates, and the page of one."""

import pytest

from dashboard.prerender import to_html
from data_access.records.common import Ratio, Ref
from data_access.records.status import Status
from layouts import territories
from layouts.territories_detail import detail
from layouts.territories_table import ORDERS, worst_first
from layouts.texts import NBSP
from tests.support import measure_pages as pages
from tests.support import records as make
from tests.support.frames import choices, frame


def shown(**changes: object) -> str:
    page = territories.page(pages.territories(**changes), frame("/territories"))
    return to_html(page).replace(NBSP, " ")


def one(**changes: object) -> str:
    page = detail(pages.territory(**changes), frame("/territories/1"))
    return to_html(page).replace(NBSP, " ")


def test_the_larger_share_is_worse_than_the_larger_number() -> None:
    assert [row.id for row in worst_first(pages.territories().rows)] == [2, 1]
    assert "наибольшая доля просроченного – Александровск: 3 из 10 (30 %)" in shown()


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_puts_no_base_last(order: str) -> None:
    bare = make.totals({}, discipline=Ratio(0, 0), reports=None, worst_days=None)
    rows = (make.group("", {}, id=9, totals=bare), *pages.territories().rows)
    assert worst_first(rows, order)[-1].id == 9


def test_rates_stand_with_their_numbers() -> None:
    text = shown()
    assert "46 из 50 (92 %)" in text
    assert "4 из 50 (8 %)" in text


def test_no_duty_is_said_in_words() -> None:
    totals = make.totals(reports=None)
    assert "не установлено" in shown(rows=(make.group("", id=1, totals=totals),))


def test_region_is_a_link_where_it_may_be_opened() -> None:
    assert "/territories/90" not in shown()
    region = Ref(90, "Мурманская область", "Мурманская область")
    allowed = frame("/territories", choices=choices(territories=(region,)))
    assert "/territories/90" in to_html(territories.page(pages.territories(), allowed))


def test_one_territory_needs_no_order() -> None:
    assert "Сначала худшие" in shown()
    assert "Сначала худшие" not in shown(rows=pages.territories().rows[:1])


def test_good_news_and_nothing() -> None:
    fine = make.group("", {Status.DONE: 3}, id=1)
    assert "ни в одной территории нет просроченного" in shown(rows=(fine,))
    assert "Территорий пока нет" in shown(rows=())


def test_one_territory_shows_its_plan_with_ways_on() -> None:
    text = one()
    assert "Александровск: на 11 октября 2021 исполнено 9 из 23 (39,1 %)" in text
    for path in ("/?plan=1", "/sections?plan=1", "/executors?plan=1", "/meeting?plan=1"):
        assert f'href="{path}"' in text
    assert "Раз в квартал" in text


def test_region_compares_its_municipalities() -> None:
    region = Ref(90, "Мурманская область", "Мурманская область")
    rows = pages.territories().rows
    text = one(territory=region, level="region", plans=(), municipalities=rows)
    assert "своего плана нет, планы есть у 2 муниципалитетов" in text
    assert "2 муниципалитета" in text
    assert "нет планов по этому фильтру" not in text


def test_several_plans_are_counted() -> None:
    plans = ((make.plan(), make.totals()), (make.plan(2), make.totals()))
    assert "Александровск: 2 плана." in one(plans=plans)
    assert "нет планов по этому фильтру" in one(plans=())
