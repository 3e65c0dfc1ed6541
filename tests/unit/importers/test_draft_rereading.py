"""A changed term reads the deadlines anew: no doubt about them is lost, doubled or left behind."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importers.draft import edits
from data_access.importers.draft.settling import settle
from data_access.importers.draft.state import DraftState, Stamp
from data_access.importers.draft.term_kept import with_kept_term, with_own_term
from data_access.importers.plan.read import read_plan
from data_access.records.drafts import Edit
from data_access.records.reading import MeasureReading
from tests.support.drafts import act
from tests.support.readings import STAMP, reading, state

END, SHORT, LONG = "31.12.2024", "31.12.2023", "31.12.2025"
OUTSIDE = "deadline.outside_term"


def ending(found: DraftState, day: str) -> DraftState:
    return edits.apply(found, [Edit("set", "plan", "", "period_end", day)], STAMP)


def measure(found: DraftState, key: str) -> MeasureReading:
    return next(one for one in found.reading.measures if one.key == key)


def asked(found: DraftState, key: str = "m3") -> list[str]:
    """Return the codes of the open findings about a measure's deadline."""
    return [
        one.code
        for index, one in enumerate(found.reading.findings)
        if one.target == key and one.field == "deadline_text" and found.settlement(index).is_open
    ]


def test_a_date_that_leaves_the_term_is_asked_about() -> None:
    found = ending(state(), SHORT)
    assert measure(found, "m3").schedule.due_dates == (date(2024, 10, 1),)
    assert asked(found) == [OUTSIDE]
    found = ending(found, END)
    assert asked(found) == []
    found = ending(found, SHORT)
    assert asked(found) == [OUTSIDE]
    assert len(found.reading.findings) == len(reading().findings) + 1, "asked again, not twice"


def test_what_a_person_said_of_the_same_doubt_stands() -> None:
    found = ending(state(), SHORT)
    index = len(found.reading.findings) - 1
    found = settle(found, index, "dismissed", Stamp(STAMP.at, 8))
    found = ending(ending(found, END), SHORT)
    assert asked(found) == []
    assert found.settlement(index).account_id == 8


def test_a_doubt_of_the_file_goes_where_it_no_longer_applies() -> None:
    text = act(**{"до 1 октября 2024 года": "до 1 октября 2025 года"})
    found = DraftState(read_plan(text, "akt.txt"))
    assert asked(found) == [OUTSIDE]
    found = ending(found, LONG)
    assert asked(found) == []
    assert asked(ending(found, END)) == [OUTSIDE]


def test_the_term_of_an_amended_plan_asks_too() -> None:
    """An act without a term of its own, with a date behind the end of the plan that it amends."""
    text = act(**{"до 1 октября 2024 года": "до 1 октября 2026 года"}).decode()
    text = text.replace("на 2023-2024 годы", "").replace("2023 год\t2024 год", "2023\t2024")
    found = DraftState(read_plan(text.encode(), "akt.txt"))
    assert asked(found) == []
    kept = with_kept_term(found, date(2023, 1, 1), date(2024, 12, 31), STAMP)
    assert kept.own_term is not None
    assert asked(kept) == [OUTSIDE]
    assert asked(with_own_term(kept, STAMP)) == []


def test_a_date_before_the_act_is_told_when_the_act_is_dated_later() -> None:
    found = edits.apply(state(), [Edit("set", "plan", "", "act_date", "10.01.2024")], STAMP)
    assert "deadline_before_act" in asked(found, "m1"), "quarters were left out"


def test_the_proposal_for_no_deadline_follows_the_term() -> None:
    found = DraftState(read_plan(act(**{"до 1 октября 2024 года": ""}), "akt.txt"))
    assert asked(found) == ["deadline_absent"]
    found = ending(found, LONG)
    assert asked(found) == ["deadline_absent"]
    assert found.reading.findings[-1].proposal == LONG


HEADER = "№\tМероприятие\tДата начала\tДата окончания\tИсполнитель\n"


@pytest.mark.parametrize("start", ["смета", "постоянно", "после ремонта", "01.02.2024", "н/д", "-"])
@pytest.mark.parametrize("last", ["31.12.2024", "31.05.2025", "2024 год", "кирпич"])
def test_two_columns_are_read_again_as_they_were_read_first(start: str, last: str) -> None:
    """A changed term and the same term named by the act give one reading, doubts included."""

    def first(year: int) -> DraftState:
        rows = f"{HEADER}1\tВыставка\t{start}\t{last}\tШкола\n"
        return DraftState(
            read_plan(f"Об утверждении плана на 2023-{year} годы\n\n{rows}".encode(), "a.txt")
        )

    again, once = ending(first(2024), LONG), first(2025)
    assert measure(again, "m1").schedule == measure(once, "m1").schedule
    assert measure(again, "m1").deadline_text == measure(once, "m1").deadline_text
    assert sorted(asked(again, "m1")) == sorted(asked(once, "m1"))


def test_another_phrase_is_no_longer_two_columns() -> None:
    rows = f"{HEADER}1\tВыставка\tсмета\t31.05.2024\tШкола\n"
    found = DraftState(read_plan(f"Об утверждении плана на 2024 год\n\n{rows}".encode(), "a.txt"))
    assert asked(found, "m1") == ["deadline_start_unread"]
    edit = Edit("set", "measure", "m1", "deadline_text", "до 1 июня 2024 года")
    found = edits.apply(found, [edit], STAMP)
    assert measure(found, "m1").schedule.due_dates == (date(2024, 6, 1),)
    assert asked(ending(found, LONG), "m1") == []


@pytest.mark.parametrize("key", ["m1", "m3"])
def test_a_row_put_back_is_read_in_the_term_that_stands_now(key: str) -> None:
    out = edits.apply(state(), [Edit("remove", "measure", key)], STAMP)
    back = edits.apply(ending(out, SHORT), [Edit("restore", "measure", key)], STAMP)
    there = ending(state(), SHORT)
    assert measure(back, key) == measure(there, key)
    assert asked(back, key) == asked(there, key)


@settings(max_examples=100)
@given(st.lists(st.sampled_from([END, SHORT, LONG, "30.06.2024", "01.03.2026"]), max_size=6))
def test_the_last_term_alone_decides(days: list[str]) -> None:
    """Whatever terms were tried before, dates and open doubts are those of a draft set once."""
    found = state()
    for day in [*days, SHORT]:
        found = ending(found, day)
    once = ending(state(), SHORT)
    assert found.reading.measures == once.reading.measures
    for key in ("m1", "m2", "m3"):
        assert sorted(asked(found, key)) == sorted(asked(once, key))
