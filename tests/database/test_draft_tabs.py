"""Two tabs work on one upload: neither undoes what the other has done without a word."""

import json
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from callbacks.data_changes import values_in
from data_access.commands import drafts
from data_access.db import Database
from data_access.records.draft_matches import NameChoice
from data_access.records.drafts import Edit, PlanDraft, Refused
from layouts import data_ids as ids
from layouts.import_texts import finding_text
from tests.database.world import insert
from tests.support.draft_pages import Form, drawn, part, stored, told_of
from tests.support.drafts import TODAY, People, act, loaded
from tests.support.refusals import codes
from tests.support.uploads import press, seen


def row_of(found: PlanDraft, kind: str) -> Any:
    reading = found.reading
    rows = {"measure": reading.measures, "section": reading.sections}
    return reading.plan if kind == "plan" else {**rows, "indicator": reading.indicators}[kind][0]


FORMS = [
    ("measure", "m1", {"title": "Первая вкладка"}, {"expected_result": "Вторая вкладка"}),
    ("section", "s1", {"title": "Первая вкладка"}, {"short_title": "Вторая вкладка"}),
    ("indicator", "i1", {"name": "Первая вкладка"}, {"unit": "Вторая вкладка"}),
    ("plan", "", {"title": "Первая вкладка"}, {"controller": "Вторая вкладка"}),
]


@pytest.mark.parametrize(("kind", "key", "first", "second"), FORMS, ids=[one[0] for one in FORMS])
def test_each_form_writes_what_was_changed_in_it_alone(
    client: FlaskClient,
    db: Database,
    people: People,
    draft: int,
    kind: str,
    key: str,
    first: dict[str, str],
    second: dict[str, str],
) -> None:
    one, other = (Form(client, draft, kind, key) for _tab in range(2))
    assert part(one.save(**first), ids.BLOCK)
    assert part(other.save(**second), ids.BLOCK)
    row = row_of(loaded(db, people, draft), kind)
    for field, value in {**first, **second}.items():
        assert getattr(row, field) == value


@pytest.mark.parametrize(("kind", "key", "first", "second"), FORMS, ids=[one[0] for one in FORMS])
def test_a_field_changed_in_two_tabs_is_told_and_not_overwritten(
    client: FlaskClient,
    db: Database,
    people: People,
    draft: int,
    kind: str,
    key: str,
    first: dict[str, str],
    second: dict[str, str],
) -> None:
    one, other = (Form(client, draft, kind, key) for _tab in range(2))
    (field,) = first
    one.save(**first)
    mine = {field: "Моё", **second}
    told = other.save(**mine)
    assert told_of(told, field).endswith("здесь стало «Первая вкладка».")
    assert "Нажмите кнопку ещё раз" in told_of(told, "")
    assert not any(f'"type":"{ids.BLOCK}"' in name for name in told)
    row = row_of(loaded(db, people, draft), kind)
    assert getattr(row, field) == "Первая вкладка"
    (untouched,) = second
    assert getattr(row, untouched) != "Вторая вкладка"
    # Whoever was told and presses once more means it.
    assert part(other.save(**mine), ids.BLOCK)
    row = row_of(loaded(db, people, draft), kind)
    assert (getattr(row, field), getattr(row, untouched)) == ("Моё", "Вторая вкладка")


def test_a_field_emptied_meanwhile_and_what_is_wrong_are_told_together(
    client: FlaskClient, draft: int
) -> None:
    one, other = (Form(client, draft, "measure", "m1") for _tab in range(2))
    one.save(expected_result="")
    told = other.save(expected_result="Моё", title=" ", due_dates="завтра")
    assert "очистили" in told_of(told, "expected_result")
    assert "заполн" in told_of(told, "title")
    assert "завтра" in told_of(told, "due_dates")


def test_two_tabs_that_say_the_same_do_not_meet(client: FlaskClient, draft: int) -> None:
    one, other = (Form(client, draft, "measure", "m1") for _tab in range(2))
    one.save(title="То же")
    assert part(other.save(title=" То же "), ids.BLOCK)


def test_a_change_between_the_look_and_the_writing_is_refused(
    db: Database, people: People, draft: int
) -> None:
    seen = loaded(db, people, draft).head.updated_at
    edits = [Edit("set", "measure", "m1", "title", one) for one in ("Первое", "Второе")]
    drafts.edit(db, people.owner, draft, edits[0], since=seen)
    with pytest.raises(Refused) as refusal:
        drafts.edit(db, people.owner, draft, edits[1], since=seen)
    assert codes(refusal) == ["changed_meanwhile"]
    assert loaded(db, people, draft).reading.measures[0].title == "Первое"


def test_a_place_settled_in_another_tab_stays_so(
    client: FlaskClient, db: Database, people: People, draft: int
) -> None:
    place = ids.finding(draft, 0)
    for how in ("accepted", "accepted", "dismissed"):
        shown = part(drawn(press(client, place, ids.settle(draft, 0, how), {})), ids.FINDING)
    assert "решили иначе" in shown
    assert loaded(db, people, draft).findings[0].settlement.how == "accepted"
    opened = drawn(press(client, place, ids.settle(draft, 0, "open"), {}))
    assert "решили иначе" not in part(opened, ids.FINDING)
    again = press(client, place, ids.settle(draft, 0, "dismissed"), {})
    assert "решили иначе" not in part(drawn(again), ids.FINDING)


def test_a_name_decided_in_another_tab_stays_so(
    client: FlaskClient, db: Database, people: People, draft: int
) -> None:
    near = "Комитет по образованию админстрации района"
    known = insert(db, "executor", territory_id=people.home, name=near, short_name="К")
    asked = next(one for one in loaded(db, people, draft).executors if one.candidates)
    output, button = ids.of_name(ids.NAME, draft, asked.key), ids.decide(draft, asked.key, "decide")
    drawn(press(client, output, button, {"choice": f"known:{known}"}))
    told = drawn(press(client, output, button, {"choice": "new", "spelling": "Комитет"}))
    assert "решили иначе" in part(told, ids.NAME)
    assert near in part(told, ids.NAME)
    (now,) = (one for one in loaded(db, people, draft).executors if one.key == asked.key)
    assert now.choice == NameChoice("known", executor_id=known)
    # An executor that is no longer there was no decision.
    same = drawn(press(client, output, button, {"choice": f"known:{known}"}))
    assert "решили иначе" not in part(same, ids.NAME)


def test_basis_and_day_of_an_amendment_are_kept_apart(
    client: FlaskClient, db: Database, people: People, draft: int
) -> None:
    plan = str(drafts.save(db, people.owner, draft, TODAY, finding_text).plan_id)
    id_ = drafts.create(db, people.owner, "plan", "ещё.txt", act() + b"\n")
    whole, button = ids.whole(ids.TARGET, id_), {"type": ids.AIM, "draft": id_, "act": "basis"}
    shown = drawn(press(client, whole, ids.aim(id_, "plan", ids.AIM_PICK), {"plan": plan}))
    opened = stored(json.loads(part(shown, ids.TARGET))["children"]) or {}
    assert set(opened) == {"basis", "decided_on"}

    def send(**values: str) -> dict[str, str]:
        given = {"plan": plan, **opened, **values}
        return drawn(press(client, whole, button, given, opened=opened))

    assert "Постановление № 7" in part(send(basis="Постановление № 7"), ids.TARGET)
    assert part(send(decided_on="01.05.2023"), ids.TARGET)
    target = loaded(db, people, id_).target
    assert (target.basis, target.decided_on) == ("Постановление № 7", date(2023, 5, 1))
    assert "здесь стало «Постановление № 7»" in " ".join(send(basis="Иное").values())
    assert loaded(db, people, id_).target == target
    drafts.choose_target(db, people.owner, id_, None, today=TODAY)
    assert "выбрали другое" in " ".join(send(basis="Иное").values())
    assert loaded(db, people, id_).target.how == "new"


def test_a_target_chosen_in_another_tab_is_not_replaced_unseen(
    client: FlaskClient, db: Database, people: People, draft: int
) -> None:
    plan = str(drafts.save(db, people.owner, draft, TODAY, finding_text).plan_id)
    id_ = drafts.create(db, people.owner, "plan", "ещё.txt", act() + b"\n")
    whole, pick = ids.whole(ids.TARGET, id_), ids.aim(id_, "plan", ids.AIM_PICK)
    old = seen(client, id_)["target"]
    drawn(press(client, whole, pick, {"plan": plan}, shown=old))
    told = part(drawn(press(client, whole, pick, {"plan": "new"}, shown=old)), ids.TARGET)
    assert "ваш выбор не записан" in told
    assert loaded(db, people, id_).target.how == "amends", "the first choice stands"
    assert seen(client, id_)["target"] in told, "the page shows it"
    same = drawn(press(client, whole, pick, {"plan": plan}, shown=old))
    assert "Отчёты плана" in part(same, ids.TARGET), "what it comes to is shown"
    # Whoever has seen it chooses anew.
    drawn(press(client, whole, pick, {"plan": "new"}, shown=seen(client, id_)["target"]))
    assert loaded(db, people, id_).target.how == "new"


def test_what_is_decided_leaves_open_forms_alone(client: FlaskClient, draft: int) -> None:
    place = ids.finding(draft, 0)
    block = f'"key":"m2","kind":"measure","type":"{ids.BLOCK}"'
    forms = [ids.opened(draft, "measure", "m2")]
    shown = drawn(press(client, place, ids.settle(draft, 0, "dismissed"), {}))
    assert any(block in one for one in shown), "the row changes with it"
    drawn(press(client, place, ids.settle(draft, 0, "open"), {}))
    kept = drawn(press(client, place, ids.settle(draft, 0, "dismissed"), {}, forms=forms))
    assert not any(block in one for one in kept)


@pytest.mark.parametrize("sent", [[], [None], ["x"], [{"title": 5}], [{"title": ["a"]}]])
def test_a_form_that_says_nothing_of_its_opening(sent: list[Any]) -> None:
    assert values_in(sent) == {}
