"""A country in the browser: from the map to one measure, the long list, the long registers."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import text

from data_access.db import Database
from tests.browser.test_accessibility import faults
from tests.support import country, visits
from tests.support.browser import PATIENCE_MS, wait_until_drawn

pytestmark = pytest.mark.browser

AS_OF = f"as_of={country.DAY}"
ROWS = ".grid .ag-center-cols-container .ag-row"
LIST = "#react-entry-point #territories-list"
COLUMN = """([rows, name]) => [...document.querySelectorAll(rows)]
    .filter(row => row.querySelector('.title-link'))
    .sort((a, b) => a.getAttribute('row-index') - b.getAttribute('row-index'))
    .map(row => row.querySelector(`[col-id=${name}]`).innerText)"""


def open_page(page: Page, address: str, path: str) -> Page:
    page.goto(address + path)
    wait_until_drawn(page)
    return page


def column(page: Page, name: str) -> list[str]:
    """Return what the rows that are there say; the grid fills their cells one after another."""
    page.wait_for_function(
        f"([rows, name]) => !({COLUMN})([rows, name]).includes('')", arg=[ROWS, name]
    )
    found: list[str] = page.evaluate(COLUMN, [ROWS, name])
    return found


def days(texts: list[str]) -> list[int]:
    return [int(one.split()[0]) for one in texts if one != "—"]


def test_a_small_desk_has_room_for_the_numbers(nation: Page, country_server: str) -> None:
    bars = nation.locator(f"{LIST} .t--groups td.c-bar")
    for width, is_shown in ((1366, True), (1024, False)):
        nation.set_viewport_size({"width": width, "height": 768})
        open_page(nation, country_server, f"/territories?{AS_OF}")
        expect(nation.locator(f"{LIST} .t--groups .title-link").first).to_be_visible()
        expect(bars.first).to_be_visible() if is_shown else expect(bars.first).to_be_hidden()


def test_from_the_map_to_one_measure(nation: Page, country_server: str) -> None:
    open_page(nation, country_server, f"/?{AS_OF}")
    expect(nation.locator("#page .tile")).to_have_count(country.NAMED)
    expect(nation.locator("#page .tile-beside a")).to_have_count(1)
    nation.click("#page .tile >> nth=0")
    nation.wait_for_url(re.compile(r"/territories/\d+"))
    expect(nation.locator("#page h1")).to_contain_text("область")
    nation.click("#page .t--groups .title-link >> nth=0")
    nation.wait_for_url(re.compile(r"/territories/\d+"))
    expect(nation.locator("#page .crumbs a")).to_have_count(2)
    nation.click("#page .territory-plan .figure >> nth=0")
    nation.wait_for_url("**/measures?*plan=*")
    nation.click(f"{ROWS} .title-link >> nth=0")
    nation.wait_for_url(re.compile(r"/measures/\d+"))
    expect(nation.locator("#page .why__step").first).to_be_visible()
    assert AS_OF in nation.url


def test_a_square_is_reached_and_opened_by_the_keyboard(nation: Page, country_server: str) -> None:
    open_page(nation, country_server, f"/territories?{AS_OF}")
    first, second = nation.locator("#page .tile >> nth=0"), nation.locator("#page .tile >> nth=1")
    first.focus()
    nation.keyboard.press("Tab")
    expect(second).to_be_focused()
    said = second.locator(".visually-hidden").inner_text()
    nation.keyboard.press("Enter")
    nation.wait_for_url(re.compile(r"/territories/\d+"))
    expect(nation.locator("#page h1")).to_contain_text(said.split(":")[0])


def test_squares_keep_their_places(nation: Page, country_server: str) -> None:
    open_page(nation, country_server, f"/territories?{AS_OF}")
    boxes = {
        one.locator(".tile__label").inner_text(): one.bounding_box()
        for one in nation.locator("#page .tile").all()
    }
    north, west, east = boxes["Мурм"], boxes["СПб"], boxes["Чук"]
    assert north
    assert west
    assert east
    assert north["y"] < west["y"] == east["y"]
    assert west["x"] < north["x"] < east["x"]
    sizes = {(round(box["width"]), round(box["height"])) for box in boxes.values() if box}
    assert len(sizes) == 1


def test_a_band_leads_to_the_list_behind_it(nation: Page, country_server: str) -> None:
    open_page(nation, country_server, f"/territories?{AS_OF}")
    band = nation.locator("#page .spread__rows >> nth=1").locator("a").last
    number = band.locator("b").inner_text()
    band.click()
    nation.wait_for_url("**band=discipline-*")
    expect(nation.locator(f"{LIST} .tab--on b")).to_have_text(number)
    expect(nation.locator(f"{LIST} tbody tr")).to_have_count(min(int(number), 50))
    nation.click(f"{LIST} .chip")
    expect(nation.locator(f"{LIST} .tab--on b")).to_have_text(str(country.TERRITORIES))


def test_the_list_is_searched_ordered_and_turned(
    nation: Page, country_server: str, country_db: Database
) -> None:
    open_page(nation, country_server, f"/territories?{AS_OF}&show=all")
    expect(nation.locator(f"{LIST} tbody tr")).to_have_count(50)
    nation.click(f"{LIST} .paging a")
    nation.wait_for_url("**page=2*")
    expect(nation.locator(f"{LIST} tbody tr")).to_have_count(country.TERRITORIES - 50)
    nation.click(f"{LIST} a.sort:has-text('Исполнение')")
    nation.wait_for_url("**order=execution*")
    expect(nation.locator(f"{LIST} tbody tr")).to_have_count(50)  # drawn anew, the field too
    assert "page" not in parse_qs(urlsplit(nation.url).query)
    with country_db.read() as session:
        name = session.scalar(text("SELECT name FROM territory WHERE id = 40"))
    assert name
    nation.fill("#react-entry-point #territories-name", name.upper()[:12])
    nation.keyboard.press("Enter")
    nation.wait_for_url("**name=*")
    expect(nation.locator(f"{LIST} .chip")).to_contain_text(name.upper()[:12])
    names = nation.locator(f"{LIST} tbody .title-link").all_inner_texts()
    assert all(name.lower()[:12] in one.lower() for one in names)
    assert len(names) < 50
    assert "order=execution" in nation.url
    nation.reload()
    wait_until_drawn(nation)
    expect(nation.locator(f"{LIST} tbody tr")).to_have_count(len(names))


def test_a_long_register_is_sorted_as_a_whole(
    nation: Page, country_server: str, country_db: Database
) -> None:
    open_page(nation, country_server, f"/measures?{AS_OF}")
    nation.wait_for_selector(f"{ROWS} .title-link")
    nation.click(".grid .ag-header-cell[col-id=days]")
    nation.wait_for_selector(".grid .ag-header-cell[col-id=days][aria-sort=descending]")
    expect(nation.locator(f"{ROWS}[row-index='0'] [col-id=days]")).to_contain_text("дн")
    found = days(column(nation, "days"))
    with country_db.read() as session:
        first = session.scalar(
            text(
                "SELECT max(julianday(:day) - julianday(due_on)) FROM measure_span"
                " WHERE status IN ('overdue', 'partial')"
                " AND valid_from <= :day AND :day < valid_to"
            ),
            {"day": country.DAY},
        )
    assert found[0] == first
    assert found == sorted(found, reverse=True)


def test_a_long_register_goes_on_as_it_is_scrolled(nation: Page, country_server: str) -> None:
    open_page(nation, country_server, f"/measures?{AS_OF}&status=overdue,in_progress")
    nation.wait_for_selector(f"{ROWS} .title-link")
    view = nation.locator(".grid .ag-body-viewport").first
    for last in (100, 200):
        view.evaluate("e => { e.scrollTop = e.scrollHeight; }")
        nation.wait_for_selector(f"{ROWS}[row-index='{last}'] .title-link", state="attached")
    assert set(column(nation, "status"))
    view.evaluate("e => { e.scrollTop = 0; }")
    expect(nation.locator(f"{ROWS}[row-index='0'] .title-link")).to_be_visible()


def test_another_filter_asks_for_other_rows(nation: Page, country_server: str) -> None:
    open_page(nation, country_server, f"/measures?{AS_OF}&status=overdue,in_progress")
    nation.wait_for_selector(f"{ROWS} .title-link")
    nation.click(".st-chips a:has-text('Просрочено')")
    nation.wait_for_url("**status=in_progress")
    statuses = nation.locator(f"{ROWS} [col-id=status]")
    expect(statuses.first).to_contain_text("В работе")
    expect(statuses.filter(has_not_text="В работе")).to_have_count(0)


def test_enter_opens_the_measure_of_a_row_that_came_later(
    nation: Page, country_server: str
) -> None:
    open_page(nation, country_server, f"/measures?{AS_OF}")
    nation.wait_for_selector(f"{ROWS} .title-link")
    nation.click(f"{ROWS}[row-index='1'] [col-id=place]")
    nation.keyboard.press("Enter")
    nation.wait_for_url(re.compile(r"/measures/\d+"))


def test_what_is_overdue_comes_worst_first(nation: Page, country_server: str) -> None:
    open_page(nation, country_server, f"/overdue?{AS_OF}")
    nation.wait_for_selector(f"{ROWS} .title-link")
    found = days(column(nation, "days"))
    assert found == sorted(found, reverse=True)
    expect(nation.locator("#overdue-list .register__plain")).to_be_hidden()


def test_a_telephone_shows_lists_in_place_of_map_and_grid(
    nation: Page, country_server: str
) -> None:
    nation.set_viewport_size({"width": 390, "height": 844})
    open_page(nation, country_server, f"/territories?{AS_OF}")
    expect(nation.locator("#page .tile-map")).to_be_hidden()
    expect(nation.locator(f"{LIST} tbody tr").first).to_be_visible()
    assert nation.evaluate("document.documentElement.scrollWidth") <= 390
    for path in ("/measures", "/overdue", "/"):
        open_page(nation, country_server, f"{path}?{AS_OF}")
        assert nation.evaluate("document.documentElement.scrollWidth") <= 390, path
    open_page(nation, country_server, f"/measures?{AS_OF}")
    expect(nation.locator(".register__plain tbody tr")).to_have_count(100)
    expect(nation.locator(".grid")).to_be_hidden()


@pytest.mark.parametrize(
    "path",
    ["/", "/territories", "/territories?show=all&name=мун&band=execution-0", "/measures",
     "/overdue", "/executors", "/sections"],
)  # fmt: skip
def test_axe_finds_no_serious_fault(browser: Browser, country_server: str, path: str) -> None:
    context = browser.new_context(
        viewport={"width": 1366, "height": 768}, locale="ru-RU", bypass_csp=True
    )
    context.set_default_timeout(PATIENCE_MS)
    visits.enter(context, country_server, country.MINISTRY)
    page = context.new_page()
    sign = "&" if "?" in path else "?"
    visits.visit(page, country_server, f"{path}{sign}{AS_OF}")
    if page.locator(".grid").count():
        page.wait_for_selector(f"{ROWS} .title-link")
    found = faults(page)
    context.close()
    assert not found, "\n".join(found)


def test_a_territory_is_looked_up_by_name_in_the_filter_bar(
    nation: Page, country_server: str, country_db: Database
) -> None:
    with country_db.read() as session:
        name = session.scalar(text("SELECT short_name FROM territory WHERE id = 40"))
    assert name
    open_page(nation, country_server, f"/measures?{AS_OF}")
    nation.click("#react-entry-point #filter-territory")
    expect(nation.locator(".dash-options-list-option")).to_have_count(country.REGIONS)
    expect(nation.locator(".dash-dropdown-search")).to_be_focused()
    nation.keyboard.type(name.upper())
    option = nation.locator(".dash-options-list-option", has_text=name).first
    expect(option).to_contain_text("(")
    option.click()
    nation.wait_for_url("**territory=*")
    expect(nation.locator(".chips .chip")).to_contain_text(name)
    nation.click("#react-entry-point .filters__more summary")
    expect(nation.locator("#react-entry-point #filter-executor")).to_be_visible()
