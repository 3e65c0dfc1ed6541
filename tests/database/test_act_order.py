"""Acts in and out of their order: targets of past days, and an earlier act taken in too late."""

from datetime import date
from decimal import Decimal

import pytest

from data_access.commands import drafts
from data_access.db import Database
from data_access.queries import indicators, measures, moments
from data_access.records.drafts import Edit
from data_access.records.measures import MeasureDetail
from data_access.records.view import Filters, Scope, View
from layouts.import_texts import finding_text
from layouts.texts import use_locale
from tests.database.test_plan_amending import AMENDING, amended, opened
from tests.database.test_plan_saving import taken_in
from tests.database.world import insert, rows
from tests.support.drafts import TODAY, People, act, loaded

EARLIER = {"118-п": "60-п", "14 февраля 2023": "1 апреля 2023", "14.02.2023": "01.04.2023"}
LATER = {"до 1 октября 2024 года": "до 1 декабря 2024 года"}
EVE, DAY, MONTH_LATER = date(2023, 5, 19), date(2023, 5, 20), date(2023, 6, 20)


@pytest.fixture
def people(db: Database) -> People:
    people = People(db)
    taken_in(db, people.owner, act())
    return people


def view(day: date) -> View:
    return View(Scope.everything(), TODAY, Filters(as_of=day))


def target(db: Database, day: date, year: int) -> Decimal | None:
    found = indicators.load(db, view(day)).rows[0].targets.get(year)
    return found.value if found else None


def first_target(db: Database) -> tuple[int, int, Decimal, str]:
    [(id_, year, value, day)] = rows(
        db,
        "SELECT indicator_id, year, value, submitted_on FROM indicator_value"
        " WHERE kind = 'target' ORDER BY indicator_id, year LIMIT 1",
    )
    return int(str(id_)), int(str(year)), Decimal(str(value)), str(day)


def told(
    db: Database, id_: int, year: int, kind: str, value: object, day: str, **more: str
) -> None:
    """Enter a value of an indicator: a target, or an actual one."""
    insert(
        db,
        "indicator_value",
        indicator_id=id_,
        year=year,
        kind=kind,
        value=str(value),
        submitted_on=day,
        **more,
    )


def test_a_past_day_has_the_target_that_stood_then(
    db: Database, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_, year, was, _day = first_target(db)
    told(db, id_, year, "target", was + 1, str(DAY))
    told(db, id_, year, "actual", was, "2023-03-01")
    found = {day: target(db, day, year) for day in (date(2020, 1, 1), EVE, DAY, MONTH_LATER)}
    assert list(found.values()) == [was, was, was + 1, was + 1]
    few = {day: indicators.load(db, view(day)).rows for day in (date(2023, 3, 1), EVE, DAY)}
    gaps = [next(one.gap for one in shown if one.id == id_) for shown in few.values()]
    assert gaps == [0, 0, -1]
    monkeypatch.setattr(moments, "MOST_WHOLE", 0)
    for day, shown in few.items():
        wide = indicators.load(db, View(Scope.everything(), date(2023, 6, 2), view(day).filters))
        assert {one.id: (one.met, one.targets) for one in wide.rows} == {
            one.id: (one.met, one.targets) for one in shown
        }
        known = [one.met for one in shown if one.met is not None]
        assert wide.rows.met.part == sum(known)  # type: ignore[attr-defined]
        assert wide.rows.met.whole == len(known)  # type: ignore[attr-defined]


def test_an_actual_before_the_first_target_leaves_the_target(
    db: Database, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_, year, was, day = first_target(db)
    told(db, id_, year, "actual", was, "2019-12-01")
    assert date.fromisoformat(day) > date(2020, 1, 1)
    [narrow] = [one for one in indicators.load(db, view(date(2020, 1, 1))).rows if one.id == id_]
    assert narrow.targets[year].value == was
    assert narrow.gap == 0
    monkeypatch.setattr(moments, "MOST_WHOLE", 0)
    later = View(Scope.everything(), date(2023, 6, 2), view(date(2020, 1, 1)).filters)
    wide = indicators.load(db, later).rows
    assert [one for one in wide if one.id == id_] == [narrow]
    assert (wide.met.part, wide.met.whole) == (1, 1)  # type: ignore[attr-defined]


def test_targets_of_one_day_are_corrected_by_the_later_entry(db: Database, people: People) -> None:
    id_, year, was, day = first_target(db)
    told(db, id_, year, "target", was + 2, day, recorded_at="2099-01-01 00:00:00")
    assert target(db, date(2020, 1, 1), year) == target(db, DAY, year) == was + 2


def test_an_amending_act_moves_the_target_on_its_day(db: Database, people: People) -> None:
    id_, year, was, _day = first_target(db)
    told(db, id_, year, "actual", "1", "2023-05-30")
    _amend_target(db, people, AMENDING)
    stands = [target(db, day, year) for day in (EVE, DAY, MONTH_LATER)]
    assert stands == [was, was - 1, was - 1]


def test_the_plans_own_act_corrects_the_target_from_the_beginning(
    db: Database, people: People
) -> None:
    _id, year, was, _day = first_target(db)
    _amend_target(db, people, {})
    assert target(db, EVE, year) == target(db, MONTH_LATER, year) == was - 1


def _amend_target(db: Database, people: People, words: dict[str, str]) -> None:
    draft = opened(db, people, act(**words) + b"\n")
    one = loaded(db, people, draft).reading.indicators[0]
    values = {str(year): str(value) for year, value in one.targets.items()}
    year = min(one.targets)
    values[str(year)] = str(one.targets[year] - 1)
    edit = Edit("set", "indicator", one.key, "targets", values)
    drafts.edit(db, people.owner, draft, edit)
    drafts.save(db, people.owner, draft, TODAY, finding_text)


def test_an_earlier_act_taken_in_later_is_told_before_saving(db: Database, people: People) -> None:
    amended(db, people, act(**AMENDING, **LATER))
    draft = opened(db, people, act(**EARLIER))
    found = loaded(db, people, draft).findings
    [later] = [one for one in found if one.finding.code == "later_act_taken_in"]
    assert later.finding.parameters["day"] == "20.05.2023"
    for locale, word in (("ru", "более позднего дня"), ("en", "a later day")):
        with use_locale(locale):
            text = finding_text(later.finding)
        assert word in text
        assert "77-п" in text
        assert "20.05.2023" in text


def test_the_plans_own_act_taken_in_after_an_amendment_is_told(
    db: Database, people: People
) -> None:
    """It would bring back what the amendment changed."""
    amended(db, people, act(**AMENDING, **LATER))
    draft = opened(db, people, act() + b"\n")
    said = [one.finding for one in loaded(db, people, draft).findings]
    assert [one.parameters["day"] for one in said if one.code == "later_act_taken_in"] == [
        "20.05.2023"
    ]


def test_the_plans_own_act_corrected_is_no_later_act(db: Database, people: People) -> None:
    _amend_target(db, people, {})
    draft = opened(db, people, act(**AMENDING, **LATER))
    codes = {one.finding.code for one in loaded(db, people, draft).findings}
    assert "later_act_taken_in" not in codes
    [(measure,)] = rows(db, "SELECT id FROM measure WHERE number = '1.1'")
    page = measures.detail(db, view(EVE), int(str(measure)))
    assert isinstance(page, MeasureDetail)
    assert page.worded_on is None


def test_acts_in_their_order_are_told_nothing(db: Database, people: People) -> None:
    amended(db, people, act(**EARLIER, **LATER))
    for again in (act(**AMENDING), act(**EARLIER) + b"\n"):
        draft = opened(db, people, again)
        codes = {one.finding.code for one in loaded(db, people, draft).findings}
        assert "later_act_taken_in" not in codes
