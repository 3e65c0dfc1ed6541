"""Filters travel with every link."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import links, pages
from layouts.texts import use_locale

FULL = Filters(
    as_of=date(2021, 10, 11),
    plan=1,
    territory=2,
    section=3,
    executor=4,
    statuses=(Status.OVERDUE, Status.PARTIAL),
    q="опека & дети",
    since=date(2021, 7, 1),
)


def test_no_filters_no_query() -> None:
    assert links.href("overview", Filters()) == "/"
    assert links.query(Filters()) == ""


def test_all_filters_are_written_under_their_names() -> None:
    address = urlsplit(links.href("measures", FULL))
    assert address.path == "/measures"
    assert parse_qs(address.query) == {
        "as_of": ["2021-10-11"],
        "plan": ["1"],
        "territory": ["2"],
        "section": ["3"],
        "executor": ["4"],
        "status": ["overdue,partial"],
        "q": ["опека & дети"],
        "since": ["2021-07-01"],
    }


def test_changes_hold_for_one_link_only() -> None:
    assert links.href("overdue", Filters(plan=1), statuses=(Status.DONE,)) == (
        "/overdue?plan=1&status=done"
    )
    assert links.href("overview", Filters(plan=1), plan=None) == "/"


def test_page_of_one_thing_keeps_the_context_alone() -> None:
    assert links.href("measure", FULL, id=7) == (
        "/measures/7?as_of=2021-10-11&plan=1&territory=2&since=2021-07-01"
    )


def test_pinned_language_travels_too() -> None:
    with use_locale("en", pinned=True):
        assert links.href("overview", Filters(plan=1)) == "/?plan=1&lang=en"
    assert links.language_href("/measures", Filters(plan=1), "en") == "/measures?plan=1&lang=en"


def test_export_carries_every_filter() -> None:
    assert links.export_href("measures", "csv", FULL) == "/export/measures.csv" + links.query(FULL)


@pytest.mark.parametrize(("table", "fmt"), [("accounts", "csv"), ("measures", "exe")])
def test_unknown_export_is_refused(table: str, fmt: str) -> None:
    with pytest.raises(KeyError):
        links.export_href(table, fmt, Filters())


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: page.name)
def test_every_page_is_found_at_its_address(page: pages.Page) -> None:
    address = links.href(page.name, Filters(), id=5)
    assert pages.find(address) == (page, 5 if "{id}" in page.path else None)


@pytest.mark.parametrize(
    "path", ["/nothing", "/measures/x", "/measures/-1", "/measures/1/2", "/measures/" + "9" * 40]
)
def test_no_page_elsewhere(path: str) -> None:
    assert pages.find(path) is None


def test_trailing_slash_is_the_same_page() -> None:
    assert pages.find("/measures/") == (pages.PAGES[1], None)


def test_navigation_entry_of_a_detail_page() -> None:
    assert pages.nav_name("/measures/5") == "measures"
    assert pages.nav_name("/nothing") == ""
