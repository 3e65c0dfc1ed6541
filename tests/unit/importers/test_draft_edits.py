"""Edits of a draft: each is checked, made, and settles the findings about its field."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importers.draft import edits
from data_access.importers.draft.lines import executors_of, lines_of
from data_access.importers.draft.state import DraftState
from data_access.records.drafts import Edit, Refused
from data_access.records.reading import Finding, MeasureReading
from layouts.draft_texts import FAULTS
from tests.support.readings import STAMP, WORDS, reading, state
from tests.support.refusals import codes

FIELDS = {
    "plan": (
        *("title", "short_title", "act_kind", "act_number", "act_date", "period_start"),
        *("period_end", "controller", "coordinator", "reporting_frequency", "reporting_due_day"),
        *("reporting_due_dates", "reporting_text", "completion_rule", "day_off_rule"),
        *("requires_acceptance", "nonsense"),
    ),
    "section": ("number", "title", "short_title", "nonsense"),
    "measure": (
        *("number", "section", "title", "short_title", "deadline_text", "due_dates"),
        *("executors", "expected_result", "nonsense"),
    ),
    "indicator": ("name", "short_name", "unit", "direction", "source", "targets", "actuals"),
}
TURNED = {"due_on": "2024-01-01", "starts_on": "2024-02-01"}
KEYS = {"plan": "", "section": "s1", "measure": "m2", "indicator": "i1"}


def made(kind: str, field: str, value: Any, start: DraftState | None = None) -> DraftState:
    return edits.apply(start or state(), [Edit("set", kind, KEYS[kind], field, value)], STAMP)


def measure(found: DraftState, key: str = "m2") -> MeasureReading:
    return next(one for one in found.reading.measures if one.key == key)


def test_a_phrase_is_read_again() -> None:
    found = measure(made("measure", "deadline_text", "до 20 марта 2024 года"))
    assert found.deadline_text == "до 20 марта 2024 года"
    assert found.schedule.due_dates == (date(2024, 3, 20),)


def test_a_phrase_that_leaves_doubts_asks() -> None:
    found = made("measure", "deadline_text", "по мере необходимости")
    (asked,) = found.reading.findings[len(reading().findings) :]
    assert (asked.target, asked.field, asked.measure) == ("m2", "deadline_text", "1.2")
    assert asked.code.startswith("deadline")
    assert found.settlement(len(found.reading.findings) - 1).is_open


def test_dates_by_hand() -> None:
    found = measure(made("measure", "due_dates", "2024-05-31, 30.04.2024"))
    assert found.schedule.due_dates == (date(2024, 4, 30), date(2024, 5, 31))
    assert found.schedule.kind == "quarter"
    assert found.schedule.by_hand
    rows = [
        {"due_on": "31.05.2024", "label": "отчёт", "starts_on": "2024-05-01"},
        {"due_on": "31.05.2024", "label": "план"},
    ]
    found = measure(made("measure", "due_dates", rows))
    assert found.schedule.labels == ("отчёт", "план")
    assert found.schedule.starts == (date(2024, 5, 1), None)


def test_dates_by_hand_outlive_a_new_term() -> None:
    found = made("measure", "due_dates", "2024-05-31")
    found = made("plan", "period_end", "31.12.2025", found)
    assert measure(found).schedule.due_dates == (date(2024, 5, 31),)
    assert len(measure(found, "m1").schedule.due_dates) == 12, "quarters until the new end"
    assert found.reading.plan.reporting["due_dates"][-1] == date(2026, 1, 15)


def test_dates_by_hand_outlive_a_corrected_phrase() -> None:
    by_hand = made("measure", "due_dates", "05.05.2024")
    found = measure(made("measure", "deadline_text", "до 20 марта 2024 года", by_hand))
    assert found.deadline_text == "до 20 марта 2024 года"
    assert found.schedule.due_dates == (date(2024, 5, 5),)


@pytest.mark.parametrize("right", ["14.02.2023", ""])
def test_a_corrected_act_date_brings_deadlines_back(right: str) -> None:
    before = state()
    late = made("plan", "act_date", "31.12.2024", before)
    dates = [one.schedule.due_dates for one in before.reading.measures]
    assert [one.schedule.due_dates for one in late.reading.measures] != dates
    again = made("plan", "act_date", right, late)
    assert [one.schedule.due_dates for one in again.reading.measures] == dates


def test_executors_as_lines_and_back() -> None:
    lines = "ООП\nРайонный отдел полиции (по согласованию)\nКомиссии поселений (группа)"
    found = measure(made("measure", "executors", lines))
    assert [one.name for one in found.executors] == [
        "ООП",
        "Районный отдел полиции",
        "Комиссии поселений",
    ]
    assert found.executors[0].canonical.startswith("Отдел опеки"), "the document's own word"
    assert [one.by_agreement for one in found.executors] == [False, True, False]
    assert [one.group for one in found.executors] == [False, False, True]
    assert lines_of(found) == lines
    assert executors_of(reading(), lines_of(found)) == found.executors


@pytest.mark.parametrize("one", reading().measures, ids=lambda one: one.number)
def test_lines_give_the_same_executors(one: MeasureReading) -> None:
    assert [
        (it.name, it.canonical, it.by_agreement, it.group)
        for it in executors_of(reading(), lines_of(one))
    ] == [(it.name, it.canonical, it.by_agreement, it.group) for it in one.executors]


def test_a_measure_is_added_to_its_section_and_removed() -> None:
    value = {"number": "1.3", "section": "s1", "title": "Новое", "deadline_text": "2024 год"}
    found = edits.apply(state(), [Edit("add", "measure", value=value)], STAMP)
    assert [one.number for one in found.reading.measures] == ["1.1", "1.2", "1.3", "2.1"]
    added = found.reading.measures[2]
    assert (added.key, added.section) == ("m+1", "1")
    assert added.schedule.due_dates == (date(2024, 12, 31),)
    found = edits.apply(found, [Edit("add", "measure", value={**value, "number": "1.4"})], STAMP)
    assert found.reading.measures[3].key == "m+2"
    found = edits.apply(found, [Edit("remove", "measure", "m+1")], STAMP)
    assert [one.number for one in found.reading.measures] == ["1.1", "1.2", "1.4", "2.1"]


def test_a_renumbered_section_takes_its_measures_along() -> None:
    found = made("section", "number", "7")
    assert {one.section for one in found.reading.measures} == {"7", "2"}
    with pytest.raises(Refused) as refusal:
        made("section", "number", "2")
    assert codes(refusal) == ["number_taken"]
    with pytest.raises(Refused) as refusal:
        edits.apply(state(), [Edit("remove", "section", "s1")], STAMP)
    assert codes(refusal) == ["section_in_use"]


def test_values_of_an_indicator() -> None:
    found = made("indicator", "targets", {"2023": "4,5", "2024": " 1 000 ", "2025": ""})
    assert found.reading.indicators[0].targets == {2023: Decimal("4.5"), 2024: Decimal(1000)}


@pytest.mark.parametrize(
    ("kind", "field", "value", "code"),
    [
        ("plan", "title", "  ", "value_missing"),
        ("plan", "title", "я" * 1001, "too_long"),
        ("plan", "title", ["a"], "not_a_text"),
        ("plan", "act_date", "31.02.2023", "not_a_date"),
        ("plan", "act_date", "01.01.1800", "year_out_of_range"),
        ("plan", "period_end", "2022-12-31", "term_order"),
        ("plan", "period_start", "", "value_missing"),
        ("plan", "reporting_due_day", "32", "not_in_range"),
        ("plan", "reporting_due_day", "1" * 5000, "not_in_range"),
        ("plan", "reporting_due_day", 10**40, "not_in_range"),
        ("indicator", "targets", {"2" * 5000: "1"}, "not_in_range"),
        ("plan", "reporting_frequency", "daily", "unknown_choice"),
        ("plan", "nonsense", "x", "unknown_field"),
        ("measure", "section", "9", "unknown_section"),
        ("measure", "due_dates", "завтра", "not_a_date"),
        ("measure", "due_dates", [TURNED], "start_after_due"),
        ("measure", "due_dates", 5, "not_fields"),
        ("indicator", "targets", {"2023": "много"}, "not_a_number"),
        ("indicator", "targets", {"1800": "1"}, "not_in_range"),
        ("indicator", "targets", {"2023": "NaN"}, "not_a_number"),
        ("indicator", "targets", {"2023": "1e30"}, "not_a_number"),
        ("indicator", "direction", "sideways", "unknown_choice"),
    ],
)  # fmt: skip
def test_wrong_values_are_refused(kind: str, field: str, value: Any, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        made(kind, field, value)
    assert codes(refusal) == [code]


def test_unknown_things_are_refused() -> None:
    for edit, code in (
        (Edit("set", "measure", "m9", "title", "x"), "unknown_row"),
        (Edit("turn", "measure", "m1"), "unknown_action"),
        (Edit("remove", "plan"), "unknown_action"),
        (Edit("set", "nonsense"), "unknown_action"),
    ):
        with pytest.raises(Refused) as refusal:
            edits.apply(state(), [edit], STAMP)
        assert codes(refusal) == [code]


def test_an_edit_answers_the_findings_about_its_field() -> None:
    asked = made("measure", "deadline_text", "по мере необходимости")
    index = len(asked.reading.findings) - 1
    answered = made("measure", "due_dates", "2024-05-31", asked)
    settled = answered.settlement(index)
    assert (settled.how, settled.account_id, settled.at) == ("edited", 7, STAMP.at)
    other = made("measure", "title", "Другое", asked)
    assert other.settlement(index).is_open


def test_the_reading_itself_is_left_alone() -> None:
    before = reading()
    made("measure", "title", "Другое")
    assert reading() == before
    assert all(isinstance(one, Finding) for one in reading().findings)


VALUES = st.one_of(
    WORDS,
    st.none(),
    st.booleans(),
    st.integers(-5, 3000),
    st.dates(),
    st.lists(st.dictionaries(WORDS, WORDS, max_size=2), max_size=2),
    st.dictionaries(st.sampled_from(["2023", "2024", "x"]), WORDS, max_size=2),
    st.sampled_from(["01.02.2024", "2024-02-01", "quarterly", "lead", "3"]),
)


@settings(max_examples=300)
@given(st.data())
def test_any_value_is_taken_or_refused_with_a_code(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(FIELDS)))
    field = data.draw(st.sampled_from(FIELDS[kind]))
    value = data.draw(VALUES)
    try:
        found = made(kind, field, value)
    except Refused as refused:
        found_codes = {one.code for one in refused.faults}
    else:
        found_codes = set()
    if found_codes:
        assert found_codes <= set(FAULTS)
        return
    assert found.changes[-1].field == field
    assert (KEYS[kind], field) in found.edited


def test_edits_of_a_form_are_made_together_or_not_at_all() -> None:
    start = state()
    both = [
        Edit("set", "plan", field="period_start", value="01.01.2030"),
        Edit("set", "plan", field="period_end", value="31.12.2031"),
    ]
    for changes in (both, both[::-1]):
        plan = edits.apply(start, changes, STAMP).reading.plan
        assert (plan.period_start, plan.period_end) == (date(2030, 1, 1), date(2031, 12, 31))
    wrong = Edit("set", "plan", field="act_date", value="завтра")
    bad = Edit("set", "plan", field="title", value=" ")
    with pytest.raises(Refused) as refusal:
        edits.apply(start, [*both, wrong, bad], STAMP)
    assert [one.field for one in refusal.value.faults] == ["act_date", "title"]
    with pytest.raises(Refused) as refusal:
        edits.apply(start, both[:1], STAMP)
    assert [(one.code, one.field) for one in refusal.value.faults] == [("term_order", "period_end")]


def test_dates_taken_out_let_the_phrase_of_the_same_form_be_read() -> None:
    by_hand = made("measure", "due_dates", "05.05.2024")
    changes = [
        Edit("set", "measure", "m2", "deadline_text", "до 20 марта 2024 года"),
        Edit("set", "measure", "m2", "due_dates", ""),
    ]
    found = measure(edits.apply(by_hand, changes, STAMP))
    assert found.schedule.due_dates == (date(2024, 3, 20),)


@pytest.mark.parametrize(
    "number", ["1", "1.2.", "IV", "7а", "2.1-1", "2.3 (искл.)", "№ 5", "1.2/3", "10.12–1"]
)
def test_numbers_of_plans_are_taken(number: str) -> None:
    assert measure(made("measure", "number", number)).number == number


@pytest.mark.parametrize("number", ["<b>", "1<2", "…", "=1+1", "1;2", "№", "-", "_"])
def test_what_is_no_number_is_refused(number: str) -> None:
    for kind in ("measure", "section"):
        with pytest.raises(Refused) as refusal:
            made(kind, "number", number)
        assert codes(refusal) == ["not_an_item_number"]


def test_a_new_row_tells_all_that_is_wrong_with_it() -> None:
    value = {"number": "<b>", "due_dates": "завтра"}
    with pytest.raises(Refused) as refusal:
        edits.apply(state(), [Edit("add", "measure", value=value)], STAMP)
    assert [one.field for one in refusal.value.faults] == ["number", "title", "due_dates"]


def test_a_new_measure_of_nobody_is_a_doubt() -> None:
    for people, asked in (("", 1), ("ООП", 0)):
        value = {"number": "1.3", "section": "1", "title": "Новое", "executors": people}
        found = edits.apply(state(), [Edit("add", "measure", value=value)], STAMP).reading
        new = found.findings[len(reading().findings) :]
        assert [(one.code, one.target) for one in new] == [("executor_absent", "m+1")] * asked


@pytest.mark.parametrize("kind", ["measure", "section"])
def test_a_number_of_another_row_is_refused_where_it_is_typed(kind: str) -> None:
    taken = {"measure": "1.1", "section": "2"}[kind]
    with pytest.raises(Refused) as refusal:
        made(kind, "number", taken)
    (fault,) = refusal.value.faults
    assert (fault.code, fault.field, fault.values["number"]) == ("number_taken", "number", taken)
    assert fault.values["title"]
    value = {"number": taken, "title": " "}
    with pytest.raises(Refused) as refusal:
        edits.apply(state(), [Edit("add", kind, value=value)], STAMP)
    assert codes(refusal) == ["number_taken", "value_missing"]


def test_a_name_of_another_indicator_is_refused() -> None:
    name = reading().indicators[0].name
    value = {"name": f" {name.upper()}", "unit": "", "direction": "increase"}
    with pytest.raises(Refused) as refusal:
        edits.apply(state(), [Edit("add", "indicator", value=value)], STAMP)
    assert codes(refusal) == ["indicator_twice", "value_missing"]


def test_all_that_is_wrong_within_a_field_is_told() -> None:
    for kind, field, value, wrong in (
        ("measure", "due_dates", "31.02.2024\n01.03.2024\nзавтра", ["31.02.2024", "завтра"]),
        ("plan", "reporting_due_dates", "31.02.2024, завтра", ["31.02.2024", "завтра"]),
        ("indicator", "targets", "2023: много; 2024: x", ["много", "x"]),
    ):
        with pytest.raises(Refused) as refusal:
            made(kind, field, value)
        assert [one.values["value"] for one in refusal.value.faults] == wrong
        assert {one.field for one in refusal.value.faults} == {field}


def test_the_order_of_the_term_is_told_beside_other_faults() -> None:
    changes = [
        Edit("set", "plan", field="period_start", value="01.01.2030"),
        Edit("set", "plan", field="title", value=" "),
    ]
    with pytest.raises(Refused) as refusal:
        edits.apply(state(), changes, STAMP)
    assert [one.field for one in refusal.value.faults] == ["title", "period_end"]


def test_values_by_year_as_they_are_typed() -> None:
    found = made("indicator", "targets", "2023: 4,5; 2024: 1 000\n2025:")
    assert found.reading.indicators[0].targets == {2023: Decimal("4.5"), 2024: Decimal(1000)}
    for text, code in (("4,5", "not_by_year"), ("2023: 1; 2023: 2", "year_twice")):
        with pytest.raises(Refused) as refusal:
            made("indicator", "targets", text)
        assert codes(refusal) == [code]
