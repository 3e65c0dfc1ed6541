"""Sections of several plans stand in tables whose columns are in line."""

import pytest
from playwright.sync_api import Page

from tests.support.browser import wait_until_drawn
from tests.support.visits import enter

pytestmark = pytest.mark.browser

PLACES = """() => [...document.querySelectorAll("#react-entry-point .t--sections")].map(
    (table) => [...table.querySelectorAll("thead th")]
        .map((head) => Math.round(head.getBoundingClientRect().left)).join())"""


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_columns_of_all_plans_are_in_line(page: Page, live_server: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    enter(page.context, live_server, "region")
    page.goto(f"{live_server}/sections")
    wait_until_drawn(page)
    places = page.evaluate(PLACES)
    assert len(places) == 4
    assert len(set(places)) == 1
