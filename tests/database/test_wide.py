"""Views of very many plans: lists show their beginning, and every number stays what it is.

The same small country is looked at twice: whole, and as if it were too large to be shown whole.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from callbacks.render import render_path
from data_access.db import Database
from data_access.queries import (
    choices,
    executors,
    indicators,
    measures,
    moments,
    overdue,
    overview,
    row_lists,
    sections,
    territories,
    timeline,
    worst,
)
from data_access.records.accounts import Account, Role
from data_access.records.common import GroupRow
from data_access.records.cut import Cut, found
from data_access.records.nation import NationPage
from data_access.records.pages import Asked, Overview
from data_access.records.status import Status
from data_access.records.view import Filters, Scope, View
from data_access.results import Parts, Results
from layouts.group_sentences import late_in, most_overdue, worst_groups
from layouts.sentences import finding, indicators_met
from tests.database.conftest import KINDS
from tests.support import visits
from tests.support.generated import filled
from tests.support.statements import counted

DAY = date(2026, 8, 15)
EVERYTHING = View(Scope.everything(), DAY)
LISTED, BRIEF = 5, 2


@pytest.fixture(scope="module", params=KINDS)
def country(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Give a database with a region and its municipalities."""
    with filled(request, 4) as db:
        yield db


@pytest.fixture
def wide(country: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make two plans many, and five rows a long list."""
    monkeypatch.setattr(country, "_results", Results())
    monkeypatch.setattr(country, "_parts", Parts(0, 0))
    monkeypatch.setattr(moments, "MOST_WHOLE", 1)
    monkeypatch.setattr(moments, "MOST_NAMED", 2)
    for module in (row_lists, worst, indicators, timeline):
        monkeypatch.setattr(module, "LISTED", LISTED)
    monkeypatch.setattr(row_lists, "BRIEF", BRIEF)
    monkeypatch.setattr("data_access.queries.lists.LISTED", LISTED)
    monkeypatch.setattr("data_access.queries.changes.LISTED", LISTED)
    monkeypatch.setattr(measures, "PAGE", LISTED)
    monkeypatch.setattr(measures, "MOST_WHOLE", LISTED)


@pytest.fixture
def whole(country: Database) -> Overview:
    return overview.load(country, EVERYTHING)


@pytest.fixture
def cut(country: Database, whole: Overview, request: pytest.FixtureRequest) -> Overview:
    request.getfixturevalue("wide")
    return overview.load(country, EVERYTHING)


def test_the_numbers_are_the_same(whole: Overview, cut: Overview) -> None:
    for name in ("totals", "curve", "freshness", "since"):
        assert getattr(cut, name) == getattr(whole, name), name
    assert found(cut.plans) == len(whole.plans)
    assert finding(cut) == finding(whole)
    assert indicators_met(cut.indicators) == indicators_met(whole.indicators)


LISTS = ("sections", "executors", "overdue", "missing", "upcoming", "indicators", "changes")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_cut_and_says_how_long_it_is(whole: Overview, cut: Overview, name: str) -> None:
    rows, everything = getattr(cut, name), getattr(whole, name)
    assert isinstance(rows, Cut)
    assert len(rows) == min(LISTED, len(everything)) > 0
    assert found(rows) == len(everything)
    if name not in ("sections", "executors", "indicators"):
        return
    assert {one.id for one in rows} <= {one.id for one in everything}
    assert all(one in everything for one in rows)


def test_the_worst_groups_are_the_worst(whole: Overview, cut: Overview) -> None:
    for shown, everything, ranked in (
        (cut.sections, whole.sections, worst_groups),
        (cut.executors, whole.executors, most_overdue),
    ):
        assert isinstance(shown, Cut)
        assert shown.late == late_in(everything)
        worst = [one.totals.overdue for one in ranked(everything)]
        assert [one.totals.overdue for one in shown] == worst[:LISTED]
        assert [one.totals.overdue for one in ranked(shown)] == worst[:LISTED]


def test_overdue_begins_with_the_longest_delay(whole: Overview, cut: Overview) -> None:
    days = [one.days_overdue for one in whole.overdue]
    assert [one.days_overdue for one in cut.overdue] == days[:LISTED]
    assert {one.id for one in cut.overdue} <= {one.id for one in whole.overdue}
    assert {one.status for one in cut.overdue} == {Status.OVERDUE}


def test_changes_are_counted_by_what_they_led_to(whole: Overview, cut: Overview) -> None:
    assert isinstance(cut.changes, Cut)
    after = [one.after for one in whole.changes]
    assert cut.changes.by_status == {status: after.count(status) for status in set(after)}


def test_a_single_region_is_looked_at_by_what_lies_within(whole: Overview, cut: Overview) -> None:
    assert cut.territories == whole.territories
    assert all(isinstance(row, GroupRow) for row in cut.territories)


def test_pages_of_lists_are_cut(country: Database, wide: None) -> None:
    rows: dict[str, Any] = {
        "sections": sections.load(country, EVERYTHING).rows,
        "executors": executors.load(country, EVERYTHING).rows,
        "indicators": indicators.load(country, EVERYTHING).rows,
        "measures": measures.load(country, EVERYTHING).rows,
        "timeline": timeline.load(country, EVERYTHING).rows,
    }
    assert {name: len(some) for name, some in rows.items()} == dict.fromkeys(rows, LISTED)
    assert isinstance(territories.load(country, EVERYTHING), NationPage)


def test_groups_are_shown_where_none_lags(
    country: Database, request: pytest.FixtureRequest
) -> None:
    early = replace(EVERYTHING, filters=Filters(as_of=date(2026, 1, 5)))
    whole = {row.id for row in executors.load(country, early).rows}
    request.getfixturevalue("wide")
    for page in (executors.load(country, early), sections.load(country, early)):
        assert len(page.rows) == LISTED
        assert {row.totals.overdue for row in page.rows} == {0}
    assert {row.id for row in executors.load(country, early).rows} <= whole


def test_lists_below_each_other_are_brief(
    country: Database, request: pytest.FixtureRequest
) -> None:
    whole = overdue.load(country, EVERYTHING)
    request.getfixturevalue("wide")
    page = overdue.load(country, EVERYTHING)
    for name in ("overdue", "partial"):
        everything, shown = getattr(whole, name), getattr(page, name)
        assert len(everything) > BRIEF
        days = [one.days_overdue for one in everything]
        assert [one.days_overdue for one in shown] == days[:BRIEF]
        assert found(shown) == len(everything)


def test_the_register_begins_as_the_whole_one(
    country: Database, request: pytest.FixtureRequest
) -> None:
    some = Filters(statuses=(Status.OVERDUE, Status.UNDATED), q="семь")
    views = [EVERYTHING, View(Scope.everything(), DAY, some)]
    whole = [measures.load(country, view) for view in views]
    request.getfixturevalue("wide")
    for register, view in zip(whole, views, strict=True):
        shown = measures.load(country, view)
        assert shown.rows == register.rows[:LISTED]
        assert shown.found == register.found


def test_what_lies_in_the_only_region_is_offered(country: Database, wide: None) -> None:
    offered = choices.load(country, EVERYTHING)
    assert (offered.plans, offered.sections, offered.executors) == ((), (), ())
    assert len(offered.territories) == 4
    region = offered.territories[0]
    assert found(offered.in_view) == 4
    within = choices.load(country, EVERYTHING, Asked(territory=region.id))
    assert len(within.territories) == 4
    one = choices.load(country, EVERYTHING, Asked(territory=within.territories[-1].id))
    assert len(one.plans) == 1
    assert one.sections
    assert one.executors


def test_what_the_address_names_is_known(country: Database, wide: None) -> None:
    asked = Asked(plan="plan-2026-2", section=1, executor=1)
    assert [one.code for one in choices.load(country, EVERYTHING, asked).plans] == ["plan-2026-2"]
    offered = choices.load(country, EVERYTHING, Asked(section=1, executor=1))
    assert [one.id for one in offered.sections] == [1]
    assert [one.id for one in offered.executors] == [1]
    nothing = choices.load(country, EVERYTHING, Asked(section=10**9, executor=10**9, plan="9" * 30))
    assert (nothing.sections, nothing.executors, nothing.plans) == ((), (), ())


def test_rights_hold_for_what_the_address_names(country: Database, wide: None) -> None:
    """Two municipalities are many here; the other two are none of the account's business."""
    scope = View(Scope(frozenset({2, 3})), DAY)
    foreign = Asked(plan="plan-2026-4", territory=4, section=13, executor=49)
    offered = choices.load(country, scope, foreign)
    assert {one.id for one in offered.territories} <= {2, 3}
    assert (offered.plans, offered.sections, offered.executors) == ((), (), ())


ACCOUNT = Account(1, "test", "", Role.VIEWER, Scope.everything(), "ru", is_demo=True)
PAGES = [path for path in visits.LISTS if path != "/account"]


@pytest.mark.parametrize("path", [*PAGES, "/executors/1", "/measures/1", "/territories/1"])
def test_every_page_is_shown_with_a_bounded_number_of_statements(
    country: Database, wide: None, path: str
) -> None:
    with counted() as seen:
        page = render_path(country, ACCOUNT, path, "", DAY)
    assert page.status_code == 200
    assert len(seen) <= MOST.get(path, 36)


MOST = {"/": 64, "/meeting": 84}
