"""Saving does what the page showed, or refuses and says so."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.exc import IntegrityError
from werkzeug.test import TestResponse

from data_access.commands import drafts
from data_access.commands.drafts import sheets
from data_access.db import Database
from data_access.importers.sheets import intake
from data_access.records.drafts import Edit, Refused
from data_access.records.shown import Shown
from layouts import data_ids as ids
from layouts.data_shown import CHANGED, DIFFERENCE, TARGET
from layouts.import_texts import finding_text
from tests.database.test_plan_amending import LATER, OTHERS
from tests.database.test_plan_saving import counts, taken_in
from tests.database.world import rows
from tests.support.draft_pages import Form
from tests.support.drafts import TODAY, People, act
from tests.support.forms import as_csv, fill
from tests.support.refusals import codes
from tests.support.uploads import act as send
from tests.support.uploads import draft_of, put, seen

CHANGED_SINCE = "уже не то, что показывала страница"


@pytest.fixture
def people(db: Database) -> People:
    people = People(db)
    taken_in(db, people.owner, act())
    return people


@pytest.fixture
def plan(db: Database, people: People) -> int:
    return int(str(rows(db, "SELECT id FROM plan")[0][0]))


def draft(db: Database, people: People, target: int | None) -> int:
    """Return a draft of a later act; its target is chosen."""
    made = drafts.create(db, people.owner, "plan", "akt2.txt", act(**LATER))
    drafts.choose_target(db, people.owner, made, target, today=TODAY)
    return made


def is_refused(answer: TestResponse) -> bool:
    return answer.status_code == 409 and CHANGED_SINCE in answer.text


def test_a_target_chosen_in_another_tab_is_not_saved_unseen(
    client: FlaskClient, db: Database, people: People, plan: int
) -> None:
    made = draft(db, people, None)
    shown, before = seen(client, made), counts(db)
    assert set(shown) >= {CHANGED, TARGET, DIFFERENCE}
    drafts.choose_target(db, people.owner, made, plan, today=TODAY)
    assert is_refused(send(client, made, "save", **shown))
    assert counts(db) == before
    assert "/data/batches/" in send(client, made, "save").headers["Location"]
    assert counts(db)["plan"] == 1, "the page that was loaded anew showed the amendment"


def test_an_own_edit_does_not_hide_what_another_tab_chose(
    client: FlaskClient, db: Database, people: People, plan: int
) -> None:
    """The bar is drawn anew by an edit; the part that still shows a new plan is not."""
    made = draft(db, people, None)
    shown, form = seen(client, made), Form(client, made, "measure", "m1")
    drafts.choose_target(db, people.owner, made, plan, today=TODAY)
    drawn = form.save(title="Другое название")
    now = {name: marks(part) for name, part in drawn.items()}
    bar = next(found for name, found in now.items() if f'"type":"{ids.BAR}"' in name)
    assert not any(TARGET in found for found in now.values())
    assert is_refused(send(client, made, "save", **{**shown, **bar}))


def test_own_edits_alone_hinder_nothing(client: FlaskClient, db: Database, people: People) -> None:
    made = draft(db, people, int(str(rows(db, "SELECT id FROM plan")[0][0])))
    shown, form = seen(client, made), Form(client, made, "plan", "")
    for part in form.save(act_number="77-п", act_date="20.05.2023").values():
        shown |= marks(part)
    assert "/data/batches/" in send(client, made, "save", **shown).headers["Location"]


def marks(part: str) -> dict[str, str]:
    """Return the hidden fields within a part that was drawn anew."""
    found: dict[str, str] = {}

    def look(node: Any) -> None:
        if isinstance(node, dict) and "data-field" in node:
            one = json.loads(node["data-field"])
            if one["type"] == "hidden":
                found[one["name"]] = one["value"]
        for one in node.values() if isinstance(node, dict) else node:
            if isinstance(one, dict | list):
                look(one)

    look(json.loads(part))
    return found


def test_a_difference_that_somebody_else_changed_is_not_saved_unseen(
    client: FlaskClient, db: Database, people: People, plan: int
) -> None:
    made = draft(db, people, plan)
    shown = seen(client, made)
    other = drafts.create(db, people.colleague, "plan", "akt3.txt", act(**OTHERS))
    drafts.choose_target(db, people.colleague, other, plan, today=TODAY)
    drafts.save(db, people.colleague, other, TODAY, finding_text)
    before = counts(db)
    assert is_refused(send(client, made, "save", **shown))
    assert counts(db) == before


def test_a_plan_of_the_same_act_made_meanwhile_is_not_doubled(
    client: FlaskClient, db: Database, people: People
) -> None:
    made = draft(db, people, None)
    shown = seen(client, made)
    twin = drafts.create(db, people.colleague, "plan", "akt3.txt", act() + b"\n")
    drafts.choose_target(db, people.colleague, twin, None, today=TODAY)
    drafts.save(db, people.colleague, twin, TODAY, finding_text)
    assert is_refused(send(client, made, "save", **shown))
    assert counts(db)["plan"] == 2


def test_whoever_says_nothing_of_the_page_saves_nothing(
    client: FlaskClient, db: Database, people: People, plan: int
) -> None:
    made = draft(db, people, plan)
    assert is_refused(send(client, made, "save", changed_at="", target="", difference=""))
    with pytest.raises(Refused) as refusal:
        drafts.save(db, people.owner, made, TODAY, finding_text, Shown())
    assert codes(refusal) == ["shown_otherwise"]
    assert drafts.load(db, people.owner, made, TODAY).may_be_saved


def test_an_edit_in_another_tab_is_not_saved_unseen(
    client: FlaskClient, db: Database, people: People, plan: int
) -> None:
    made = draft(db, people, plan)
    shown = seen(client, made)
    drafts.edit(db, people.owner, made, Edit("set", "measure", "m1", "expected_result", "Иное"))
    assert is_refused(send(client, made, "save", **shown))


@pytest.fixture
def form(client: FlaskClient, plan: int) -> bytes:
    """Give a form with one report, as a CSV whose rows carry no codes."""
    data = client.get(f"/forms/reports.xlsx?plan={plan}").data
    return fill(data, {0: {"outcome": "в работе", "narrative": "Идёт работа"}})


def test_a_report_recorded_meanwhile_is_told_before_anything_ends(
    client: FlaskClient, db: Database, people: People, form: bytes
) -> None:
    both = fill(form, {1: {"outcome": "в работе", "narrative": "Начато"}})
    made = draft_of(put(client, "reports", "o.xlsx", both))
    shown = seen(client, made)
    other = drafts.create(db, people.colleague, "reports", "o.xlsx", form)
    assert sheets.take_in(db, people.colleague, other, TODAY.replace(year=2026)).batch_id
    assert is_refused(send(client, made, "save", **shown))
    assert len(rows(db, "SELECT id FROM report")) == 1
    assert client.get(f"/data/{made}").status_code == 200, "the draft is still there"


def test_a_plan_chosen_for_a_form_meanwhile_is_not_saved_unseen(
    client: FlaskClient, db: Database, people: People, plan: int, form: bytes
) -> None:
    made = draft_of(put(client, "reports", "o.csv", as_csv(form)))
    shown = seen(client, made)
    sheets.choose_plan(db, people.owner, made, plan)
    assert is_refused(send(client, made, "save", **shown))
    assert rows(db, "SELECT id FROM report") == []


def test_what_only_the_database_refuses_is_told(
    client: FlaskClient, db: Database, form: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = draft_of(put(client, "reports", "o.xlsx", form))

    def refused(*_any: Any) -> None:
        raise IntegrityError("INSERT", {}, Exception("check failed"))

    monkeypatch.setattr(intake, "_save", refused)
    answer = send(client, made, "save")
    assert answer.status_code == 409
    assert "базы данных" in answer.text or "База данных" in answer.text
    assert rows(db, "SELECT id FROM report") == []
