"""axe finds no serious fault on any page, in the light and in the dark theme.

axe runs as a script that our security policy would refuse, so these contexts leave the policy
aside; that the pages keep to it is checked by `test_every_page`.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import text

from data_access.db import Database
from tests.support import visits
from tests.support.browser import PATIENCE_MS

pytestmark = pytest.mark.browser

SERIOUS = frozenset({"serious", "critical"})
THEMES = ("light", "dark")
SMALL = {"width": 390, "height": 844}
#: Pages in a state of their own: errors, nothing found, all territories, an open fold.
STATES = {
    "no such measure": "/measures/999999",
    "no such page": "/nothing-here",
    "wrong filter": "/?as_of=yesterday",
    "nothing found": "/measures?q=йцукен",
    "nothing overdue": "/overdue?as_of=2020-05-01",
    "before the plans": "/?as_of=2019-01-01",
    "with filters": "/measures?status=overdue,partial&q=семей",
}


@pytest.fixture
def unguarded(browser: Browser) -> Iterator[BrowserContext]:
    """Give a context in which axe may run."""
    context = browser.new_context(
        viewport={"width": 1366, "height": 768}, locale="ru-RU", bypass_csp=True
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


@pytest.fixture
def sheet(unguarded: BrowserContext, live_server: str) -> Page:
    """Give a page of an account that sees one municipality."""
    visits.enter(unguarded, live_server, "kdn")
    return unguarded.new_page()


def faults(page: Page) -> list[str]:
    """Return the serious faults of what is shown, in both themes."""
    return [fault for theme in THEMES for fault in faults_in(page, theme)]


def faults_in(page: Page, theme: str) -> list[str]:
    page.evaluate("theme => document.documentElement.setAttribute('data-bs-theme', theme)", theme)
    page.wait_for_timeout(250)
    found = Axe().run(page).response["violations"]
    return [
        f"{theme}: {one['id']} ({one['impact']}) {where(node)}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]


def where(node: dict[str, Any]) -> str:
    """Return the element's selector with what axe says of it."""
    said = " ".join((node.get("failureSummary") or "").split())
    return f"{node['target']}: {said[:200]}"


@pytest.mark.parametrize("name", visits.NAMES)
def test_page(sheet: Page, live_server: str, sample_db: Database, name: str) -> None:
    visits.visit(sheet, live_server, visits.path_of(sample_db, name, "kdn"))
    assert not (found := faults(sheet)), "\n".join(found)


@pytest.mark.parametrize("name", ["overview", "overdue", "executors", "measures"])
def test_page_on_a_small_screen(
    sheet: Page, live_server: str, sample_db: Database, name: str
) -> None:
    sheet.set_viewport_size(SMALL)  # type: ignore[arg-type]
    visits.visit(sheet, live_server, visits.path_of(sample_db, name, "kdn"))
    assert not (found := faults(sheet)), "\n".join(found)


#: Of a measure whose control points were moved: the widest table that has no links in it.
MOVED = """
    SELECT p.measure_id FROM decision d JOIN control_point p ON p.id = d.control_point_id
    JOIN measure m ON m.id = p.measure_id WHERE d.kind = 'extend' AND m.plan_id = 1 LIMIT 1"""


@pytest.mark.parametrize("width", [1024, 1366])
def test_control_points(sheet: Page, live_server: str, sample_db: Database, width: int) -> None:
    with sample_db.read() as session:
        measure = session.scalar(text(MOVED))
    sheet.set_viewport_size({"width": width, "height": 768})
    visits.visit(sheet, live_server, f"/measures/{measure}")
    wide = sheet.evaluate(
        "[...document.querySelectorAll('#points .t-wrap')].map(e => e.scrollWidth - e.clientWidth)"
    )
    assert wide == [0]
    assert not (found := faults(sheet)), "\n".join(found)


def test_a_table_that_scrolls_is_reached_by_the_keyboard(sheet: Page, live_server: str) -> None:
    visits.visit(sheet, live_server, "/executors")
    wrap = sheet.locator(".t-wrap").first
    sheet.set_viewport_size({"width": 640, "height": 768})
    wrap.evaluate("e => { e.firstChild.width = 3000; }")
    sheet.set_viewport_size({"width": 641, "height": 768})
    expect(wrap).to_have_attribute("tabindex", "0")


def test_focus_in_the_navigation_is_seen(sheet: Page, live_server: str) -> None:
    visits.visit(sheet, live_server, "/")
    entry = sheet.locator(".nav-list--side .nav-link").nth(1)
    sheet.keyboard.press("Tab")
    entry.focus()
    width = entry.evaluate("e => getComputedStyle(e).outlineWidth")
    assert width == "2px"


@pytest.mark.parametrize("path", STATES.values(), ids=STATES)
def test_state(sheet: Page, live_server: str, path: str) -> None:
    visits.visit(sheet, live_server, path)
    assert not (found := faults(sheet)), "\n".join(found)


@pytest.mark.parametrize("name", ["overview", "territories", "timeline"])
def test_several_plans(
    unguarded: BrowserContext, live_server: str, sample_db: Database, name: str
) -> None:
    visits.enter(unguarded, live_server, "region")
    page = unguarded.new_page()
    visits.visit(page, live_server, visits.path_of(sample_db, name, "region"))
    assert not (found := faults(page)), "\n".join(found)


def test_meeting_screen_by_screen(sheet: Page, live_server: str) -> None:
    visits.visit(sheet, live_server, "/meeting")
    screens = sheet.locator("#react-entry-point .screen").count()
    assert screens > 3
    found = []
    for _screen in range(screens):
        found += faults_in(sheet, "light")
        sheet.keyboard.press("ArrowRight")
    assert not found, "\n".join(found)


def test_open_controls(sheet: Page, live_server: str) -> None:
    visits.visit(sheet, live_server, "/overdue")
    for opener in ("#filter-as-of", "#filter-plan"):
        sheet.locator(f"#react-entry-point {opener}").first.click()
        sheet.wait_for_timeout(300)
        assert not (found := faults(sheet)), "\n".join(found)
        sheet.keyboard.press("Escape")


def test_sign_in(unguarded: BrowserContext, live_server: str) -> None:
    page = unguarded.new_page()
    page.goto(f"{live_server}/login")
    assert not (found := faults(page)), "\n".join(found)
    page.fill("#username", "nobody")
    page.fill("#password", "wrong")
    page.click("button[type=submit]")
    expect(page.locator("#login-fault")).to_be_visible()
    assert not (found := faults(page)), "\n".join(found)


def test_plain_message(sheet: Page, live_server: str) -> None:
    """What is answered outside the application: an export of a table that is not there."""
    sheet.goto(f"{live_server}/export/nothing.csv")
    expect(sheet.locator("h1")).to_be_visible()
    assert not (found := faults(sheet)), "\n".join(found)
