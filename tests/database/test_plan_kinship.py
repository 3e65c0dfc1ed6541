"""An act laid over a plan that it is hardly about: nothing is saved before a person confirms it."""

import pytest

from dashboard.app import create_app
from dashboard.prerender import to_html
from data_access.commands import drafts
from data_access.db import Database
from data_access.importers.draft.kinship import strangeness
from data_access.records.difference import Difference, MeasureChange
from data_access.records.draft_matches import Place
from data_access.records.drafts import Refused
from layouts import data_ids as ids
from layouts.data_draft import draft_page
from layouts.import_texts import finding_text
from tests.conftest import make_settings
from tests.database.test_draft_page import drawn, part
from tests.database.test_plan_amending import opened
from tests.database.test_plan_saving import counts, taken_in
from tests.database.world import rows
from tests.support.clients import sign_in
from tests.support.drafts import PASSWORD, TODAY, People, act
from tests.support.frames import frame
from tests.support.refusals import codes
from tests.support.uploads import press
from tests.unit.importers.test_draft_difference import order, saved_as

ELSEWHERE = {"СОСНОВСКОГО": "БОРСКОГО", "Сосновского": "Борского", "Сосновском": "Борском"}
STRANGE = {
    "1.1\tОбследование условий жизни семей, состоящих на учёте": "7.1\tРемонт моста через реку",
    "1.2\tПодготовка памяток для родителей": "7.2\tЗакупка угля для котельных",
    "2.1\tСеминар для школьных психологов": "8.1\tОтлов бродячих собак",
}


@pytest.fixture
def people(db: Database) -> People:
    people = People(db)
    taken_in(db, people.owner, act())
    return people


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (act(**ELSEWHERE), "target_elsewhere"),
        (act(**STRANGE), "target_unlike"),
        (act(**STRANGE, **ELSEWHERE), "target_foreign"),
    ],
)
def test_it_is_saved_only_when_confirmed(
    db: Database, people: People, data: bytes, code: str
) -> None:
    draft = drafts.create(db, people.owner, "plan", "akt2.txt", data)
    before = counts(db)
    drafts.choose_territory(db, people.owner, draft, people.home)
    plan = drafts.load(db, people.owner, draft, TODAY).target
    chosen = (*plan.proposals, *plan.others)[0].id
    drafts.choose_target(db, people.owner, draft, chosen, today=TODAY)
    with pytest.raises(Refused) as refusal:
        drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert codes(refusal) == [code]
    assert counts(db) == before
    with pytest.raises(Refused) as refusal:
        drafts.confirm_target(db, people.colleague, draft, chosen)
    assert codes(refusal) == ["unknown_draft"]
    drafts.confirm_target(db, people.owner, draft, chosen)
    assert drafts.save(db, people.owner, draft, TODAY, finding_text).fate == "amended"


def test_another_choice_has_to_be_confirmed_anew(db: Database, people: People) -> None:
    draft = opened(db, people, act(**STRANGE))
    (plan,) = (int(str(one)) for (one,) in rows(db, "SELECT id FROM plan"))
    with pytest.raises(Refused) as refusal:
        drafts.confirm_target(db, people.owner, draft, plan + 1)
    assert codes(refusal) == ["target_chosen_elsewhere"]
    drafts.confirm_target(db, people.owner, draft, plan)
    assert drafts.load(db, people.owner, draft, TODAY).may_be_saved
    drafts.choose_target(db, people.owner, draft, None, today=TODAY)
    with pytest.raises(Refused) as refusal:
        drafts.confirm_target(db, people.owner, draft, plan)
    assert codes(refusal) == ["unknown_plan"]
    drafts.choose_target(db, people.owner, draft, plan, today=TODAY)
    assert not drafts.load(db, people.owner, draft, TODAY).may_be_saved


def test_the_page_asks_and_takes_the_answer(db: Database, people: People) -> None:
    draft = opened(db, people, act(**STRANGE))
    server = create_app(make_settings(db.url), db).server
    client = server.test_client()
    assert sign_in(client, "owner", PASSWORD).status_code == 303
    client.get("/account")
    page = to_html(draft_page(drafts.load(db, people.owner, draft, TODAY), frame(f"/data/{draft}")))
    assert "узнано 0 из 3" in page
    assert "Акт меняет именно этот план" in page
    button = {"type": ids.AIM, "draft": draft, "act": "target-confirm"}
    plan = str(rows(db, "SELECT id FROM plan")[0][0])
    told = drawn(press(client, ids.whole(ids.TARGET, draft), button, {"plan": plan}))
    assert "Подтверждено" in part(told, ids.TARGET)
    assert drafts.load(db, people.owner, draft, TODAY).may_be_saved


def faults(read: str, name: str, region: str = "") -> list[str]:
    saved, _ = saved_as(order())
    known = tuple(
        MeasureChange("unchanged", one.number, one.title, "m", one.id) for one in saved.measures
    )
    place = Place(1, name, name, region)
    return [one.code for one in strangeness(read, place, saved, Difference(measures=known))]


@pytest.mark.parametrize(
    ("read", "name", "region"),
    [
        ("", "Сосновский муниципальный район", ""),
        ("Сосновский муниципальный район", "Сосновский муниципальный район", ""),
        ("Сосновский муниципальный округ", "Сосновский муниципальный район", ""),
        (
            "Токаревский муниципальный округ",
            "Токарёвский муниципальный округ",
            "Тамбовская область",
        ),
        ("Токарёвский муниципальный округ Тамбовской области", "Токарёвский район", ""),
        ("город Омск", "Омск", "Омская область"),
    ],
)
def test_the_same_territory_in_other_words_is_no_doubt(read: str, name: str, region: str) -> None:
    assert faults(read, name, region) == []


@pytest.mark.parametrize(
    ("read", "name", "region"),
    [
        ("Борский муниципальный район", "Сосновский муниципальный район", ""),
        ("Советский район Кировской области", "Советский район", "Курская область"),
        ("город Омск", "город Томск", ""),
        ("Иркутская область", "ЗАТО Александровск", "Мурманская область"),
    ],
)
def test_another_territory_is_one(read: str, name: str, region: str) -> None:
    assert faults(read, name, region) == ["target_elsewhere"]


@pytest.mark.parametrize(("known", "found"), [(0, True), (1, False), (3, False)])
def test_a_plan_of_which_a_third_is_known_is_meant(known: int, found: bool) -> None:
    saved, _ = saved_as(order())
    assert len(saved.measures) == 3
    changes = [
        MeasureChange("changed", one.number, one.title, "m" if at < known else "", one.id)
        for at, one in enumerate(saved.measures)
    ]
    place = Place(1, "Бор", "Бор")
    told = strangeness("", place, saved, Difference(measures=tuple(changes)))
    assert ("target_unlike" in [one.code for one in told]) is found
