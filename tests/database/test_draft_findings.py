"""Doubtful places on an upload's page: the open ones are counted, the ways say what they do."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from data_access.commands import drafts
from data_access.db import Database
from data_access.importers.draft.blocking import blockers
from data_access.records.drafts import DraftFinding, PlanDraft, Settlement
from data_access.records.reading import Finding
from layouts import data_draft_findings as findings
from layouts.data_draft_ways import contradicting
from layouts.texts import NBSP
from tests.support.drafts import TODAY, People, act
from tests.unit.layouts.trees import text, walk

NOW = Settlement("dismissed", datetime(2023, 6, 1, tzinfo=UTC), 1)
DATES = Finding(None, "act_date", "act_date_contradiction", "error", "19.03.2020 / 19.09.2020",
                "", "", {"first": "19.03.2020", "second": "19.09.2020"})  # fmt: skip
ROW = Finding(None, "row", "cells_slid", "warning", "а | б")


@pytest.fixture
def draft(sqlite_db: Database) -> PlanDraft:
    people = People(sqlite_db)
    made = drafts.create(sqlite_db, people.owner, "plan", "акт.txt", act())
    return drafts.load(sqlite_db, people.owner, made, TODAY)


def with_findings(draft: PlanDraft, *settlements: Settlement) -> PlanDraft:
    found = [
        DraftFinding(at, one, how, changes=False)
        for at, (one, how) in enumerate(zip((DATES, ROW), settlements, strict=True))
    ]
    return replace(draft, findings=tuple(found), executors=())


def said(draft: PlanDraft) -> str:
    return text(findings.findings_section(draft)).replace(NBSP, " ")


def test_the_heading_counts_the_open_ones(draft: PlanDraft) -> None:
    for first, second, heading in (
        (Settlement(), Settlement(), "1 место нужно решить, 1 стоит посмотреть"),
        (NOW, Settlement(), "1 место стоит посмотреть"),
        (NOW, NOW, "Открытых вопросов нет"),
    ):
        made = with_findings(draft, first, second)
        assert findings.title(made).replace(NBSP, " ") == heading


def test_settled_ones_stand_below_without_the_mark_of_what_is_open(draft: PlanDraft) -> None:
    shown = said(with_findings(draft, NOW, Settlement()))
    assert "нужно решить" not in shown
    assert shown.index("строка таблицы") < shown.index("1 место решено")
    assert shown.index("1 место решено") < shown.index("оставлено как прочитано")
    assert "Всё, о чём спрашивали" in said(with_findings(draft, NOW, NOW))


def test_nothing_is_confirmed_where_nothing_is_proposed(draft: PlanDraft) -> None:
    made = with_findings(draft, Settlement(), Settlement())
    assert "Подтвердить как есть" not in said(made)
    ids = [getattr(one, "id", None) for one in walk(findings.findings_section(made))]
    hows = {one["how"] for one in ids if isinstance(one, dict) and "how" in one}
    assert hows == {"first", "second", "dismissed"}
    old = replace(NOW, how="accepted")  # settled so by an earlier version of the program
    assert "принято как предложено" not in said(with_findings(draft, old, old))


def test_only_a_contradiction_offers_two_values() -> None:
    assert contradicting(DATES) == {"first": "19.03.2020", "second": "19.09.2020"}
    assert contradicting(replace(DATES, code="act_date_before_cited")) == {}


def test_a_needed_value_that_is_not_there_is_to_be_given_and_counts_once(draft: PlanDraft) -> None:
    [first, *_rest] = draft.reading.indicators
    empty = replace(first, direction="")
    reading = replace(draft.reading, indicators=(empty,))
    asked = Finding(
        *(None, "indicator.direction", "indicator_direction", "error", first.name),
        target=first.key,
        parameters={"indicator": first.name},
    )
    one = DraftFinding(0, asked, Settlement(), changes=False)
    made = replace(draft, reading=reading, findings=(one,), executors=())
    assert "Оставить" not in said(made)
    assert "Исправить вручную" in said(made)
    found = blockers(reading, [one], (), draft.territory, draft.target)
    assert [(it.code, it.field) for it in found if it.key in (first.key, "0")] == [
        ("value_missing", "direction")
    ]
    given = replace(reading, indicators=(first,))
    assert "Оставить" in said(replace(made, reading=given))
