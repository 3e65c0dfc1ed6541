"""The calendar in the browser: a click on a bar, a point or a label opens the measure."""

import pytest
from playwright.sync_api import Locator, Page

from tests.support.browser import sign_in, wait_until_drawn

pytestmark = pytest.mark.browser

BARS = "#timeline-chart-0 .bars .point path"
POINTS = "#timeline-chart-0 .scatterlayer .points path"
LABELS = "#timeline-chart-0 .annotation-text a"


@pytest.fixture
def calendar(page: Page, live_server: str) -> Page:
    """Give the drawn calendar of one plan."""
    sign_in(page, live_server, "kdn", "/timeline?as_of=2021-10-11")
    wait_until_drawn(page)
    page.wait_for_selector(POINTS, state="attached")
    return page


def click_and_follow(page: Page, mark: Locator) -> None:
    """Click in the middle of a mark and wait for the measure's page."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/measures/*")
    assert "as_of=2021-10-11" in page.url


@pytest.mark.parametrize("marks", [BARS, POINTS])
def test_click_on_a_mark_opens_the_measure(calendar: Page, marks: str) -> None:
    click_and_follow(calendar, calendar.locator(marks).first)


def test_click_on_a_label_opens_the_measure(calendar: Page) -> None:
    click_and_follow(calendar, calendar.locator(LABELS).first)


def test_going_back_shows_the_calendar_again(calendar: Page) -> None:
    click_and_follow(calendar, calendar.locator(POINTS).first)
    calendar.go_back()
    calendar.wait_for_selector(POINTS, state="attached")
    assert "/timeline?as_of=2021-10-11" in calendar.url


def test_table_carries_every_measure_of_the_chart(calendar: Page) -> None:
    calendar.click("#page .more__summary")
    assert calendar.locator("#page .tl-table tbody tr").count() == 23


def test_small_screen_shows_the_table_instead(page: Page, live_server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(page, live_server, "kdn", "/timeline")
    wait_until_drawn(page)
    assert page.locator("#page .tl-table tbody tr").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
