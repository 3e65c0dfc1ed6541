"""The front page in the browser: its first screen, the way to the lists, small screens."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import sign_in, wait_until_drawn
from tests.support.visits import enter

pytestmark = pytest.mark.browser


def opened(page: Page, address: str, username: str = "kdn", query: str = "") -> None:
    enter(page.context, address, username)
    page.goto(f"{address}/{query}")
    wait_until_drawn(page)


@pytest.mark.parametrize("username", ["kdn", "deputy", "region"])
def test_first_screen_needs_no_scrolling(page: Page, live_server: str, username: str) -> None:
    opened(page, live_server, username)
    expect(page.locator("h1")).to_contain_text("исполнено")
    box = page.locator(".ov-first").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 768
    assert page.evaluate("document.documentElement.scrollWidth") <= 1366


def test_figures_are_in_the_first_response(page: Page, live_server: str) -> None:
    sign_in(page, live_server, "kdn")
    html = page.request.get(f"{live_server}/").text()
    assert 'class="figure__value">9<' in html
    assert "style=" not in html.split('id="prerender"')[1].split("react-entry-point")[0]


def test_figures_lead_to_their_lists(page: Page, live_server: str) -> None:
    opened(page, live_server, query="?as_of=2021-10-11")
    page.locator(".figures a", has_text="Исполнено").click()
    page.wait_for_url("**/measures?as_of=2021-10-11&status=done,done_late")
    page.go_back()
    page.locator(".ov-late a").first.click()
    page.wait_for_url("**/measures/*?as_of=2021-10-11")


def test_changes_since_another_date(page: Page, live_server: str) -> None:
    opened(page, live_server, query="?as_of=2021-10-11")
    page.locator("#changes .ov-presets a", has_text="квартал").click()
    page.wait_for_url("**/?as_of=2021-10-11&since=2021-07-12#changes")
    expect(page.locator("#changes h2")).to_contain_text("с 12.07.2021")
    expect(page.locator("#changes h2")).to_be_in_viewport()


def test_link_to_a_place_on_another_page_shows_it(page: Page, live_server: str) -> None:
    opened(page, live_server)
    page.locator(".ov-counts a", has_text="Нет сведений").click()
    page.wait_for_url("**/overdue#missing-list")
    expect(page.locator("#missing-list h2")).to_be_in_viewport()


def test_table_beside_the_curve_opens(page: Page, live_server: str) -> None:
    opened(page, live_server)
    table = page.locator(".ov-curve table")
    expect(table).to_be_hidden()
    page.locator(".ov-curve summary").click()
    expect(table).to_be_visible()


def test_a_telephone_shows_all_of_it_in_its_width(page: Page, live_server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, live_server)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    late, curve = page.locator(".ov-side").bounding_box(), page.locator(".ov-curve").bounding_box()
    assert late
    assert curve
    assert late["y"] < curve["y"]
