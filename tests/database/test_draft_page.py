"""The page of a plan's upload: what it shows, and what each button draws anew."""

import json
from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from callbacks.data_refresh import differing
from dashboard.app import create_app
from dashboard.prerender import to_html
from data_access.commands import drafts
from data_access.db import Database
from data_access.records.drafts import Edit
from layouts import data_ids as ids
from layouts.data_draft import draft_page
from layouts.data_log import IDLE
from layouts.import_texts import finding_text
from layouts.texts import NBSP
from tests.conftest import make_settings
from tests.database.world import insert
from tests.support.clients import sign_in
from tests.support.draft_pages import drawn, part
from tests.support.drafts import PASSWORD, TODAY, People, act
from tests.support.frames import frame
from tests.support.uploads import BROWSER, press, token
from tests.support.uploads import act as send
from tests.unit.layouts.trees import has_style, text, walk


@pytest.fixture
def people(sqlite_db: Database) -> People:
    return People(sqlite_db)


@pytest.fixture
def draft(sqlite_db: Database, people: People) -> int:
    return drafts.create(sqlite_db, people.owner, "plan", "акт.txt", act())


@pytest.fixture
def client(sqlite_db: Database, people: People) -> FlaskClient:
    server = create_app(make_settings(sqlite_db.url), sqlite_db).server
    browser = server.test_client()
    assert sign_in(browser, "owner", PASSWORD).status_code == 303
    browser.get("/account")
    return browser


def loaded(db: Database, people: People, draft: int) -> Any:
    return drafts.load(db, people.owner, draft, TODAY)


def test_the_page_shows_the_document_beside_its_reading(
    sqlite_db: Database, people: People, draft: int
) -> None:
    made = draft_page(loaded(sqlite_db, people, draft), frame(f"/data/{draft}"))
    said = text(made).replace(NBSP, " ")
    assert "Прочитано 3 мероприятия в 2 разделах; план можно сохранить" in said
    for words in ("В документе", "Прочитано", "III квартал 2023 года", "30.09.2023", "строка"):
        assert words in said
    assert "Сосновский муниципальный район" in said
    assert "№ 118-п" in said
    assert "без финансирования" in said  # a column that the schema does not know
    assert not has_style(made)
    assert "акт.txt" in to_html(made)


def test_each_row_can_be_edited_by_a_button_of_its_own(
    sqlite_db: Database, people: People, draft: int
) -> None:
    made = draft_page(loaded(sqlite_db, people, draft), frame(f"/data/{draft}"))
    found = [getattr(one, "id", None) for one in walk(made)]
    edits = [one for one in found if isinstance(one, dict) and one.get("act") == "edit"]
    rows = [one for one in edits if not ids.is_new(one["key"])]
    assert {one["key"] for one in rows if one["kind"] == "measure"} == {"m1", "m2", "m3"}
    added = [(one["kind"], one["key"]) for one in edits if ids.is_new(one["key"])]
    assert sorted(added) == [
        ("indicator", "+"),
        ("measure", "+s1"),
        ("measure", "+s2"),
        ("section", "+"),
    ]
    keys = [json.dumps(one, sort_keys=True) for one in found if isinstance(one, dict)]
    assert len(keys) == len(set(keys))


def test_the_form_comes_on_demand(client: FlaskClient, draft: int) -> None:
    block = ids.block(draft, "measure", "m2")
    shown = drawn(press(client, block, ids.act(draft, "measure", "m2", "edit"), {}))
    assert "Исправить мероприятие" in part(shown, ids.BLOCK)
    assert "III квартал 2023 года" in part(shown, ids.BLOCK)


def test_a_changed_phrase_is_read_anew_and_nothing_else_drawn(
    client: FlaskClient, draft: int
) -> None:
    block = ids.block(draft, "measure", "m2")
    values = {"deadline_text": "до 1 декабря 2023 года"}
    shown = drawn(press(client, block, ids.act(draft, "measure", "m2", "save"), values))
    assert "01.12.2023" in part(shown, ids.BLOCK)
    rows = [key for key in shown if f'"type":"{ids.BLOCK}"' in key]
    assert len(rows) <= 1  # its own row alone


def test_a_wrong_value_is_told_beside_its_field(
    client: FlaskClient, sqlite_db: Database, people: People, draft: int
) -> None:
    block = ids.block(draft, "plan", "")
    values = {"act_date": "31.02.2023", "title": "Новое название"}
    shown = drawn(press(client, block, ids.act(draft, "plan", "", "save"), values))
    fault = next(one for key, one in shown.items() if '"field":"act_date"' in key)
    assert "31.02.2023" in fault
    # All or nothing: what was right beside it waits in the form that is still there.
    assert not any(f'"type":"{ids.BLOCK}"' in key for key in shown)
    assert loaded(sqlite_db, people, draft).reading.plan.title != "Новое название"


def test_every_fault_of_a_form_is_told_and_what_is_mended_is_told_no_more(
    client: FlaskClient, draft: int
) -> None:
    block, save = ids.block(draft, "measure", "m1"), ids.act(draft, "measure", "m1", "save")
    values = {"number": "<b>", "title": "", "due_dates": "завтра", "expected_result": "Итог"}
    shown = drawn(press(client, block, save, values))
    told = {json.loads(key)["field"]: one for key, one in shown.items()}
    assert "не номер" in told["number"]
    assert "заполн" in told["title"]
    assert "завтра" in told["due_dates"]
    assert told["expected_result"] == '{"children": ""}'
    assert "Исправьте отмеченное: 3 поля" in told[""].replace(NBSP, " ")


def test_a_term_is_moved_by_both_days_at_once(
    client: FlaskClient, sqlite_db: Database, people: People, draft: int
) -> None:
    block, save = ids.block(draft, "plan", ""), ids.act(draft, "plan", "", "save")
    later = {"period_start": "01.01.2026", "period_end": "31.12.2027"}
    assert "Первый день" not in part(drawn(press(client, block, save, later)), ids.BLOCK)
    plan = loaded(sqlite_db, people, draft).reading.plan
    assert (plan.period_start, plan.period_end) == (date(2026, 1, 1), date(2027, 12, 31))
    turned = {"period_start": "31.12.2027", "period_end": "01.01.2026"}
    shown = drawn(press(client, block, save, turned))
    assert "раньше" in next(one for key, one in shown.items() if '"field":"period_end"' in key)
    assert loaded(sqlite_db, people, draft).reading.plan == plan


ADDED = {
    "measure": ("+s1", {"number": "1.3", "section": "1", "title": "Провести опрос семей",
                        "executors": "Отдел опеки"}),
    "section": ("+", {"number": "3", "title": "Новый раздел"}),
    "indicator": ("+", {"name": "Число семей", "unit": "единиц", "direction": "increase",
                        "targets": "2023: 5; 2024: 6,5"}),
}  # fmt: skip


@pytest.mark.parametrize("kind", ADDED)
def test_a_row_is_added_by_hand_and_taken_out_again(
    client: FlaskClient, sqlite_db: Database, people: People, draft: int, kind: str
) -> None:
    key, values = ADDED[kind]
    block = ids.block(draft, kind, key)
    empty = part(drawn(press(client, block, ids.act(draft, kind, key, "edit"), {})), ids.BLOCK)
    assert "Добавить" in empty
    before = rows_of(loaded(sqlite_db, people, draft), kind)
    wrong = drawn(
        press(client, block, ids.act(draft, kind, key, "save"), dict.fromkeys(values, ""))
    )
    assert "заполн" in " ".join(wrong.values())
    assert rows_of(loaded(sqlite_db, people, draft), kind) == before
    shown = drawn(press(client, block, ids.act(draft, kind, key, "save"), values))
    whole = ids.INDICATORS if kind == "indicator" else ids.MEASURES
    assert next(iter(values.values())) in part(shown, whole)
    (new,) = set(rows_of(loaded(sqlite_db, people, draft), kind)) - set(before)
    out = ids.block(draft, kind, new)
    drawn(press(client, out, ids.act(draft, kind, new, "remove"), {}))
    assert rows_of(loaded(sqlite_db, people, draft), kind) == before


def rows_of(found: Any, kind: str) -> list[str]:
    return [one.key for one in getattr(found.reading, f"{kind}s")]


def test_a_new_measure_is_offered_the_next_number(client: FlaskClient, draft: int) -> None:
    block = ids.block(draft, "measure", "+s1")
    form = part(
        drawn(press(client, block, ids.act(draft, "measure", "+s1", "edit"), {})), ids.BLOCK
    )
    assert "Новое мероприятие раздела 1" in form
    assert '"value": "1.3"' in form
    back = drawn(press(client, block, ids.act(draft, "measure", "+s1", "cancel"), {}))
    assert "Добавить мероприятие" in part(back, ids.BLOCK)
    nowhere = ids.block(draft, "measure", "+s9")
    assert "Новое мероприятие" in part(
        drawn(press(client, nowhere, ids.act(draft, "measure", "+s9", "edit"), {})), ids.BLOCK
    )


def test_nobody_to_carry_a_measure_out_is_a_doubt(
    client: FlaskClient, sqlite_db: Database, people: People, draft: int
) -> None:
    block, save = ids.block(draft, "measure", "m1"), ids.act(draft, "measure", "m1", "save")
    drawn(press(client, block, save, {"executors": " "}))
    found = loaded(sqlite_db, people, draft).findings[-1]
    assert (found.finding.code, found.finding.target) == ("executor_absent", "m1")
    assert found.settlement.is_open
    drawn(press(client, block, save, {"executors": "Отдел опеки"}))
    assert not loaded(sqlite_db, people, draft).findings[-1].settlement.is_open


@pytest.mark.parametrize(
    ("kind", "key", "values", "words"),
    [
        ("measure", "m1", {"title": " "}, "заполн"),
        ("measure", "m1", {"due_dates": "завтра"}, "завтра"),
        ("measure", "m1", {"section": "9"}, "Раздела «9» нет"),
        ("section", "s1", {"title": ""}, "заполн"),
        ("plan", "", {"period_end": "01.01.2020"}, "раньше"),
        ("plan", "", {"reporting_due_day": "40"}, "от 1 до 31"),
    ],
)
def test_faults_speak_russian(
    client: FlaskClient, draft: int, kind: str, key: str, values: dict[str, str], words: str
) -> None:
    answer = press(client, ids.block(draft, kind, key), ids.act(draft, kind, key, "save"), values)
    assert words in " ".join(drawn(answer).values())


def pick(draft: int, field: str) -> ids.Id:
    return ids.aim(draft, field, ids.AIM_PICK)


def test_the_target_is_chosen_at_once(
    client: FlaskClient, sqlite_db: Database, people: People, draft: int
) -> None:
    plan = drafts.save(sqlite_db, people.owner, draft, TODAY, finding_text).plan_id
    id_ = drafts.create(sqlite_db, people.owner, "plan", "ещё.txt", act() + b"\n")
    whole = ids.whole(ids.TARGET, id_)
    asked = to_html(draft_page(loaded(sqlite_db, people, id_), frame(f"/data/{id_}")))
    assert "Выбор записывается сразу" in asked
    shown = drawn(press(client, whole, pick(id_, "plan"), {"plan": str(plan)}))
    assert "Отчёты плана" in part(shown, ids.TARGET)
    assert "ничего не изменится" in part(shown, ids.TARGET)
    assert "план можно сохранить" in part(shown, ids.HEAD)
    # The renderer asks once more for what was just drawn: nothing happens.
    assert drawn(press(client, whole, pick(id_, "plan"), {"plan": str(plan)})) == {}
    button = {"type": ids.AIM, "draft": id_, "act": "basis"}
    late = {"plan": str(plan), "basis": "Постановление № 7", "decided_on": "01.01.2099"}
    assert '"field":"decided_on"' in "".join(drawn(press(client, whole, button, late)))
    fine = {**late, "decided_on": "01.05.2023"}
    assert "Постановление № 7" in part(drawn(press(client, whole, button, fine)), ids.TARGET)
    assert loaded(sqlite_db, people, id_).target.decided_on == date(2023, 5, 1)
    shown = drawn(press(client, whole, pick(id_, "plan"), {**fine, "plan": "new"}))
    assert "Основание" not in part(shown, ids.TARGET)
    told = drawn(press(client, whole, pick(id_, "plan"), {"plan": "987654"}))
    assert "плана" in part(told, ids.UNFIT)


def test_a_territory_out_of_reach_is_refused(
    client: FlaskClient, people: People, draft: int
) -> None:
    whole = ids.whole(ids.TARGET, draft)
    new = {"type": ids.AIM, "draft": draft, "act": "territory-new"}
    fields = {"name": "Новая", "level": "municipality", "region": ""}
    for button, value in (
        (pick(draft, "territory"), str(people.away)),
        (pick(draft, "territory"), "x"),
        (new, ""),
    ):
        told = drawn(press(client, whole, button, {"territory": value, **fields}))
        assert f'"type":"{ids.UNFIT}"' in "".join(told)


def test_a_territory_is_chosen_at_once_and_named_where_it_is_another(
    sqlite_db: Database, people: People
) -> None:
    id_ = drafts.create(sqlite_db, people.admin, "plan", "акт.txt", act())
    server = create_app(make_settings(sqlite_db.url), sqlite_db).server
    admin = server.test_client()
    assert sign_in(admin, "admin", PASSWORD).status_code == 303
    admin.get("/account")
    whole, again = ids.whole(ids.TARGET, id_), {"type": ids.AIM, "draft": id_}
    form = drawn(press(admin, whole, {**again, "act": "territory-again"}, {}))
    assert "Отменить" in part(form, ids.TARGET)
    shown = drawn(press(admin, whole, pick(id_, "territory"), {"territory": str(people.away)}))
    assert "В акте названа другая территория" in part(shown, ids.TARGET)
    stays = drawn(press(admin, whole, {**again, "act": "territory-stay"}, {}))
    assert "Борский" in part(stays, ids.TARGET)
    nameless = {"name": "", "level": "municipality", "region": ""}
    told = drawn(press(admin, whole, {**again, "act": "territory-new"}, nameless))
    assert '"field":"name"' in next(key for key in told if ids.UNFIT in key)
    made = {**nameless, "name": "Новый район"}
    shown = drawn(press(admin, whole, {**again, "act": "territory-new"}, made))
    assert "Будет создана новая территория: Новый район" in part(shown, ids.TARGET)


@pytest.mark.parametrize("chosen", ["known", "new", "same:", "nonsense"])
def test_somebody_says_who_a_name_is(
    client: FlaskClient, sqlite_db: Database, people: People, draft: int, chosen: str
) -> None:
    near = "Комитет по образованию админстрации района"
    known = insert(sqlite_db, "executor", territory_id=people.home, name=near, short_name="К")
    asked = next(one for one in loaded(sqlite_db, people, draft).executors if one.candidates)
    value = f"known:{known}" if chosen == "known" else chosen
    output = ids.of_name(ids.NAME, draft, asked.key)
    button = ids.decide(draft, asked.key, "decide")
    values = {"choice": value, "spelling": "Комитет  образования"}
    shown = drawn(press(client, output, button, values))
    if chosen in ("same:", "nonsense"):
        assert part(shown, ids.UNFIT)
        return
    resolved = near if chosen == "known" else "Комитет образования"
    assert resolved in part(shown, ids.NAME)
    assert "план можно сохранить" in part(shown, ids.HEAD)
    again = ids.decide(draft, asked.key, "again")
    assert "Подтвердить" in part(drawn(press(client, output, again, {})), ids.NAME)


def test_a_finding_is_settled_and_opened_again(client: FlaskClient, draft: int) -> None:
    place = ids.finding(draft, 0)
    shown = drawn(press(client, place, ids.settle(draft, 0, "accepted"), {}))
    assert "оставлено как прочитано" in part(shown, ids.FINDING)
    shown = drawn(press(client, place, ids.settle(draft, 0, "open"), {}))
    assert "оставлено как прочитано" not in part(shown, ids.FINDING)
    wrong = drawn(press(client, place, ids.settle(draft, 0, "burnt"), {}))
    assert "нельзя" in part(wrong, ids.FINDING)


def test_only_what_differs_is_drawn_anew(sqlite_db: Database, people: People, draft: int) -> None:
    before = loaded(sqlite_db, people, draft)
    drafts.edit(sqlite_db, people.owner, draft, Edit("set", "measure", "m1", "title", "Другое"))
    after = loaded(sqlite_db, people, draft)
    drawn_ids = [one for one, _children in differing(before, after, frame(f"/data/{draft}"))]
    assert ids.block(draft, "measure", "m1") in drawn_ids
    assert ids.block(draft, "measure", "m2") not in drawn_ids
    same = [one for one, _children in differing(after, after, frame(f"/data/{draft}"))]
    always = (ids.HEAD, ids.NAV, ids.BAR, ids.DIFFERENCE, ids.FINDINGS_TITLE)
    assert all(one["type"] in always for one in same)


def test_the_first_response_has_the_whole_page(client: FlaskClient, draft: int) -> None:
    page = client.get(f"/data/{draft}")
    assert page.status_code == 200
    assert "III квартал 2023 года" in page.text
    assert f'action="/data/{draft}/save"' in page.text
    assert "csrf_token" in page.text


def test_a_discarded_upload_is_gone(client: FlaskClient, draft: int) -> None:
    assert send(client, draft, "discard").headers["Location"] == "/data"
    assert "Эта загрузка удалена" in client.get(f"/data/{draft}").text
    assert send(client, draft, "discard").headers["Location"] == f"/data/{draft}"


def test_one_of_two_contradicting_values_is_taken_by_a_button(
    client: FlaskClient, sqlite_db: Database, people: People
) -> None:
    twice = act(**{"от 14.02.2023": "от 15.02.2023"})
    id_ = drafts.create(sqlite_db, people.owner, "plan", "два.txt", twice)
    found = loaded(sqlite_db, people, id_).findings
    asked = next(one for one in found if one.finding.code == "act_date_contradiction")
    place = ids.finding(id_, asked.index)
    drawn(press(client, place, ids.settle(id_, asked.index, "second"), {}))
    after = loaded(sqlite_db, people, id_)
    assert f"{after.reading.plan.act_date:%d.%m.%Y}" == "15.02.2023"
    assert after.findings[asked.index].settlement.how == "edited"
    other = next(one.index for one in found if one.finding.code != "act_date_contradiction")
    for index in (other, 999):
        wrong = press(client, ids.finding(id_, index), ids.settle(id_, index, "first"), {})
        assert "нельзя" in part(drawn(wrong), ids.FINDING)


def test_forms_with_nothing_to_save_are_thrown_away_together(
    client: FlaskClient, sqlite_db: Database, people: People, draft: int
) -> None:
    head = "Код строки;№;Мероприятие;Исполнитель;Отметка;Информация об исполнении\n"
    made = {
        name: drafts.create(sqlite_db, who, "reports", f"{name}.csv", f"{head}{row}".encode())
        for name, who, row in (
            ("unknown", people.owner, "x;1.1;М;И;в работе;Идёт\n"),
            ("asks for a plan", people.owner, ";1.1;М;И;в работе;Идёт\n"),
            ("another's", people.colleague, "x;1.1;М;И;в работе;Идёт\n"),
        )
    }
    assert "из которых нечего сохранять" in client.get("/data").text
    answer = client.post(IDLE, headers={**token(client), **BROWSER})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/data")
    left = [one.id for one in drafts.list_of(sqlite_db, people.owner)]
    assert sorted(left) == sorted([draft, made["asks for a plan"]])
    assert [one.id for one in drafts.list_of(sqlite_db, people.colleague)] == [made["another's"]]
