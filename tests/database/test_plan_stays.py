"""What stays although an amending act says otherwise is told: debts, values entered since."""

import pytest

from dashboard.prerender import to_html
from data_access.commands import drafts
from data_access.db import Database
from data_access.records.difference import ValueChange, ValueKept
from data_access.records.drafts import Edit, PlanDraft
from layouts.data_draft import draft_page
from layouts.import_texts import finding_text
from tests.database.test_plan_amending import (
    AMENDING,
    again,
    change_of,
    ids,
    opened,
    report,
    same_after_rebuild,
    status,
)
from tests.database.test_plan_saving import taken_in
from tests.database.world import insert, rows
from tests.support.drafts import TODAY, People, act
from tests.support.frames import frame

#: The quarterly measure of the plan gets a single date, after the act.
YEARLY = {"на учёте\tежеквартально": "на учёте\tдо 1 октября 2024 года"}
TARGET = {"\t2,5": "\t2"}


@pytest.fixture
def people(db: Database) -> People:
    people = People(db)
    taken_in(db, people.owner, act())
    return people


def looked_at(db: Database, people: People, data: bytes) -> tuple[int, PlanDraft]:
    draft = opened(db, people, data)
    return draft, drafts.load(db, people.owner, draft, TODAY)


def page_of(draft: int, loaded: PlanDraft) -> str:
    return " ".join(to_html(draft_page(loaded, frame(f"/data/{draft}"))).split())


def says_the_same(loaded: PlanDraft) -> bool:
    return loaded.difference is not None and loaded.difference.is_empty


def owed(loaded: PlanDraft) -> list[str]:
    found = [one.finding for one in loaded.findings if one.finding.code == "date_stays_owed"]
    return [f"{one.measure} {one.parameters['date']}" for one in found]


def test_a_debt_that_the_act_no_longer_names_is_told(db: Database, people: People) -> None:
    measure, _, _ = ids(db, "1.1")
    draft, loaded = looked_at(db, people, act(**AMENDING, **YEARLY))
    assert owed(loaded) == ["1.1 31.03.2023"]
    assert loaded.difference is not None
    dates = [one for one in change_of(loaded.difference, "1.1").points if one.fate == "owed"]
    assert [(str(one.old), one.new, one.stays) for one in dates] == [("2023-03-31", None, True)]
    page = page_of(draft, loaded)
    for words in ("контрольный срок 31.03.2023: акт его не называет", "остаётся долгом"):
        assert words in page
    assert "его снимает с контроля отдельное решение" in page
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert status(db, measure, "2023-05-25") == "overdue"
    left = rows(db, "SELECT measure_id, resolution FROM import_finding WHERE code LIKE '%owed'")
    assert left == [(measure, "")]
    same_after_rebuild(db)


def test_what_was_done_is_no_debt(db: Database, people: People) -> None:
    _, points, assigned = ids(db, "1.1")
    for one in assigned:
        report(db, one, points[0], "2023-03-20")
    _, loaded = looked_at(db, people, act(**AMENDING, **YEARLY))
    assert owed(loaded) == []


def test_a_decision_takes_the_debt_off(db: Database, people: People) -> None:
    measure, points, _ = ids(db, "1.1")
    data = act(**AMENDING, **YEARLY)
    draft, loaded = looked_at(db, people, data)
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert owed(looked_at(db, people, data + b"\n")[1]) == ["1.1 31.03.2023"]
    insert(
        db,
        "decision",
        kind="remove",
        control_point_id=points[0],
        decided_on="2023-05-25",
        basis="протокол",
    )
    assert status(db, measure, "2023-05-26") == "in_progress"
    draft, loaded = looked_at(db, people, data + b"\n")
    assert owed(loaded) == []
    assert says_the_same(loaded)


def test_the_same_edition_again_still_tells_it(db: Database, people: People) -> None:
    data = act(**AMENDING, **YEARLY)
    draft, _ = looked_at(db, people, data)
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    draft, loaded = looked_at(db, people, data + b"\n")
    assert says_the_same(loaded)
    page = page_of(draft, loaded)
    assert "ничего не изменится" in page
    assert "контрольный срок 31.03.2023: акт его не называет" in page
    assert again(db, people, data + b"\n\n").fate == "unchanged"


def test_the_plans_own_act_owes_nothing(db: Database, people: People) -> None:
    _, loaded = looked_at(db, people, act(**YEARLY))
    assert owed(loaded) == [], "it never was a date of the plan"


def entered(db: Database, value: float, on: str = "2023-05-25") -> None:
    """Enter a target as an import of indicators does."""
    [(indicator,)] = rows(db, "SELECT id FROM indicator")
    insert(
        db,
        "indicator_value",
        indicator_id=int(str(indicator)),
        year=2024,
        kind="target",
        value=value,
        source="приказ",
        submitted_on=on,
    )


def target(db: Database) -> float:
    newest = rows(
        db,
        "SELECT value FROM indicator_value WHERE year = 2024 AND kind = 'target'"
        " ORDER BY submitted_on DESC, recorded_at DESC, id DESC",
    )
    return float(str(newest[0][0]))


def test_a_value_entered_since_outlives_an_act_that_repeats(db: Database, people: People) -> None:
    entered(db, 3)
    data = act(**AMENDING, **YEARLY)
    draft, loaded = looked_at(db, people, data)
    assert loaded.difference is not None
    [one] = loaded.difference.indicators
    assert (one.fate, one.values) == ("unchanged", ())
    assert [(it.year, float(it.value), float(it.said)) for it in one.kept] == [(2024, 3, 2.5)]
    assert "целевое значение 2024: остаётся 3 – внесено позже" in page_of(draft, loaded)
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert target(db) == 3
    again_loaded = looked_at(db, people, data + b"\n")[1]
    assert says_the_same(again_loaded)
    assert page_of(draft, again_loaded).count("внесено позже; акт повторяет прежнее 2,5") == 1


def test_a_value_that_the_act_changes_wins_and_tells_over_what(
    db: Database, people: People
) -> None:
    entered(db, 3)
    draft, loaded = looked_at(db, people, act(**AMENDING, **TARGET))
    assert loaded.difference is not None
    [one] = loaded.difference.indicators
    assert [(float(it.old or 0), float(it.new), it.was_entered) for it in one.values] == [
        (3, 2, True)
    ]
    assert isinstance(one.values[0], ValueChange)
    said = "целевое значение 2024: 3 → 2 (заменяет значение, внесённое после прошлого акта)"
    assert said in page_of(draft, loaded)
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert target(db) == 2


def test_what_the_last_act_said_counts_not_the_first(db: Database, people: People) -> None:
    draft, _ = looked_at(db, people, act(**AMENDING, **TARGET))
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    draft, loaded = looked_at(db, people, act() + b"\n")
    assert loaded.difference is not None
    [one] = loaded.difference.indicators
    assert [(float(it.old or 0), float(it.new), it.was_entered) for it in one.values] == [
        (2, 2.5, False)
    ]
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert target(db) == 2.5


def test_unit_and_direction_are_shown_with_both_values(db: Database, people: People) -> None:
    draft, loaded = looked_at(db, people, act(**AMENDING, случаев="человек"))
    page = page_of(draft, loaded)
    assert "единица измерения: случаев → человек" in page


def test_an_actual_value_of_a_report_stays_and_is_told(db: Database, people: People) -> None:
    [(indicator,)] = rows(db, "SELECT id FROM indicator")
    insert(
        db,
        "indicator_value",
        indicator_id=int(str(indicator)),
        year=2023,
        kind="actual",
        value=7,
        submitted_on="2023-05-30",
    )
    head = "\t2023 год\t2024 год"
    more = {head: f"{head}\t2023 год (факт)", "\t4\t2,5": "\t4\t2,5\t6"}
    _, loaded = looked_at(db, people, act(**AMENDING, **more))
    assert loaded.difference is not None
    [one] = loaded.difference.indicators
    assert all(isinstance(it, ValueKept) for it in one.kept)
    assert [(it.kind, float(it.value), float(it.said)) for it in one.kept] == [("actual", 7, 6)]


EARLIER_TERM = {"2023-2024 годы": "2022-2025 годы"}
LATER_TERM = {"2023-2024 годы": "2024-2025 годы"}


@pytest.mark.parametrize(("term", "said"), [(EARLIER_TERM, "2022"), (LATER_TERM, "2024")])
def test_a_plan_that_runs_keeps_its_first_day(
    db: Database, people: People, term: dict[str, str], said: str
) -> None:
    days = ("2022-06-01", "2023-02-20", "2023-05-19")
    measures = [ids(db, number)[0] for number in ("1.1", "1.2", "2.1")]
    before = [status(db, one, day) for one in measures for day in days]
    draft, loaded = looked_at(db, people, act(**AMENDING, **term))
    [found] = [one for one in loaded.findings if one.finding.code == "term_start_stays"]
    assert (found.finding.read, found.finding.proposal) == (f"01.01.{said}", "01.01.2023")
    assert not found.blocks
    assert loaded.difference is not None
    assert [one.field for one in loaded.difference.plan] == ["title", "period_end"]
    page = page_of(draft, loaded)
    assert f"Первым днём плана акт называет 01.01.{said}, а план идёт с 01.01.2023" in page
    assert f"в акте 01.01.{said}, остаётся прежнее: " in page
    assert "01.01.2023 – 31.12.2025" in page
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert [str(day) for (day,) in rows(db, "SELECT starts_on FROM plan")] == ["2023-01-01"]
    assert [status(db, one, day) for one in measures for day in days] == before


def test_by_hand_it_is_set_all_the_same(db: Database, people: People) -> None:
    draft, _ = looked_at(db, people, act(**AMENDING, **EARLIER_TERM))
    by_hand = Edit("set", "plan", field="period_start", value="01.01.2022")
    drafts.edit(db, people.owner, draft, by_hand)
    loaded = drafts.load(db, people.owner, draft, TODAY)
    assert loaded.difference is not None
    changed = [(one.field, str(one.new)) for one in loaded.difference.plan]
    assert ("period_start", "2022-01-01") in changed
    assert "term_start_stays" not in {one.finding.code for one in loaded.findings}
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert [str(day) for (day,) in rows(db, "SELECT starts_on FROM plan")] == ["2022-01-01"]


def test_the_plans_own_act_corrects_its_first_day(db: Database, people: People) -> None:
    _, loaded = looked_at(db, people, act(**EARLIER_TERM))
    assert loaded.difference is not None
    assert "period_start" in {one.field for one in loaded.difference.plan}


def test_the_finding_can_be_settled(db: Database, people: People) -> None:
    draft, loaded = looked_at(db, people, act(**AMENDING, **EARLIER_TERM))
    [found] = [one for one in loaded.findings if one.finding.code == "term_start_stays"]
    drafts.settle(db, people.owner, draft, found.index, "dismissed", TODAY)
    settled = drafts.load(db, people.owner, draft, TODAY).finding(found.index)
    assert settled is not None
    assert settled.settlement.how == "dismissed"
