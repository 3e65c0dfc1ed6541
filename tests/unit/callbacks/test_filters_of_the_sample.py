"""Filters against the sample: a region stands for its municipalities, a plan for its own parts."""

from datetime import date

import pytest
from sqlalchemy import text

from callbacks.frames import make_frame
from callbacks.render import Rendered, render_path
from data_access.db import Database
from data_access.queries.accounts import by_username
from data_access.records.accounts import Account
from layouts.pages import EVERYBODY, PAGES
from layouts.shell import notice
from tests.unit.layouts.trees import text as said

TODAY = date(2026, 2, 1)
LISTS = [page.path for page in PAGES if page.in_nav and page.roles == EVERYBODY]


@pytest.fixture(scope="module")
def region_account(sample_db: Database) -> Account:
    found = by_username(sample_db, "region")
    assert found
    return found.account


@pytest.fixture(scope="module")
def region_id(sample_db: Database) -> int:
    """A region that has no plan of its own: all of its plans are of municipalities."""
    with sample_db.read() as session:
        found = session.scalar(
            text(
                "SELECT t.parent_id FROM plan p JOIN territory t ON t.id = p.territory_id"
                " WHERE t.parent_id NOT IN (SELECT territory_id FROM plan) ORDER BY 1 LIMIT 1"
            )
        )
    assert found
    return int(found)


def shown(db: Database, account: Account, path: str, query: str) -> Rendered:
    return render_path(db, account, path, query, TODAY)


@pytest.mark.parametrize("path", LISTS)
def test_a_region_shows_its_municipalities_as_a_sample(
    sample_db: Database, region_account: Account, region_id: int, path: str
) -> None:
    page = shown(sample_db, region_account, path, f"?territory={region_id}")
    assert page.status_code == 200
    assert page.frame.choices.in_view
    assert "Демонстрационные данные" in said(notice(page.frame))


def test_the_date_of_the_cut_is_that_of_the_region_s_plans(
    sample_db: Database, region_account: Account, region_id: int
) -> None:
    page = shown(sample_db, region_account, "/overdue", f"?territory={region_id}")
    dates = {plan.as_of for plan in page.frame.choices.in_view}
    assert len(dates) == 1
    assert f"На дату: {dates.pop():%d.%m.%Y}" in said(notice(page.frame))


@pytest.mark.parametrize(("name", "table"), [("section", "sections"), ("executor", "executors")])
def test_what_belongs_to_another_plan_is_a_fault(
    sample_db: Database, region_account: Account, name: str, table: str
) -> None:
    plans = make_frame(sample_db, region_account, "/", "", TODAY).choices.plans
    first, second = plans[0].id, plans[1].id
    theirs = make_frame(sample_db, region_account, "/", f"?plan={second}", TODAY).choices
    other = getattr(theirs, table)[0].id
    wrong = shown(sample_db, region_account, "/measures", f"?plan={first}&{name}={other}")
    assert wrong.status_code == 400
    assert "в выбранных планах такого нет" in said(wrong.component)
    for query in (f"?plan={second}&{name}={other}", f"?{name}={other}"):
        assert shown(sample_db, region_account, "/measures", query).status_code == 200


def test_changes_after_the_cut_are_a_fault_with_a_way_out(
    sample_db: Database, region_account: Account
) -> None:
    wrong = shown(sample_db, region_account, "/", "?as_of=2021-10-11&since=2021-10-12")
    assert wrong.status_code == 400
    assert wrong.frame.filters.since is None
    assert wrong.frame.filters.as_of == date(2021, 10, 11)


@pytest.mark.parametrize(
    ("path", "query", "words"),
    [
        ("/overdue", "?status=done", "Фильтр «Статус» на этой странице не действует."),
        ("/sections", "?status=done", "Фильтр «Статус» на этой странице не действует."),
        ("/", "?status=done", "Фильтр «Статус» на этой странице не действует."),
        ("/indicators", "?q=x", "Фильтр «Поиск» на этой странице не действует."),
        ("/practices", "?q=x&as_of=2025-01-01", "Фильтры «На дату», «Поиск» на этой странице"),
        ("/measures/1", "?q=x", "Фильтр «Поиск» на этой странице не действует."),
        ("/executors/1", "?section=1", "Фильтр «Раздел» на этой странице не действует."),
        ("/measures", "?status=done&q=x", ""),
        ("/timeline", "?status=done&q=x", ""),
        ("/", "?since=2021-01-01", ""),
    ],
)
def test_no_filter_is_ignored_without_a_word(
    sample_db: Database, region_account: Account, path: str, query: str, words: str
) -> None:
    page = shown(sample_db, region_account, path, query)
    assert page.status_code == 200
    told = said(notice(page.frame))
    assert words in told
    assert ("не действу" in told) is bool(words)
