"""Findings settled and names decided, by records alone."""

from dataclasses import replace
from datetime import date

import pytest

from data_access.importers.draft import edits
from data_access.importers.draft.accepting import accept_all
from data_access.importers.draft.name_book import SavedExecutor
from data_access.importers.draft.names import matches
from data_access.importers.draft.settling import decide_name, findings_of, settle
from data_access.importers.draft.state import DraftState
from data_access.importers.plan.read import read_plan
from data_access.records.draft_matches import ExecutorMatch, NameChoice
from data_access.records.drafts import Edit, Refused
from data_access.records.reading import Finding
from tests.support.drafts import act
from tests.support.readings import STAMP, reading, state
from tests.support.refusals import codes

COMMITTEE = "Комитет по образованию администрации района"
MISPRINT = "Комитет по оброзованию администрации района"


def with_finding(finding: Finding, start: DraftState | None = None) -> DraftState:
    """Return a draft with one finding alone."""
    made = start or state()
    return replace(made, reading=replace(made.reading, findings=(finding,)))


def about_deadline(code: str, proposal: str) -> Finding:
    return Finding("1.2", "deadline_text", code, "warning", "x", proposal, target="m2")


def match_of(made: DraftState, name: str, *saved: SavedExecutor) -> ExecutorMatch:
    found = matches(made.reading, made.names, saved)
    return next(one for one in found if one.name == name)


def test_a_proposed_date_is_made() -> None:
    made = with_finding(about_deadline("deadline.event", "31.12.2024, 30.06.2024"))
    assert findings_of(made)[0].changes
    made = settle(made, 0, "accepted", STAMP)
    assert made.reading.measures[1].schedule.due_dates == (date(2024, 6, 30), date(2024, 12, 31))
    assert made.settlement(0).how == "accepted"


def test_what_stands_already_is_only_confirmed() -> None:
    made = with_finding(about_deadline("deadline.report_date", "30.09.2023"))
    assert not findings_of(made)[0].changes
    assert settle(made, 0, "accepted", STAMP).reading == made.reading


def test_a_phrase_handed_back_is_made() -> None:
    made = with_finding(about_deadline("deadline_redistributed", "март 2024 года"))
    made = settle(made, 0, "accepted", STAMP)
    assert made.reading.measures[1].schedule.due_dates == (date(2024, 3, 31),)


def test_kept_as_read() -> None:
    made = with_finding(about_deadline("deadline.event", "31.12.2024"))
    assert settle(made, 0, "dismissed", STAMP).reading == made.reading


def test_a_proposal_that_is_opened_again_is_taken_back() -> None:
    """Accept, then Change, then Keep what was read: what was read stands."""
    for code, proposal in (
        ("deadline.event", "31.12.2024"),
        ("deadline_redistributed", "март 2024 года"),
    ):
        start = with_finding(about_deadline(code, proposal))
        made = settle(start, 0, "accepted", STAMP)
        assert made.reading != start.reading
        opened = settle(made, 0, "open", STAMP)
        assert opened.reading == start.reading
        assert settle(opened, 0, "dismissed", STAMP).reading == start.reading
        assert settle(opened, 0, "accepted", STAMP).reading == made.reading


def test_what_a_person_wrote_since_outlives_a_proposal_taken_back() -> None:
    made = with_finding(about_deadline("deadline.event", "31.12.2024"))
    made = settle(made, 0, "accepted", STAMP)
    made = edits.apply(made, [Edit("set", "measure", "m2", "due_dates", "05.05.2024")], STAMP)
    opened = settle(made, 0, "open", STAMP)
    assert opened.reading.measures[1].schedule.due_dates == (date(2024, 5, 5),)


def test_a_proposal_taken_back_in_another_term_is_read_in_it() -> None:
    row = Finding(
        "1.1", "deadline_text", "deadline.event", "warning", "x", "31.12.2023", "", {}, "m1"
    )
    made = settle(with_finding(row), 0, "accepted", STAMP)
    made = edits.apply(made, [Edit("set", "plan", "", "period_end", "30.06.2024")], STAMP)
    opened = settle(made, 0, "open", STAMP)
    assert opened.reading.measures[0].schedule.due_dates[-1] == date(2024, 6, 30)
    assert len(opened.reading.measures[0].schedule.due_dates) > 1


def test_unknown_findings_and_ways_are_refused() -> None:
    for index, how, code in ((99, "accepted", "unknown_finding"), (0, "maybe", "unknown_choice")):
        with pytest.raises(Refused) as refusal:
            settle(state(), index, how, STAMP)
        assert codes(refusal) == [code]


@pytest.fixture
def misprinted() -> DraftState:
    """Give a draft in which a measure names the committee with a misprint."""
    row = f"2.2\tБеседы\tдо 1 октября 2024 года\t{MISPRINT}\t\t\n"
    text = act().decode().replace("\n\nЦелевые", f"\n{row}\nЦелевые")
    return DraftState(read_plan(text.encode(), "akt.txt"))


def test_alike_names_of_one_document_wait(misprinted: DraftState) -> None:
    pair = {one.name: one for one in matches(misprinted.reading, {}, ()) if "Комитет" in one.name}
    waiting = [one for one in pair.values() if one.state == "undecided"]
    assert len(waiting) == 1
    assert waiting[0].candidates[0].kind == "document"
    made = decide_name(
        misprinted, waiting[0].key, NameChoice("same", key=waiting[0].candidates[0].key), STAMP
    )
    resolved = {
        one.resolved for one in matches(made.reading, made.names, ()) if "Комитет" in one.name
    }
    assert resolved == {waiting[0].candidates[0].name}
    about = [
        made.settlement(index).how
        for index, one in enumerate(made.reading.findings)
        if one.code == "executor_alike"
    ]
    assert about == ["edited"], "the finding is answered with it"


def test_accepting_the_finding_decides_the_name(misprinted: DraftState) -> None:
    index = next(
        index
        for index, one in enumerate(misprinted.reading.findings)
        if one.code == "executor_alike"
    )
    made = settle(misprinted, index, "accepted", STAMP)
    assert made.settlement(index).how == "accepted"
    assert {one.state for one in matches(made.reading, made.names, ())} == {"new", "decided"}
    opened = settle(made, index, "open", STAMP)
    assert opened.names == {}
    kept = settle(misprinted, index, "dismissed", STAMP)
    assert [one.kind for one in kept.names.values()] == ["new"]


def test_a_new_executor_never_doubles_the_plans_own() -> None:
    saved = (SavedExecutor(5, COMMITTEE), SavedExecutor(6, "К", (COMMITTEE,)))
    elsewhere = SavedExecutor(7, COMMITTEE, place="Область")
    key = match_of(state(), COMMITTEE).key
    for name in ("", f"{COMMITTEE} "):
        made = decide_name(state(), key, NameChoice("new", name=name), STAMP, saved)
        assert match_of(made, COMMITTEE, *saved).executor_id == 5
    assert match_of(state(), COMMITTEE, saved[0], elsewhere).executor_id == 5
    made = decide_name(state(), key, NameChoice("new"), STAMP, (elsewhere, saved[1]))
    assert match_of(made, COMMITTEE, elsewhere, saved[1]).executor_id is None


def test_names_never_stand_for_each_other(misprinted: DraftState) -> None:
    first, second = (
        one.key for one in matches(misprinted.reading, {}, ()) if "Комитет" in one.name
    )
    made = decide_name(misprinted, first, NameChoice("same", key=second), STAMP)
    for key, other in ((second, first), (first, first), (first, "нет")):
        with pytest.raises(Refused) as refusal:
            decide_name(made, key, NameChoice("same", key=other), STAMP)
        assert codes(refusal) == ["unknown_candidate"]
    with pytest.raises(Refused) as refusal:
        decide_name(made, "нет", NameChoice("new"), STAMP)
    assert codes(refusal) == ["unknown_executor"]


@pytest.mark.parametrize(
    ("saved", "expected"),
    [
        ((), ("new", None)),
        ((SavedExecutor(5, "КОМИТЕТ  по образованию администрации района"),), ("equal", 5)),
        ((SavedExecutor(5, "Комитет", (COMMITTEE,)),), ("equal", 5)),
        ((SavedExecutor(5, MISPRINT),), ("undecided", None)),
        ((SavedExecutor(5, COMMITTEE), SavedExecutor(6, "К", (COMMITTEE,))), ("undecided", None)),
        ((SavedExecutor(5, "Школа № 5"),), ("new", None)),
    ],
)
def test_what_is_taken_silently(
    saved: tuple[SavedExecutor, ...], expected: tuple[str, int | None]
) -> None:
    found = match_of(state(), COMMITTEE, *saved)
    assert (found.state, found.executor_id) == expected


def test_a_choice_whose_executor_is_gone_is_open_again() -> None:
    saved = SavedExecutor(5, MISPRINT)
    key = match_of(state(), COMMITTEE).key
    made = decide_name(state(), key, NameChoice("known", executor_id=5), STAMP, [saved])
    assert match_of(made, COMMITTEE, saved).resolved == MISPRINT
    assert match_of(made, COMMITTEE).state == "new"
    other = SavedExecutor(6, MISPRINT)
    assert match_of(made, COMMITTEE, other).state == "undecided"


def test_a_corrected_spelling_that_is_known_is_that_one() -> None:
    key = match_of(state(), COMMITTEE).key
    made = decide_name(state(), key, NameChoice("new", name="Комитет района"), STAMP)
    assert match_of(made, COMMITTEE).resolved == "Комитет района"
    assert match_of(made, COMMITTEE, SavedExecutor(8, "комитет района")).executor_id == 8


def test_all_proposals_at_one_word(misprinted: DraftState) -> None:
    error = replace(about_deadline("deadline_redistributed", "март 2024 года"), severity="error")
    merged = replace(about_deadline("deadline_merged", ""), severity="error")
    doubt = about_deadline("deadline.event", "31.12.2024")
    made = replace(misprinted, reading=replace(misprinted.reading, findings=(error, merged, doubt)))
    found = matches(made.reading, made.names, ())
    made = accept_all(made, findings_of(made), found, STAMP)
    assert [made.settlement(at).how for at in range(3)] == ["accepted", "dismissed", "open"]
    assert {one.state for one in matches(made.reading, made.names, ())} == {"new", "decided"}
    assert made.reading.measures[1].schedule.due_dates == (date(2024, 3, 31),)


def test_an_act_that_amends_by_clauses_is_never_accepted_along_with_all() -> None:
    whole = Finding(None, "document", "amends_by_clauses", "error")
    clause = Finding(None, "document", "clause_not_carried_out", "error", "Пункт 2 исключить")
    made = state()
    made = replace(made, reading=replace(made.reading, findings=(whole, clause)))
    made = accept_all(made, findings_of(made), (), STAMP)
    assert [made.settlement(at).how for at in range(2)] == ["open", "dismissed"]


def test_nothing_of_it_touches_the_reading_in_hand() -> None:
    before = reading()
    settle(with_finding(about_deadline("deadline.event", "31.12.2024")), 0, "accepted", STAMP)
    assert reading() == before


def test_a_corrected_spelling_is_cleaned_as_any_other_text() -> None:
    key = match_of(state(), COMMITTEE).key
    made = decide_name(state(), key, NameChoice("new", name="Коми\x00тет\ud800\n района"), STAMP)
    assert made.names[key].name == "Комитет района"
