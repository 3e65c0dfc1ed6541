"""Rows taken out of a draft come back where they stood, with all that hung on them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importers.draft import edits
from data_access.importers.draft.state import DraftState
from data_access.records.drafts import Edit, Refused
from data_access.records.removed import all_indicators, all_measures, all_sections
from tests.support.readings import STAMP, reading, state
from tests.support.refusals import codes

KINDS: dict[str, Any] = {
    "measure": all_measures,
    "section": all_sections,
    "indicator": all_indicators,
}


def done(found: DraftState, *changes: Edit) -> DraftState:
    for one in changes:
        found = edits.apply(found, [one], STAMP)
    return found


def out(*keys: str) -> list[Edit]:
    return [Edit("remove", "measure", key) for key in keys]


def back(*keys: str) -> list[Edit]:
    return [Edit("restore", "measure", key) for key in keys]


def keys(found: DraftState) -> list[str]:
    return [one.key for one in found.reading.measures]


@settings(max_examples=100)
@given(st.permutations(["m1", "m2", "m3"]), st.permutations(["m1", "m2", "m3"]), st.data())
def test_whatever_the_order_all_come_back_as_they_were(
    first: list[str], then: list[str], data: st.DataObject
) -> None:
    taken = first[: data.draw(st.integers(0, 3))]
    found = done(state(), *out(*taken))
    placed = all_measures(found.reading)
    assert [one.row.key for one in placed] == ["m1", "m2", "m3"]
    assert {one.row.key for one in placed if one.is_removed} == set(taken)
    assert keys(found) == [one for one in ("m1", "m2", "m3") if one not in taken]
    found = done(found, *back(*(one for one in then if one in taken)))
    assert found.reading == reading()


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_of_each_kind_comes_back(kind: str) -> None:
    start = done(state(), *out("m1", "m2", "m3"))
    before = KINDS[kind](start.reading)
    key = before[0].row.key
    removed = start if kind == "measure" else done(start, Edit("remove", kind, key))
    assert KINDS[kind](removed.reading)[0].is_removed
    found = done(removed, Edit("restore", kind, key))
    assert not KINDS[kind](found.reading)[0].is_removed
    with pytest.raises(Refused) as refusal:
        done(found, Edit("restore", kind, key))
    assert codes(refusal) == ["unknown_row"]


def test_what_was_asked_about_a_row_is_asked_again() -> None:
    asked = done(state(), Edit("set", "measure", "m2", "deadline_text", "по мере необходимости"))
    index = len(asked.reading.findings) - 1
    removed = done(asked, *out("m2"))
    assert removed.settlement(index).how == "edited"
    assert done(removed, *back("m2")).settlement(index).is_open
    decided = removed.settle("dismissed", STAMP, index)
    assert done(decided, *back("m2")).settlement(index).how == "dismissed"


def test_a_measure_brings_its_section_back() -> None:
    bare = done(state(), *out("m3"), Edit("remove", "section", "s2"))
    assert [one.number for one in bare.reading.sections] == ["1"]
    assert done(bare, *back("m3")).reading == reading()


def test_a_measure_taken_out_follows_its_renumbered_section() -> None:
    found = done(state(), *out("m1"), Edit("set", "section", "s1", "number", "7"), *back("m1"))
    assert [one.section for one in found.reading.measures] == ["7", "7", "2"]


def test_a_section_whose_number_is_taken_stays_out() -> None:
    value = {"number": "2", "title": "Другой"}
    bare = done(state(), *out("m3"), Edit("remove", "section", "s2"))
    found = done(bare, Edit("add", "section", value=value))
    with pytest.raises(Refused) as refusal:
        done(found, Edit("restore", "section", "s2"))
    assert codes(refusal) == ["number_taken"]
    # Its measure goes into the one that has the number now.
    assert keys(done(found, *back("m3"))) == ["m1", "m2", "m3"]


def test_a_new_row_never_gets_the_key_of_one_taken_out() -> None:
    add = Edit("add", "measure", value={"number": "1.3", "section": "1", "title": "Новое"})
    found = done(state(), add, *out("m+1"), add)
    assert "m+2" in keys(found)
    assert sorted(keys(done(found, *back("m+1")))) == ["m+1", "m+2", "m1", "m2", "m3"]
