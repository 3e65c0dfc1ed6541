"""Visits to the pages of the page table, by ids of the sample, signed in without the form."""

from functools import cache

from playwright.sync_api import Browser, BrowserContext, Page
from sqlalchemy import text

from data_access.db import Database
from layouts.pages import EVERYBODY, PAGES
from tests.support.browser import sign_in, wait_until_drawn

#: The plan whose things each account visits.
PLAN_OF = {"kdn": "alexandrovsk-2020-2021", "region": "irkutsk-region-2022-2025"}
#: Pages that every account has.
SHARED = tuple(page for page in PAGES if page.roles == EVERYBODY)
NAMES = tuple(page.name for page in SHARED)
#: Paths of those that are about no single thing.
LISTS = tuple(page.path for page in SHARED if "{id}" not in page.path)

#: Of each kind the one with the richest history: the most on its page.
RICHEST = {
    "measure": """
        SELECT m.id FROM measure m JOIN assignment a ON a.measure_id = m.id
        LEFT JOIN report r ON r.assignment_id = a.id
        WHERE m.plan_id = :plan GROUP BY m.id ORDER BY count(r.id) DESC, m.id LIMIT 1""",
    "section": """
        SELECT section_id FROM measure WHERE plan_id = :plan
        GROUP BY section_id ORDER BY count(*) DESC, section_id LIMIT 1""",
    "executor": """
        SELECT a.executor_id FROM assignment a JOIN measure m ON m.id = a.measure_id
        WHERE m.plan_id = :plan GROUP BY a.executor_id
        ORDER BY count(*) DESC, a.executor_id LIMIT 1""",
    "territory": "SELECT territory_id FROM plan WHERE id = :plan",
}


def path_of(db: Database, name: str, username: str) -> str:
    """Return the path of a page, with an id that the account may see."""
    return path_in(db, name, PLAN_OF[username])


def path_in(db: Database, name: str, code: str) -> str:
    """Return the path of a page, with an id of the plan with this code."""
    path = next(page.path for page in PAGES if page.name == name)
    if "{id}" not in path:
        return path
    with db.read() as session:
        plan = session.scalar(text("SELECT id FROM plan WHERE code = :code"), {"code": code})
        found = session.scalar(text(RICHEST[name]), {"plan": plan})
    assert found, f"the sample has no {name}"
    return path.format(id=found)


@cache
def _cookies(browser: Browser, address: str, username: str) -> list[dict[str, object]]:
    context = browser.new_context()
    sign_in(context.new_page(), address, username)
    cookies = context.cookies()
    context.close()
    return [dict(one) for one in cookies]


def enter(context: BrowserContext, address: str, username: str) -> None:
    """Give a context the session of an account; the form is used once for each account."""
    assert context.browser
    context.add_cookies(_cookies(context.browser, address, username))  # type: ignore[arg-type]


def visit(page: Page, address: str, path: str) -> int:
    """Open a page and wait until everything on it is drawn; return the status of the answer."""
    response = page.goto(address + path)
    assert response
    wait_until_drawn(page)
    page.wait_for_load_state("networkidle")
    for graph in page.locator(".dash-graph").all():
        graph.locator(".main-svg").first.wait_for(state="attached")
    return response.status
