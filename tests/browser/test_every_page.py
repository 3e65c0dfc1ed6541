"""Every page of the page table: opens clean, speaks one language, works by key, fits 390 px.

The `context` fixture fails a test on any request to another host, any fault in the console and
any violation of the security policy.
"""

import pytest
from playwright.sync_api import Page, expect

from data_access.db import Database
from tests.support import visits, words

pytestmark = pytest.mark.browser

USERS = tuple(visits.PLAN_OF)


@pytest.fixture(scope="module")
def data(sample_db: Database) -> str:
    return words.data_of(sample_db)


@pytest.mark.parametrize("username", USERS)
@pytest.mark.parametrize("name", visits.NAMES)
def test_page(
    page: Page, live_server: str, sample_db: Database, data: str, name: str, username: str
) -> None:
    """One visit, for a page takes its time to load: words, keyboard, then a small screen."""
    visits.enter(page.context, live_server, username)
    path = visits.path_of(sample_db, name, username)
    assert visits.visit(page, live_server, path) == 200
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator("#page h1").first).to_be_visible()
    assert words.english_in(words.said_on(page), data) == []
    first_key_leads_to_the_content(page)
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(300)
    assert wider_than_the_screen(page) == []


def first_key_leads_to_the_content(page: Page) -> None:
    skip = page.locator("#react-entry-point .skip")
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#page")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#page') !== null")


def wider_than_the_screen(page: Page) -> list[str]:
    """Return what makes the page scroll sideways; nothing where it does not."""
    found: list[str] = page.evaluate("""() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      const wide = [...document.body.querySelectorAll("*")].filter(
        (one) => one.getBoundingClientRect().right > width + 1);
      return wide.slice(0, 8).map((one) => one.outerHTML.slice(0, 90));
    }""")
    return found


@pytest.mark.parametrize("name", visits.NAMES)
def test_page_in_english(
    page: Page, live_server: str, sample_db: Database, data: str, name: str
) -> None:
    visits.enter(page.context, live_server, "kdn")
    path = visits.path_of(sample_db, name, "kdn")
    visits.visit(page, live_server, f"{path}?lang=en")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert words.russian_in(words.said_on(page), data) == []


@pytest.mark.parametrize(
    ("path", "opener"),
    [
        ("/overdue", "#filter-as-of"),
        ("/overdue", "#filter-plan"),
        ("/measures", ".ag-header-cell-menu-button, .ag-header-cell"),
    ],
    ids=["calendar", "plans", "register"],
)
def test_what_opens_speaks_russian_too(
    page: Page, live_server: str, data: str, path: str, opener: str
) -> None:
    visits.enter(page.context, live_server, "region")
    visits.visit(page, live_server, path)
    page.locator(f"#react-entry-point {opener}").first.click()
    page.wait_for_timeout(300)
    assert words.english_in(words.said_on(page), data) == []


def test_meeting_explains_its_keys_in_russian(page: Page, live_server: str, data: str) -> None:
    visits.enter(page.context, live_server, "kdn")
    visits.visit(page, live_server, "/meeting")
    page.keyboard.press("?")
    assert words.english_in(words.said_on(page), data) == []


def test_first_response_speaks_russian(page: Page, live_server: str, data: str) -> None:
    """The server's copy of a page, as a browser without scripts shows it."""
    browser = page.context.browser
    assert browser
    bare = browser.new_context(java_script_enabled=True, locale="ru-RU")
    visits.enter(bare, live_server, "region")
    still = bare.new_page()
    still.route("**/*.js*", lambda route: route.abort())
    for path in ("/", "/measures", "/executors", "/indicators", "/timeline"):
        still.goto(live_server + path)
        expect(still.locator("#prerender h1").first).to_be_visible()
        assert words.english_in(words.said_on(still), data) == []
    bare.close()
