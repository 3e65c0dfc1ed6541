"""The pages of executors in the browser: drill-down, keyboard, the matrix on a small screen."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import sign_in, wait_until_drawn

pytestmark = pytest.mark.browser


def opened(page: Page, address: str, path: str) -> None:
    sign_in(page, address, "kdn", path)
    wait_until_drawn(page)


def test_list_leads_to_one_executor_and_back(page: Page, live_server: str) -> None:
    opened(page, live_server, "/executors?as_of=2021-10-11")
    page.get_by_role("link", name="ООиП УО").last.click()
    expect(page.locator("h1")).to_contain_text("ООиП УО: на 11")
    expect(page.locator("#assignments tbody tr")).to_have_count(14)
    page.locator(".crumbs a").click()
    page.wait_for_url("**/executors?as_of=2021-10-11")


def test_one_executor_by_keyboard(page: Page, live_server: str) -> None:
    opened(page, live_server, "/executors")
    page.locator(".t--executors .title-link:visible").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/executors/*")
    page.locator("#assignments tbody a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/measures/*")


def test_worst_first_unfolds(page: Page, live_server: str) -> None:
    opened(page, live_server, "/executors")
    page.locator("details.more summary").click()
    expect(page.locator("details.more tbody tr").first).to_contain_text("Снежногорский ЦСПН")


def test_matrix_keeps_the_names_while_it_scrolls(page: Page, live_server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, live_server, "/executors")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    before = page.locator("#report-matrix tbody th").first.bounding_box()
    page.locator("#report-matrix .t-wrap").evaluate("node => { node.scrollLeft = 200; }")
    after = page.locator("#report-matrix tbody th").first.bounding_box()
    assert before
    assert after
    assert abs(before["x"] - after["x"]) < 2


def test_one_executor_fits_a_small_screen(page: Page, live_server: str) -> None:
    opened(page, live_server, "/executors")
    page.locator(".t--executors .title-link:visible").first.click()
    page.wait_for_url("**/executors/*")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_another_territorys_executor_is_not_there(page: Page, live_server: str) -> None:
    response = page.goto(f"{live_server}/login")
    assert response
    sign_in(page, live_server, "deputy")
    foreign = page.request.get(f"{live_server}/executors/1")
    assert foreign.status == 404
    assert "поручено" not in foreign.text()
