"""A row taken out of an upload stays in sight, struck, and comes back by a button, also later."""

import pytest
from flask.testing import FlaskClient

from dashboard.prerender import to_html
from data_access.commands import drafts
from data_access.db import Database
from data_access.records.drafts import Edit
from layouts import data_ids as ids
from layouts.data_draft import draft_page
from layouts.import_texts import finding_text
from tests.database.world import rows
from tests.support.draft_pages import Form, drawn, part
from tests.support.drafts import TODAY, People, act, loaded
from tests.support.frames import frame
from tests.support.uploads import press

ROWS = {"measure": "m2", "indicator": "i1"}


def pressed(client: FlaskClient, draft: int, kind: str, key: str, name: str) -> dict[str, str]:
    return drawn(press(client, ids.block(draft, kind, key), ids.act(draft, kind, key, name), {}))


@pytest.mark.parametrize("kind", ROWS)
def test_a_row_is_taken_out_and_put_back_in_its_place(
    client: FlaskClient, db: Database, people: People, draft: int, kind: str
) -> None:
    before = loaded(db, people, draft)
    gone = pressed(client, draft, kind, ROWS[kind], "remove")
    assert '"act": "restore"' in part(gone, ids.BLOCK)
    assert "сохранено не будет" in part(gone, ids.BLOCK)
    assert not any(f'"type":"{ids.MEASURES}"' in name for name in gone), "other forms stay open"
    assert part(gone, ids.COUNT)
    page = to_html(draft_page(loaded(db, people, draft), frame(f"/data/{draft}")))
    assert "<del" in page
    back = pressed(client, draft, kind, ROWS[kind], "restore")
    assert '"act": "edit"' in part(back, ids.BLOCK)
    assert loaded(db, people, draft).reading == before.reading


def test_a_section_goes_and_comes_back_with_its_measure(
    client: FlaskClient, db: Database, people: People, draft: int
) -> None:
    before = loaded(db, people, draft)
    full = pressed(client, draft, "section", "s2", "remove")
    assert "ещё есть мероприятия" in " ".join(full.values())
    assert "Исправьте отмеченное" not in " ".join(full.values())
    pressed(client, draft, "measure", "m3", "remove")
    gone = pressed(client, draft, "section", "s2", "remove")
    assert "Вернуть раздел 2" in part(gone, ids.MEASURES)
    assert "Добавить мероприятие в раздел 2" not in part(gone, ids.MEASURES)
    pressed(client, draft, "measure", "m3", "restore")
    assert loaded(db, people, draft).reading == before.reading


def test_a_form_of_a_row_that_was_taken_out_says_so(client: FlaskClient, draft: int) -> None:
    form = Form(client, draft, "measure", "m2")
    pressed(client, draft, "measure", "m2", "remove")
    assert "сначала верните" in " ".join(form.save(title="Поздно").values())


def test_a_section_whose_number_is_taken_says_so(client: FlaskClient, draft: int) -> None:
    pressed(client, draft, "measure", "m3", "remove")
    pressed(client, draft, "section", "s2", "remove")
    Form(client, draft, "section", "+").save(number="2", title="Другой")
    told = pressed(client, draft, "section", "s2", "restore")
    assert "Номер 2 уже есть: «Другой»" in " ".join(told.values())


def test_what_was_taken_out_is_not_saved_and_still_known_for_the_same_file(
    db: Database, people: People, draft: int
) -> None:
    for kind, key in ROWS.items():
        drafts.edit(db, people.owner, draft, Edit("remove", kind, key))
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert [one[0] for one in rows(db, "SELECT number FROM measure ORDER BY number")] == [
        "1.1",
        "2.1",
    ]
    again = drafts.create(db, people.owner, "plan", "акт.txt", act())
    removed = loaded(db, people, again).reading.removed
    assert [one.measure.number for one in removed if one.measure] == ["1.2"]


def test_a_measure_moved_to_another_section_stands_there_once(
    client: FlaskClient, db: Database, people: People, draft: int
) -> None:
    Form(client, draft, "measure", "m3").save(section="1")
    Form(client, draft, "measure", "m1").save(section="2")
    Form(client, draft, "measure", "m2").save(title="Между ними")
    page = to_html(draft_page(loaded(db, people, draft), frame(f"/data/{draft}")))
    for key in ("s1", "s2"):
        assert page.count(f'id="pre-draft-section-{key}"') == 1


def test_a_button_of_a_row_that_is_gone_says_so(
    client: FlaskClient, db: Database, people: People, draft: int
) -> None:
    drafts.edit(db, people.owner, draft, Edit("remove", "measure", "m2"))
    late = part(pressed(client, draft, "measure", "m2", "edit"), ids.BLOCK)
    assert "сначала верните" in late
    assert "Вернуть пункт 1.2" in late
    drafts.discard(db, people.owner, draft)
    assert "Такой загрузки нет" in part(pressed(client, draft, "measure", "m1", "edit"), ids.BLOCK)
