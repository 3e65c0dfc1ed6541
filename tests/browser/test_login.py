"""Signing in and out in a browser, with and without scripts; the hand-over to Dash."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.demo import PASSWORD
from layouts.pages import PAGES
from tests.support.browser import sign_in, wait_until_drawn

pytestmark = pytest.mark.browser
NAV = [page for page in PAGES if page.in_nav]


@pytest.fixture
def plain_page(browser: Browser, live_server: str) -> Iterator[Page]:
    """Give a page in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, base_url=live_server)
    yield context.new_page()
    context.close()


@pytest.fixture
def troubled_page(browser: Browser, live_server: str) -> Iterator[Page]:
    """Give a page whose console may complain, signed in and at rest."""
    context = browser.new_context(base_url=live_server)
    page = context.new_page()
    sign_in(page, live_server, "kdn")
    wait_until_drawn(page)
    page.wait_for_load_state("networkidle")
    yield page
    context.close()


def test_the_form_works_without_scripts(plain_page: Page) -> None:
    plain_page.goto("/overdue")
    expect(plain_page).to_have_title("Вход в систему – Карта")
    plain_page.fill("#username", "kdn")
    plain_page.fill("#password", PASSWORD)
    plain_page.click("button[type=submit]")
    assert plain_page.url.endswith("/overdue")
    expect(plain_page.locator("#prerender h1")).to_contain_text("просроч")


def test_a_wrong_password_is_said_and_the_name_is_kept(plain_page: Page) -> None:
    plain_page.goto("/login")
    plain_page.fill("#username", "nobody-here")
    plain_page.fill("#password", "wrong password")
    plain_page.click("button[type=submit]")
    expect(plain_page.get_by_role("alert")).to_contain_text("Неверное имя")
    expect(plain_page.locator("#username")).to_have_value("nobody-here")
    expect(plain_page.locator("#password")).to_have_value("")


def test_the_keyboard_is_enough(page: Page, live_server: str) -> None:
    page.goto(f"{live_server}/login")
    expect(page.locator("#username")).to_be_focused()
    page.keyboard.type("kdn")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live_server}/")


def test_signing_out_leads_to_the_form(page: Page, live_server: str) -> None:
    sign_in(page, live_server, "kdn")
    wait_until_drawn(page)
    page.click("#account-menu summary")
    page.click("#account-menu button[type=submit]")
    page.wait_for_url(f"{live_server}/login")
    page.goto(f"{live_server}/")
    assert "/login" in page.url


@pytest.mark.parametrize("path", [page.path for page in NAV])
def test_every_page_is_drawn_without_faults(page: Page, live_server: str, path: str) -> None:
    sign_in(page, live_server, "coordinator")
    response = page.goto(live_server + path)
    assert response
    assert "<h1" in response.text()
    wait_until_drawn(page)
    expect(page.locator("#page h1").first).to_be_attached()
    page.wait_for_load_state("networkidle")  # a chart or a grid complains after its bundle came


def test_links_change_the_page_without_loading_it(page: Page, live_server: str) -> None:
    sign_in(page, live_server, "kdn")
    wait_until_drawn(page)
    page.evaluate("window.sameDocument = true")
    page.click(".nav-list--side a[href^='/overdue']")
    expect(page).to_have_title("Просрочено – Карта")
    page.go_back()
    expect(page).to_have_title("Обзор – Карта")
    assert page.evaluate("window.sameDocument === true")


def test_a_filter_goes_into_the_address_and_survives_a_reload(page: Page, live_server: str) -> None:
    sign_in(page, live_server, "kdn", "/measures")
    wait_until_drawn(page)
    page.fill("#filter-q", "опек")
    page.press("#filter-q", "Enter")
    page.wait_for_url("**/measures?q=*")
    expect(page.locator(".chips")).to_contain_text("опек")
    page.reload()
    wait_until_drawn(page)
    expect(page.locator("#filter-q")).to_have_value("опек")


def test_a_wrong_filter_is_said(page: Page, live_server: str) -> None:
    sign_in(page, live_server, "kdn")
    wait_until_drawn(page)
    page.click("nav a[href='/measures']")  # the page answers to its address from now on
    page.wait_for_url("**/measures")
    page.wait_for_selector("#page .grid")
    page.evaluate("history.pushState({}, '', '/measures?status=late')")
    page.evaluate("window.dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.get_by_role("alert")).to_contain_text("late")


def test_another_language_changes_all_of_the_page(page: Page, live_server: str) -> None:
    sign_in(page, live_server, "kdn")
    wait_until_drawn(page)
    page.click("#language-switch a")
    page.wait_for_url("**/?lang=en")
    wait_until_drawn(page)
    expect(page).to_have_title("Overview – Karta")
    page.click(".nav-list--side a[href^='/overdue']")
    expect(page).to_have_title("Overdue – Karta")
    assert "lang=en" in page.url


def test_a_session_that_ended_leads_to_the_form_and_back(troubled_page: Page) -> None:
    page = troubled_page
    page.context.clear_cookies()
    # By script: a late callback may have found the session gone before the click does.
    page.evaluate("document.querySelector(\".nav-list--side a[href^='/overdue']\")?.click()")
    page.wait_for_url("**/login?next=*")
    page.fill("#username", "kdn")
    page.fill("#password", PASSWORD)
    page.click("button[type=submit]")
    wait_until_drawn(page)


def test_a_lost_network_is_said(troubled_page: Page) -> None:
    page = troubled_page
    page.context.set_offline(True)
    page.click(".nav-list--side a[href^='/overdue']")
    expect(page.locator("#offline")).to_be_visible()
    page.context.set_offline(False)
    page.click(".nav-list--side a[href^='/sections']")
    expect(page.locator("#offline")).to_be_hidden()
