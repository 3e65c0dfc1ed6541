"""390 px: nothing moves away, stands alone or says nothing."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import wait_until_drawn
from tests.support.visits import enter

pytestmark = pytest.mark.browser


def opened(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    enter(page.context, address, "kdn")
    page.goto(f"{address}{path}")
    wait_until_drawn(page)


def test_menu_opens_below_its_button_which_stays(page: Page, live_server: str) -> None:
    opened(page, live_server, "/")
    button = page.locator("#react-entry-point .nav-fold__summary")
    before = button.bounding_box()
    button.click()
    expect(page.locator("#react-entry-point .nav-fold .nav-link").first).to_be_visible()
    assert button.bounding_box() == before


def test_sections_have_one_bar_and_no_line_for_nothing(page: Page, live_server: str) -> None:
    opened(page, live_server, "/sections")
    table = page.locator("#react-entry-point .t--sections")
    expect(table.locator("tbody .stack").first).to_be_hidden()
    expect(table.locator("tbody .is-nought").first).to_be_hidden()


def test_year_stands_beside_its_verdict(page: Page, live_server: str) -> None:
    opened(page, live_server, "/")
    verdict = page.locator("#react-entry-point .ov-verdict").first
    icon = verdict.locator(".bi").first.bounding_box()
    line = verdict.bounding_box()
    assert icon
    assert line
    assert icon["x"] > line["x"] + 30
    assert icon["y"] < line["y"] + 24


def test_hints_about_what_is_not_shown_are_not_shown(page: Page, live_server: str) -> None:
    for path in ("/timeline", "/measures"):
        opened(page, live_server, path)
        expect(page.locator("#react-entry-point .hint")).to_be_hidden()
