"""The filter bar in the browser: what a change writes, where it leads, how much it asks for."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Request, expect
from sqlalchemy import text

from data_access.db import Database
from tests.support.visits import enter, path_in, visit

pytestmark = pytest.mark.browser

#: The values of the controls as the bar draws them with nothing filtered, by their names.
NAMES = ("plan", "territory", "section", "executor", "status", "as_of", "since", "q")
DRAWN: dict[str, object] = {**dict.fromkeys(NAMES), "plan": "", "status": [], "q": ""}


@pytest.fixture
def drawn(page: Page, live_server: str) -> Page:
    """Give a page with a bar over several plans."""
    enter(page.context, live_server, "region")
    visit(page, live_server, "/measures")
    return page


def followed(
    page: Page, address: dict[str, str], values: dict[str, object], listed: str = ""
) -> list[str | None]:
    """Return path and query string after the controls show `values`."""
    given = {**DRAWN, **address, **values}
    state = {
        "address": {**dict.fromkeys(NAMES, ""), **address, "lang": ""},
        "shown": {"as_of": "2021-10-11"},
        "list": listed,
    }
    found: list[str | None] = page.evaluate(
        "([values, state]) => window.dash_clientside.karta.followFilters(values, state)",
        [[{"as_of": "2021-10-11", **given}[name] for name in NAMES], state],
    )
    return found


def test_what_a_change_writes(drawn: Page) -> None:
    unchanged = {"as_of": "2021-10-11"}
    within = {"plan": "1", "section": "2", "executor": "3", "q": "а"}
    cases: list[tuple[dict[str, str], dict[str, Any], str | None]] = [
        ({}, unchanged, None),
        ({}, {**unchanged, "q": "  "}, None),
        ({}, {**unchanged, "plan": 7}, "?plan=7"),
        ({}, {"as_of": "2021-10-12T00:00:00"}, "?as_of=2021-10-12"),
        ({}, {**unchanged, "status": ["overdue", "done"]}, "?status=overdue,done"),
        ({}, {**unchanged, "q": "a b&c"}, "?q=a%20b%26c"),
        (within, {**unchanged, "plan": 7}, "?plan=7&q=%D0%B0"),
        (within, {**unchanged, "plan": ""}, "?q=%D0%B0"),
        (within, {**unchanged, "territory": 5}, "?territory=5&q=%D0%B0"),
        (within, {**unchanged, "section": None}, "?plan=1&executor=3&q=%D0%B0"),
    ]
    for address, values, expected in cases:
        assert followed(drawn, address, values) == [None, expected]


def test_another_plan_leads_from_one_thing_to_its_list(drawn: Page) -> None:
    values: dict[str, object] = {"as_of": "2021-10-11", "plan": 7}
    assert followed(drawn, {}, values, "/executors") == ["/executors", "?plan=7"]
    values = {"as_of": "2021-11-11"}
    assert followed(drawn, {}, values, "/executors") == [None, "?as_of=2021-11-11"]


@contextmanager
def asked(page: Page) -> Iterator[list[str]]:
    """Give the callbacks that the server is asked for within a `with` block."""
    found: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST" and "_dash-update-component" in request.url:
            found.append(request.post_data or "")

    page.on("request", note)
    yield found
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    page.remove_listener("request", note)


def test_one_navigation_is_one_request(drawn: Page) -> None:
    with asked(drawn) as requests:
        drawn.click(".nav-list--side a[href^='/overdue']")
        expect(drawn.locator("#overdue-list")).to_be_visible()
    assert len(requests) == 1


def test_one_change_of_a_filter_is_one_request(drawn: Page) -> None:
    with asked(drawn) as requests:
        choose_plan(drawn)
        drawn.wait_for_url("**/measures?plan=*")
    assert len(requests) == 1
    with asked(drawn) as requests:
        drawn.fill("#filter-q", "семь")
        drawn.keyboard.press("Enter")
        drawn.wait_for_url("**q=*")
    assert len(requests) == 1


def test_the_page_of_one_executor_leads_to_the_list(
    page: Page, live_server: str, sample_db: Database
) -> None:
    enter(page.context, live_server, "region")
    visit(page, live_server, path_in(sample_db, "executor", "alexandrovsk-2020-2021"))
    with asked(page) as requests:
        chosen = choose_plan(page)
        page.wait_for_url("**/executors?plan=*")
    assert len(requests) == 1
    with sample_db.read() as session:
        title = text("SELECT short_title FROM plan WHERE id = :id")
        plan = parse_qs(urlsplit(page.url).query)["plan"][0]
        assert session.scalar(title, {"id": plan}) == chosen
    expect(page.locator("#page h1")).to_contain_text("исполнител")


def choose_plan(page: Page) -> str:
    """Choose the last plan of the bar; return its title."""
    page.click("#react-entry-point #filter-plan")
    option = page.locator(".dash-options-list-option").last
    title = option.inner_text().strip()
    option.click()
    return title
