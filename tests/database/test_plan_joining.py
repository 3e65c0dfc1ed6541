"""Two measures whose number and title both differ are made one by hand, on the page of the act."""

import json

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.prerender import to_html
from data_access.commands import drafts
from data_access.db import Database
from data_access.records.difference import MeasureChange
from data_access.records.drafts import Edit, Refused
from layouts import data_ids
from layouts.data_draft import draft_page
from layouts.import_texts import finding_text
from tests.conftest import make_settings
from tests.database.test_plan_amending import (
    AMENDING,
    ROW,
    again,
    ids,
    opened,
    report,
    same_after_rebuild,
    status,
)
from tests.database.test_plan_saving import taken_in
from tests.database.world import rows
from tests.support.clients import sign_in
from tests.support.draft_pages import drawn, part
from tests.support.drafts import PASSWORD, TODAY, People, act, loaded
from tests.support.frames import frame
from tests.support.refusals import codes
from tests.support.uploads import act as act_of_page
from tests.support.uploads import press

#: 1.2 comes back as 2.2 with another title, in another section.
OTHER = "2.2\tИздание справочника семьи\tIII квартал 2023 года\tООП\tСправочник издан\t"


def moved() -> bytes:
    """Return the amending act."""
    text = act(**AMENDING, **{f"{ROW}\n": ""}).decode()
    [row] = [line for line in text.splitlines() if line.startswith("2.1\t")]
    return text.replace(row, f"{row}\n{OTHER}").encode()


@pytest.fixture
def people(db: Database) -> People:
    people = People(db)
    taken_in(db, people.owner, act())
    return people


@pytest.fixture
def draft(db: Database, people: People) -> int:
    return opened(db, people, moved())


def changes(db: Database, people: People, draft: int) -> dict[str, MeasureChange]:
    found = loaded(db, people, draft).difference
    assert found is not None
    return {one.number: one for one in found.measures}


def key_of(db: Database, people: People, draft: int, number: str = "2.2") -> str:
    return changes(db, people, draft)[number].key


def page_of(db: Database, people: People, draft: int) -> str:
    page = to_html(draft_page(loaded(db, people, draft), frame(f"/data/{draft}")))
    return " ".join(page.split())


def test_what_was_reported_goes_on_under_the_new_number(
    db: Database, people: People, draft: int
) -> None:
    measure, points, assigned = ids(db, "1.2")
    first = report(db, assigned[0], points[0], "2023-05-20")
    before = changes(db, people, draft)
    assert (before["1.2"].fate, before["2.2"].fate) == ("removed", "added")
    drafts.join(db, people.owner, draft, before["2.2"].key, measure, TODAY)
    after = changes(db, people, draft)
    assert "1.2" not in after
    one = after["2.2"]
    assert (one.fate, one.measure_id, one.old_number, one.is_joined) == (
        "changed",
        measure,
        "1.2",
        True,
    )
    assert {it.field for it in one.changes} >= {"number", "section", "title"}
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert rows(db, "SELECT id FROM measure WHERE number = '2.2'") == [(measure,)]
    assert rows(db, "SELECT count(*) FROM decision") == [(0,)]
    assert rows(db, "SELECT id FROM report") == [(first,)]
    assert rows(db, "SELECT began_on FROM measure WHERE id = :m", m=measure) == [(None,)]
    assert status(db, measure, "2023-04-01") == "not_due"
    assert again(db, people, moved() + b"\n").fate == "unchanged"
    same_after_rebuild(db)


def test_it_can_be_taken_back(db: Database, people: People, draft: int) -> None:
    measure, _, _ = ids(db, "1.2")
    key = key_of(db, people, draft)
    drafts.join(db, people.owner, draft, key, measure, TODAY)
    drafts.join(db, people.owner, draft, key, None, TODAY)
    found = changes(db, people, draft)
    assert (found["1.2"].fate, found["2.2"].fate) == ("removed", "added")
    drafts.join(db, people.owner, draft, key, None, TODAY)  # nothing to take back


def test_only_a_new_one_and_one_that_goes_can_be_a_pair(
    db: Database, people: People, draft: int
) -> None:
    gone, _, _ = ids(db, "1.2")
    stays, _, _ = ids(db, "2.1")
    found = changes(db, people, draft)
    for key, measure in (
        (found["2.1"].key, gone),
        (found["2.2"].key, stays),
        (found["2.2"].key, gone + 1000),
        ("no such", gone),
    ):
        with pytest.raises(Refused) as refusal:
            drafts.join(db, people.owner, draft, key, measure, TODAY)
        assert codes(refusal) == ["not_joinable"]
    assert changes(db, people, draft) == found


def test_another_tab_cannot_take_the_same_one(db: Database, people: People) -> None:
    more = moved().decode().replace(OTHER, f"{OTHER}\n{OTHER.replace('2.2', '2.3')} ещё")
    more = more.replace("2.3\tИздание справочника", "2.3\tОткрытие приёмной")
    draft = opened(db, people, more.encode())
    gone, _, _ = ids(db, "1.2")
    drafts.join(db, people.owner, draft, key_of(db, people, draft, "2.2"), gone, TODAY)
    with pytest.raises(Refused) as refusal:
        drafts.join(db, people.owner, draft, key_of(db, people, draft, "2.3"), gone, TODAY)
    assert codes(refusal) == ["not_joinable"]


def test_nobody_else_may(db: Database, people: People, draft: int) -> None:
    gone, _, _ = ids(db, "1.2")
    key = key_of(db, people, draft)
    for who in (people.colleague, people.outsider, people.admin):
        for measure in (gone, None):
            with pytest.raises(Refused) as refusal:
                drafts.join(db, who, draft, key, measure, TODAY)
            assert codes(refusal) == ["unknown_draft"]
    with pytest.raises(Refused) as refusal:
        drafts.join(db, people.viewer, draft, key, gone, TODAY)
    assert codes(refusal) == ["forbidden"]


def test_without_a_plan_to_amend_there_is_nothing_to_join(db: Database, people: People) -> None:
    gone, _, _ = ids(db, "1.2")
    draft = drafts.create(db, people.owner, "plan", "akt9.txt", act() + b"\n9")
    drafts.choose_target(db, people.owner, draft, None, today=TODAY)
    with pytest.raises(Refused) as refusal:
        drafts.join(db, people.owner, draft, "m1", gone, TODAY)
    assert codes(refusal) == ["not_joinable"]


def test_the_page_offers_what_goes(db: Database, people: People, draft: int) -> None:
    gone, _, _ = ids(db, "1.2")
    page = page_of(db, people, draft)
    assert "Это прежнее мероприятие" in page
    assert "Связано вручную" not in page
    drafts.join(db, people.owner, draft, key_of(db, people, draft), gone, TODAY)
    page = page_of(db, people, draft)
    assert "Это прежнее мероприятие" not in page
    assert "прежнее 1.2 «Подготовка памяток для родителей»" in page
    assert "Отменить" in page


def test_a_row_taken_out_loses_its_pair(db: Database, people: People, draft: int) -> None:
    gone, _, _ = ids(db, "1.2")
    key = key_of(db, people, draft)
    drafts.join(db, people.owner, draft, key, gone, TODAY)
    drafts.edit(db, people.owner, draft, Edit("remove", "measure", key))
    assert changes(db, people, draft)["1.2"].fate == "removed"


def test_the_choice_counts_at_once(
    client: FlaskClient, db: Database, people: People, draft: int
) -> None:
    gone, _, _ = ids(db, "1.2")
    key = key_of(db, people, draft)
    whole = data_ids.whole(data_ids.DIFFERENCE, draft)
    pick, undo = (data_ids.join(draft, key, one) for one in (data_ids.JOIN, data_ids.PART))
    shown = drawn(press(client, whole, pick, {data_ids.JOIN: str(gone)}))
    assert "Связано вручную" in part(shown, data_ids.DIFFERENCE)
    assert changes(db, people, draft)["2.2"].is_joined
    again_chosen = drawn(press(client, whole, pick, {data_ids.JOIN: str(gone)}))
    assert "Эту пару составить нельзя" in part(again_chosen, data_ids.DIFFERENCE)
    back = drawn(press(client, whole, undo, {}))
    assert "Это прежнее мероприятие" in part(back, data_ids.DIFFERENCE)
    for wrong in ("x", "-1", "9" * 30):
        answer = press(client, whole, pick, {data_ids.JOIN: wrong})
        assert "Эту пару составить нельзя" in json.dumps(answer.json, ensure_ascii=False)
    assert not changes(db, people, draft)["2.2"].is_joined


def test_what_was_joined_on_the_page_can_be_saved(
    client: FlaskClient, db: Database, people: People, draft: int
) -> None:
    gone, _, _ = ids(db, "1.2")
    whole = data_ids.whole(data_ids.DIFFERENCE, draft)
    key = key_of(db, people, draft)
    pick, undo = (data_ids.join(draft, key, one) for one in (data_ids.JOIN, data_ids.PART))
    for button, chosen in ((pick, gone), (pick, gone), (undo, None), (pick, gone)):
        values = {data_ids.JOIN: str(chosen)} if chosen else {}
        shown = part(drawn(press(client, whole, button, values)), data_ids.DIFFERENCE)
        assert loaded(db, people, draft).shown.difference in shown
    assert act_of_page(client, draft, "save").headers["Location"].startswith("/data/batches/")


def test_callbacks_ask_who_it_is(
    client: FlaskClient, db: Database, people: People, draft: int
) -> None:
    gone, _, _ = ids(db, "1.2")
    key = key_of(db, people, draft)
    whole, pick = data_ids.whole(data_ids.DIFFERENCE, draft), data_ids.join(draft, key)
    server = create_app(make_settings(db.url), db).server
    for name, status_code in (("viewer", 404), ("colleague", 200), ("outsider", 200)):
        other = server.test_client()
        assert sign_in(other, name, PASSWORD).status_code == 303
        other.get("/account")
        values = {data_ids.JOIN: str(gone)}
        answer = press(other, whole, pick, values, insider=client)
        assert answer.status_code == status_code, name
        assert "памяток" not in answer.text
    assert not changes(db, people, draft)["2.2"].is_joined
