"""The filter bar by the keyboard: dates as people type them, and where the focus stays."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.visits import enter, visit

pytestmark = pytest.mark.browser

DATE = "#react-entry-point #filter-as-of"


@pytest.fixture
def listed(page: Page, live_server: str) -> Page:
    """Give the register of one plan."""
    enter(page.context, live_server, "kdn")
    visit(page, live_server, "/measures")
    return page


def typed(page: Page, text: str, key: str = "Enter") -> None:
    page.click(DATE)
    page.fill(DATE, text)
    page.keyboard.press(key)


@pytest.mark.parametrize("text", ["1.9.21", "01/09/2021", "010921", "01092021"])
def test_a_date_is_taken_as_people_type_it(listed: Page, text: str) -> None:
    typed(listed, text)
    listed.wait_for_url("**as_of=2021-09-01")
    expect(listed.locator(DATE)).to_have_value("01.09.2021")
    expect(listed.locator(DATE)).to_be_focused()


@pytest.mark.parametrize("text", ["31.02.2024", "завтра", "01.01.10924", "1.1.0024"])
@pytest.mark.parametrize("key", ["Enter", "Tab"])
def test_no_date_is_said_and_kept(listed: Page, text: str, key: str) -> None:
    before = listed.url
    typed(listed, text, key)
    expect(listed.locator(".control__fault")).to_contain_text("Такой даты нет")
    expect(listed.locator(DATE)).to_have_value(text)
    assert listed.url == before


def test_the_focus_goes_back_to_the_search(listed: Page) -> None:
    listed.fill("#filter-q", "семь")
    listed.keyboard.press("Enter")
    listed.wait_for_url("**q=*")
    expect(listed.locator("#react-entry-point #filter-q")).to_be_focused()


def test_enter_in_the_number_opens_the_measure_and_back_returns(listed: Page) -> None:
    row = ".grid .ag-center-cols-container .ag-row[row-index='2']"
    listed.click(f"{row} [col-id=place]")
    listed.keyboard.press("Enter")
    listed.wait_for_url("**/measures/*")
    expect(listed.locator("#react-entry-point #page")).to_be_focused()
    listed.go_back()
    expect(listed.locator(f"{row} .ag-cell:focus")).to_have_count(1)


def test_no_row_of_the_register_overflows(page: Page, live_server: str) -> None:
    enter(page.context, live_server, "region")
    page.set_viewport_size({"width": 1366, "height": 768})
    visit(page, live_server, "/measures?plan=3")
    page.wait_for_selector(".grid .ag-row .grid__names")
    too_high = page.evaluate(
        "[...document.querySelectorAll('.grid .grid__names, .grid .grid__stack')]"
        ".filter(e => e.offsetHeight > e.closest('.ag-row').offsetHeight).length"
    )
    assert too_high == 0


@pytest.mark.parametrize("path", ["/sections", "/executors", "/measures", "/territories"])
def test_tables_fit_a_small_desk(page: Page, live_server: str, path: str) -> None:
    enter(page.context, live_server, "region")
    page.set_viewport_size({"width": 1024, "height": 768})
    visit(page, live_server, path)
    page.wait_for_function(  # a grid divides its width after it has its rows
        "() => ![...document.querySelectorAll('.t-wrap, .grid .ag-center-cols-viewport')]"
        ".filter(e => e.offsetParent && !e.querySelector('.t--matrix'))"
        ".some(e => e.scrollWidth > e.clientWidth + 1)"
    )
    assert page.locator("#filter-q").bounding_box()["width"] > 150  # type: ignore[index]
