"""The meeting view names the act behind each extension and removal."""

from datetime import date

from data_access.db import Database
from data_access.queries import meeting
from data_access.records.pages import MeetingPage
from data_access.records.view import Filters, Scope, View
from tests.support.databases import opened

TODAY = date(2026, 11, 22)


def test_each_extension_removal_and_closing_has_its_act(any_sample_url: str) -> None:
    with opened(any_sample_url) as database:
        page = _page(database, Filters())
        shown = {one.id for one in (*page.extended, *page.removed, *page.not_done)}
        assert page.not_done
        assert shown
        assert shown == page.bases.keys()
        assert all(page.bases.values())


def test_an_act_of_tomorrow_is_not_known_today(any_sample_url: str) -> None:
    with opened(any_sample_url) as database:
        assert _page(database, Filters(as_of=date(2020, 4, 1))).bases == {}


def _page(database: Database, filters: Filters) -> MeetingPage:
    return meeting.load(database, View(Scope.everything(), TODAY, filters))
