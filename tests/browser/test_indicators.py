"""The page of indicators in the browser: lines within their room, themes, small screens."""

import pytest
from playwright.sync_api import Page

from tests.support.browser import sign_in, wait_until_drawn

pytestmark = pytest.mark.browser

OVERLAPS = """() => [...document.querySelectorAll('#page .ind-track')].flatMap(track => {
    const boxes = [...track.querySelectorAll('.ind-label')].map(one => one.getBoundingClientRect());
    return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
}).length"""
OUTSIDE = """() => [...document.querySelectorAll('#page .ind-label')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.left < 0 || box.right > document.documentElement.clientWidth;
}).length"""


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (390, 844)])
def test_labels_neither_overlap_nor_leave_the_screen(
    page: Page, live_server: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    sign_in(page, live_server, "kdn", "/indicators")
    wait_until_drawn(page)
    assert page.locator("#page .ind").count() == 4
    assert page.evaluate(OVERLAPS) == 0
    assert page.evaluate(OUTSIDE) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_first_response_shows_the_lines_already(page: Page, live_server: str) -> None:
    sign_in(page, live_server, "kdn")
    response = page.request.get(f"{live_server}/indicators")
    assert response.text().count('class="ind-track"') == 4


def test_zero_target_stands_at_zero(page: Page, live_server: str) -> None:
    sign_in(page, live_server, "kdn", "/indicators")
    wait_until_drawn(page)
    track = page.locator("#page .ind-track", has=page.locator(".ind-zero"))
    zero = track.locator(".ind-zero").bounding_box()
    mark = track.locator(".ind-stop--target .ind-mark").first.bounding_box()
    assert zero
    assert mark
    assert abs(zero["x"] - (mark["x"] + mark["width"] / 2)) < 2


def test_plan_without_indicators_leads_to_all(page: Page, live_server: str) -> None:
    sign_in(page, live_server, "deputy", "/indicators")
    wait_until_drawn(page)
    assert "показателей нет" in page.locator("#page h1").inner_text()
