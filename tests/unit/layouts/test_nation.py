"""A country's territories: the map, the bands, the list part by part."""

from dataclasses import replace
from typing import Any

import pytest

from dashboard.prerender import to_html
from data_access.records.bands import counts
from data_access.records.common import GroupRow, Ratio, Ref
from data_access.records.cut import Cut
from data_access.records.nation import Listing, NationPage, Place, Spread
from data_access.records.status import Status
from layouts import sections, territories
from layouts.territories_detail import detail
from layouts.texts import NBSP
from layouts.tile_map import FEWEST, grade, tile_map
from tests.support import measure_pages as pages
from tests.support import records as make
from tests.support.frames import frame


def region(id: int, late: int, of: int = 100) -> GroupRow:
    by_status = {Status.DONE: of - late, Status.OVERDUE: late}
    return make.group("", by_status, id=id, name=f"Регион {id}", short_name=f"Рег. {id}")


REGIONS = tuple(region(id, late=3 * id) for id in range(1, FEWEST + 1))
PLACES = {id: Place(str(id), f"Р{id}", id % 3, id) for id in range(1, FEWEST + 1)}


def spread(**changes: Any) -> Spread:
    rated = [row.totals for row in REGIONS]
    base = Spread(counts(rated), REGIONS, "regions", 1, 1, {"regions": FEWEST, "all": 300}, FEWEST)
    return replace(base, **changes)


def nation(**changes: Any) -> NationPage:
    base = NationPage((make.plan(),), make.totals(), REGIONS, PLACES, spread())
    return replace(base, **changes)


def shown(data: NationPage, listing: Listing | None = None) -> str:
    page = territories.page(data, frame("/territories", listing=listing or Listing()))
    return to_html(page).replace(NBSP, " ")


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(0, 9, "none"), (1, 10, "low"), (3, 20, "mid"), (1, 5, "more"), (201, 1000, "high"),
     (9, 9, "high"), (0, 0, "empty")],
)  # fmt: skip
def test_grades_go_up_with_the_share(part: int, whole: int, expected: str) -> None:
    assert grade(Ratio(part, whole)) == expected


def test_a_square_leads_to_its_region_and_says_it_in_words() -> None:
    text = to_html(tile_map(REGIONS, PLACES, frame().filters)).replace(NBSP, " ")
    assert 'href="/territories/2"' in text
    assert "Регион 2: просрочено 6 из 100 (6 %)" in text
    assert 'class="tile-at tile-r2 tile-c2"' in text
    assert 'class="tile tile--low"' in text
    assert "style=" not in text


def test_a_little_is_not_nothing() -> None:
    rows = (region(1, late=1, of=1000),)
    assert "&lt;1" in to_html(tile_map(rows, PLACES, frame().filters))


def test_what_lies_on_no_square_stands_beside() -> None:
    text = shown(nation(regions=(*REGIONS, region(99, late=7))))
    assert "1 регион вне карты" in text
    assert text.count('class="tile-at') == FEWEST
    assert 'href="/territories/99"' in text


def test_few_regions_make_no_map() -> None:
    few = dict(list(PLACES.items())[:-1])
    assert 'class="tiles"' in shown(nation())
    assert 'class="tiles"' not in shown(nation(places=few))


def test_each_band_leads_to_its_list() -> None:
    text = shown(nation(), Listing(order="days", page=3))
    assert "show=all&amp;band=execution-80&amp;order=days#territories-list" in text
    assert "band=execution-20" not in text  # nobody lies there
    assert "page=" not in text


def test_levels_are_chosen_with_their_numbers() -> None:
    text = shown(nation())
    assert "Все территории</a>" not in text
    assert 'href="/territories?show=all"' in text
    assert 'href="/territories?show=regions"' in text
    alone = spread(found={"all": 300}, level="all")
    assert "show=regions" not in shown(nation(regions=REGIONS[:1], spread=alone))


def test_pages_lead_on_and_back() -> None:
    text = shown(nation(spread=spread(page=2, pages=3)), Listing(page=2))
    assert "Страница 2 из 3" in text
    assert "page=3#territories-list" in text
    assert 'href="/territories#territories-list"' in text
    first = shown(nation(spread=spread(page=1, pages=3)))
    assert "Предыдущая страница" not in first


def test_what_narrows_the_list_can_be_taken_away() -> None:
    text = shown(nation(), Listing(name="нов", band="discipline-40"))
    assert "Дисциплина 40–60 %" in text
    assert "«нов»" in text
    assert 'href="/territories?band=discipline-40"' in text
    assert "В файлах все территории" in text
    assert "В файлах все территории" not in shown(nation())


def test_nothing_found_says_what_to_change() -> None:
    text = shown(nation(spread=spread(rows=(), found={"regions": 0, "all": 0})), Listing(name="x"))
    assert "Таких территорий не нашлось" in text


def test_a_large_region_shows_its_bands_and_a_part_of_its_list() -> None:
    many = spread(level="all", found={"all": 300}, all=300, pages=6)
    data = pages.territory(
        territory=Ref(90, "Область", "Область"), level="region", plans=(), of_many=many
    )
    page = detail(data, frame("/territories/90"))
    text = to_html(page).replace(NBSP, " ")
    assert "своего плана нет, планы есть у 300 муниципалитетов" in text
    assert 'href="/territories/90?page=2#territories-list"' in text
    assert "нет планов по этому фильтру" not in text


def test_a_region_is_told_with_all_its_municipalities() -> None:
    counted = make.totals({Status.DONE: 10, Status.OVERDUE: 30})
    whole = replace(counted, as_of=make.plan().as_of)
    region = Ref(90, "Большая область", "Большая обл.")
    own = pages.territory(territory=region, level="region", whole=whole, municipalities=REGIONS)
    text = to_html(detail(own, frame("/territories/90"))).replace(NBSP, " ")
    assert "Большая обл.: на 11 октября 2021 исполнено 10 из 40 (25 %); просрочено 30" in text
    assert "Большая область: свой план и планы 8 муниципалитетов" in text
    bare = replace(own, plans=())
    text = to_html(detail(bare, frame("/territories/90"))).replace(NBSP, " ")
    assert "Большая область: своего плана нет, планы есть у 8 муниципалитетов" in text


def test_the_worst_sections_of_a_country_name_their_places() -> None:
    rows = Cut((make.group("1"), make.group("2")), 900, late=40)
    text = to_html(sections.page(pages.sections(rows=rows), frame("/sections")))
    assert text.count("<table") == 1
    assert text.count(make.plan().territory.short_name) >= 2
