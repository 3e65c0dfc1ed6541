"""Short names, other cases and turned words are proposed with a score, and never merged."""

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importers.draft.accepting import accept_all
from data_access.importers.draft.name_book import SavedExecutor
from data_access.importers.draft.names import matches
from data_access.importers.draft.settling import findings_of
from data_access.importers.draft.state import DraftState
from data_access.importers.plan.other_forms import (
    CASE_SCORE,
    ORDER_SCORE,
    SHORT_SCORE,
    is_shortened,
    other_form,
)
from data_access.importers.plan.read import read_plan
from data_access.records.draft_matches import ExecutorMatch
from data_access.records.reading import PlanReading
from tests.support.readings import STAMP

OF_TOKARYOVKA = "администрации Токарёвского муниципального округа"
BODIES = (
    *("Управление культуры", "Отдел образования", "Финансовое управление"),
    *("Комиссия по делам несовершеннолетних и защите их прав", "Отдел опеки и попечительства"),
)
OWNERS = (
    OF_TOKARYOVKA,
    "администрации города Омска",
    "Администрации ЗАТО Александровск",
    "Токарёвского муниципального округа",
    "Управления образования администрации района",
    "города Омска",
    "района",
)


@settings(max_examples=100)
@given(st.sampled_from(BODIES), st.sampled_from(OWNERS))
def test_a_short_name_is_the_beginning_of_a_full_one(body: str, owner: str) -> None:
    full = f"{body} {owner}"
    assert other_form(body, full) == other_form(full, body) == SHORT_SCORE
    assert is_shortened(body, full)
    assert not is_shortened(full, body)


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("Отделом образования города Омска", "Отдел образования города Омска", CASE_SCORE),
        ("Комиссией по делам детей", "Комиссия по делам детей", CASE_SCORE),
        ("Администрация района отдел культуры", "Отдел культуры администрации района", ORDER_SCORE),
        ("«Центр семьи» МБУ", "МБУ «Центр семьи»", ORDER_SCORE),
        ("Управлением культуры", f"Управление культуры {OF_TOKARYOVKA}", SHORT_SCORE),
    ],
)
def test_cases_and_order_of_words(one: str, other: str, score: int) -> None:
    assert other_form(one, other) == other_form(other, one) == score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Управление", f"Управление культуры {OF_TOKARYOVKA}"),
        ("Управление", "Управление администрации города"),
        ("Управление культуры", f"Управление культуры и спорта {OF_TOKARYOVKA}"),
        ("Отдел культуры", f"Отдел культуры, спорта {OF_TOKARYOVKA}"),
        ("Отдел образования", "Отдел опеки"),
        ("Отдел образования", "Отделы образования"),
        ("Центр занятости", "Центр занятости населения"),
        ("Школа № 1 города", "Школа № 2 города"),
        ("Администрация района", "Администрация округа"),
    ],
)
def test_other_bodies_are_not_proposed(one: str, other: str) -> None:
    assert other_form(one, other) == other_form(other, one) == 0


def plan(*executors: str) -> PlanReading:
    rows = [f"1.{at}\tМероприятие {at}\tмай\t{name}" for at, name in enumerate(executors, 1)]
    head = ["Об утверждении плана на 2024 год", "№\tМероприятие\tСрок\tИсполнитель"]
    return read_plan("\n".join([*head, *rows]).encode(), "a.txt")


def match(reading: PlanReading, *saved: str) -> ExecutorMatch:
    known = [SavedExecutor(at, name) for at, name in enumerate(saved, 1)]
    return matches(reading, {}, known)[0]


def test_a_short_name_waits_for_a_person() -> None:
    one = match(plan("Управление культуры"), f"Управление культуры {OF_TOKARYOVKA}", "Отдел опеки")
    assert (one.state, one.executor_id, one.resolved) == ("undecided", None, "Управление культуры")
    assert [(it.kind, it.executor_id, it.score) for it in one.candidates] == [
        ("known", 1, SHORT_SCORE)
    ]


def test_several_full_names_are_several_proposals() -> None:
    saved = [f"Управление культуры {owner}" for owner in OWNERS[:3]]
    one = match(plan("Управление культуры"), *saved)
    assert [(it.name, it.score) for it in one.candidates] == [(name, SHORT_SCORE) for name in saved]


def test_a_full_name_of_the_same_document_is_proposed() -> None:
    full = f"Управление культуры {OF_TOKARYOVKA}"
    one, other = matches(plan("Управление культуры", full), {}, ())
    assert [(it.kind, it.name) for it in one.candidates] == [("document", full)]
    assert (other.state, other.candidates) == ("new", ())


def test_a_head_word_alone_is_a_new_executor() -> None:
    one = match(plan("Управление"), f"Управление культуры {OF_TOKARYOVKA}")
    assert (one.state, one.candidates) == ("new", ())


def test_known_names_are_a_finding_at_reading_too() -> None:
    text = "Об утверждении плана на 2024 год\n№\tМероприятие\tСрок\tИсполнитель\n"
    text += "1\tСмотр\tмай\tУправление культуры"
    full = f"Управление культуры {OF_TOKARYOVKA}"
    found = read_plan(text.encode(), "a.txt", [full]).findings
    [alike] = [one for one in found if one.code == "executor_alike"]
    assert (alike.proposal, alike.parameters["score"]) == (full, str(SHORT_SCORE))


def test_accepting_all_takes_one_proposal_and_leaves_a_tie() -> None:
    reading = replace(plan("Управление культуры"), findings=())
    state = DraftState(reading)
    for owners, decided in ((OWNERS[:1], True), (OWNERS[:2], False)):
        known = [SavedExecutor(at, f"Управление культуры {one}") for at, one in enumerate(owners)]
        found = matches(reading, {}, known)
        made = accept_all(state, findings_of(state), found, STAMP, known)
        assert bool(made.names) is decided


GOLD = Path(__file__).parents[4] / "shared" / "gold"
READINGS = ("alexandrovsk-2020-2021.json", "tokaryovka-2025.json")

if GOLD.exists():

    def test_no_two_bodies_of_the_careful_readings_are_proposed_for_each_other() -> None:
        found = set()
        for name in READINGS:
            reading = json.loads((GOLD / name).read_text(encoding="utf-8"))
            rows = [one for measure in reading["measures"] for one in measure["executors"]]
            found |= {one["canonical"] for one in rows}
        pairs = combinations(sorted(found), 2)
        assert [(one, other) for one, other in pairs if other_form(one, other)] == []
