"""The list of what is overdue in the browser: drill-down, keyboard, download, small screen."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import sign_in, wait_until_drawn

pytestmark = pytest.mark.browser


def opened(page: Page, address: str) -> None:
    sign_in(page, address, "kdn", "/overdue")
    wait_until_drawn(page)


def test_list_leads_to_the_executor_and_keeps_the_filters(page: Page, live_server: str) -> None:
    sign_in(page, live_server, "kdn", "/overdue?as_of=2021-10-11")
    wait_until_drawn(page)
    page.locator("#overdue-list tbody .c-name a").first.click()
    page.wait_for_url("**/executors/*?as_of=2021-10-11")
    expect(page.locator(".crumbs")).to_contain_text("Исполнители")


def test_missing_reports_unfold_by_keyboard(page: Page, live_server: str) -> None:
    opened(page, live_server)
    summary = page.locator("#missing-list summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#missing-list details table")).to_be_visible()


def test_downloads_what_is_shown(page: Page, live_server: str) -> None:
    opened(page, live_server)
    shown = page.locator("#overdue-list tbody tr").count()
    with page.expect_download() as waiting:
        page.locator("#overdue-list .exports a", has_text="CSV").click()
    lines = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == shown + 1


def test_rows_fit_a_small_screen(page: Page, live_server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, live_server)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    row = page.locator("#overdue-list tbody tr").first
    expect(row.locator(".c-number")).to_be_visible()
    expect(row.locator(".c-text").first).to_be_hidden()
