"""What is wrong with an upload is said once, where it is mended: in the form, then in the bar."""

import pytest
from flask.testing import FlaskClient

from data_access.commands import drafts
from data_access.db import Database
from data_access.records.drafts import Edit, PlanDraft
from layouts import data_ids as ids
from layouts.data_draft_bar import bar
from layouts.data_draft_findings import findings_section
from layouts.texts import NBSP
from tests.support.draft_pages import Form, part, told_of
from tests.support.drafts import People, act, loaded
from tests.unit.layouts.trees import text

TWICE = {"1.2\tПодготовка": "1.1\tПодготовка"}


def said(draft: PlanDraft) -> str:
    return " ".join(text(one) for one in bar(draft)).replace(NBSP, " ")


def test_a_number_that_stands_twice_is_named_once_and_mended_in_one_place(
    db: Database, people: People
) -> None:
    draft = drafts.create(db, people.owner, "plan", "акт.txt", act(**TWICE))
    before = loaded(db, people, draft)
    assert said(before).count("1.1") == 1
    assert "1 вопрос" in said(before)
    assert "Оставить" not in text(findings_section(before)), "it cannot be left so"
    drafts.edit(db, people.owner, draft, Edit("set", "measure", "m2", "number", "1.2"))
    after = loaded(db, people, draft)
    assert after.may_be_saved
    repeated = [one for one in after.findings if one.finding.code == "number_repeated"]
    assert [one.settlement.how for one in repeated] == ["edited", "edited"]


def test_a_row_taken_out_mends_a_number_too(db: Database, people: People) -> None:
    draft = drafts.create(db, people.owner, "plan", "акт.txt", act(**TWICE))
    drafts.edit(db, people.owner, draft, Edit("remove", "measure", "m2"))
    assert loaded(db, people, draft).may_be_saved
    drafts.edit(db, people.owner, draft, Edit("restore", "measure", "m2"))
    back = loaded(db, people, draft)
    assert [one.code for one in back.blockers] == ["number_twice"]


@pytest.mark.parametrize(
    ("kind", "key", "number"),
    [("measure", "m2", "1.1"), ("section", "s1", "2"), ("measure", "+s1", "2.1")],
)
def test_a_number_that_is_taken_is_told_in_the_form(
    client: FlaskClient, db: Database, people: People, kind: str, key: str, number: str
) -> None:
    draft = drafts.create(db, people.owner, "plan", "акт.txt", act())
    before = loaded(db, people, draft).reading
    told = Form(client, draft, kind, key).save(number=number, title=" ")
    assert f"Номер {number} уже есть: «" in told_of(told, "number")
    assert told_of(told, "title") == "Нужно заполнить."
    assert "Исправьте отмеченное: 2 поля." in told_of(told, "").replace(NBSP, " ")
    assert loaded(db, people, draft).reading == before


def test_labels_of_dates_stand_in_the_form_and_in_the_reading(
    client: FlaskClient, db: Database, people: People
) -> None:
    draft = drafts.create(db, people.owner, "plan", "акт.txt", act())
    given = "15.06.2023 программа\n15.12.2023 отчёт"
    shown = part(Form(client, draft, "measure", "m2").save(due_dates=given), ids.BLOCK)
    assert " – программа" in shown
    assert Form(client, draft, "measure", "m2").opened["due_dates"] == given
