"""Drafts: kept for their account alone, changed one edit at a time, gone when given up or old."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from sqlalchemy.exc import IntegrityError

from data_access.commands import drafts
from data_access.commands.drafts.creating import MOST
from data_access.db import Database
from data_access.importers.plan.refusal import ReadingRefused
from data_access.records.accounts import Account
from data_access.records.draft_matches import NameChoice, NewTerritory
from data_access.records.drafts import Edit, Refused
from tests.database.world import insert, plan, rows, run
from tests.support.drafts import TODAY, People, act
from tests.support.refusals import codes


@pytest.fixture
def draft(db: Database, people: People) -> int:
    return drafts.create(db, people.owner, "plan", "akt.txt", act())


def test_a_plan_is_read_and_kept(db: Database, people: People, draft: int) -> None:
    loaded = drafts.load(db, people.owner, draft, TODAY)
    assert loaded.head.file_name == "akt.txt"
    assert [one.number for one in loaded.reading.measures] == ["1.1", "1.2", "2.1"]
    assert loaded.territory.how == "equal"
    assert loaded.territory.territory is not None
    assert loaded.territory.territory.id == people.home
    assert loaded.target.how == "new"
    assert [one.label for one in loaded.periods][:2] == ["I квартал 2023", "II квартал 2023"]
    assert loaded.may_be_saved


def test_the_source_rows_stand_beside(db: Database, people: People, draft: int) -> None:
    measure = drafts.load(db, people.owner, draft, TODAY).reading.measures[1]
    assert measure.columns[2] == "Срок исполнения"
    assert measure.rows[0].cells[2] == "III квартал 2023 года"
    assert measure.rows[0].place.startswith("line:")


def test_the_list_is_the_accounts_own(db: Database, people: People, draft: int) -> None:
    assert [one.id for one in drafts.list_of(db, people.owner)] == [draft]
    assert drafts.list_of(db, people.colleague) == ()
    assert drafts.list_of(db, people.admin) == ()


def test_the_same_file_goes_on_with_its_draft(db: Database, people: People, draft: int) -> None:
    assert drafts.create(db, people.owner, "plan", "akt2.txt", act()) == draft
    assert drafts.create(db, people.colleague, "plan", "akt.txt", act()) != draft


def plan_of(db: Database, draft: int) -> object:
    return rows(db, "SELECT plan_id FROM import_draft WHERE id = :id", id=draft)[0][0]


def test_the_same_form_belongs_to_the_plan_that_is_named_now(db: Database, people: People) -> None:
    first, second = (plan(db, code, people.home) for code in ("a", "b"))
    made = drafts.create(db, people.owner, "reports", "o.csv", b"a;b", first)
    for named in (second, None, first):
        assert drafts.create(db, people.owner, "reports", "o.csv", b"a;b", named) == made
        assert plan_of(db, made) == named
    foreign = plan(db, "c", people.away)
    with pytest.raises(Refused) as refusal:
        drafts.create(db, people.owner, "reports", "o.csv", b"a;b", foreign)
    assert codes(refusal) == ["unknown_plan"]
    assert plan_of(db, made) == first


def test_uploads_at_once_make_one_draft_of_a_file(db: Database, people: People) -> None:
    def put_in(_turn: int) -> int:
        return drafts.create(db, people.owner, "reports", "o.csv", b"a;b")

    with ThreadPoolExecutor(4) as tabs:
        assert len(set(tabs.map(put_in, range(8)))) == 1


def test_uploads_at_once_stay_within_the_limit(db: Database, people: People) -> None:
    def put_in(turn: int) -> bool:
        try:
            drafts.create(db, people.owner, "reports", "o.csv", b"a;%d" % turn)
        except Refused:
            return False
        return True

    for turn in range(MOST - 1):
        assert put_in(turn)
    with ThreadPoolExecutor(4) as tabs:
        assert sum(tabs.map(put_in, range(100, 106))) == 1


def test_the_database_has_one_draft_of_a_file_too(db: Database, people: People, draft: int) -> None:
    """A migration leaves of several the one that was changed last."""
    copied = (
        "INSERT INTO import_draft (kind, account_id, file_name, sha256, content, updated_at)"
        " SELECT kind, account_id, file_name, sha256, content, '2001-01-01 00:00:00'"
        " FROM import_draft"
    )
    with pytest.raises(IntegrityError):
        run(db, copied)
    run(db, "DROP INDEX uq_import_draft_account_id")
    run(db, copied)
    migration = import_module("data_access.migrations.versions.0011_one_draft_of_a_file")
    run(db, migration.WITHOUT_TWINS)
    assert rows(db, "SELECT id FROM import_draft") == [(draft,)]


def others(people: People) -> list[Account]:
    return [people.colleague, people.outsider, people.admin]


def test_nobody_else_reaches_it(db: Database, people: People, draft: int) -> None:
    change = Edit("set", "plan", field="title", value="Чужое")
    for account in others(people):
        for attempt in (
            lambda who: drafts.load(db, who, draft, TODAY),
            lambda who: drafts.edit(db, who, draft, change),
            lambda who: drafts.settle(db, who, draft, 0, "accepted"),
            lambda who: drafts.choose_territory(db, who, draft, people.home),
            lambda who: drafts.choose_target(db, who, draft, None, today=TODAY),
            lambda who: drafts.decide_executor(db, who, draft, "x", None),
            lambda who: drafts.file_of(db, who, draft, TODAY),
            lambda who: drafts.discard(db, who, draft),
        ):
            with pytest.raises(Refused) as refusal:
                attempt(account)
            assert codes(refusal) == ["unknown_draft"]
    assert drafts.load(db, people.owner, draft, TODAY).reading.plan.title != "Чужое"


def test_a_viewer_has_no_drafts(db: Database, people: People, draft: int) -> None:
    for attempt in (
        lambda: drafts.create(db, people.viewer, "plan", "akt.txt", act()),
        lambda: drafts.list_of(db, people.viewer),
        lambda: drafts.load(db, people.viewer, draft, TODAY),
    ):
        with pytest.raises(Refused) as refusal:
            attempt()
        assert codes(refusal) == ["forbidden"]


def test_an_edit_is_kept_and_noted(db: Database, people: People, draft: int) -> None:
    drafts.edit(db, people.owner, draft, Edit("set", "measure", "m2", "deadline_text", "март 2024"))
    loaded = drafts.load(db, people.owner, draft, TODAY)
    assert [str(one) for one in loaded.reading.measures[1].schedule.due_dates] == ["2024-03-31"]
    assert ("m2", "deadline_text") in loaded.edited


def test_a_wrong_edit_changes_nothing(db: Database, people: People, draft: int) -> None:
    before = drafts.load(db, people.owner, draft, TODAY)
    with pytest.raises(Refused) as refusal:
        drafts.edit(
            db, people.owner, draft, Edit("set", "plan", field="act_date", value="31.02.2023")
        )
    assert codes(refusal) == ["not_a_date"]
    assert drafts.load(db, people.owner, draft, TODAY) == before


def test_a_finding_keeps_who_settled_it(db: Database, people: People, draft: int) -> None:
    drafts.settle(db, people.owner, draft, 0, "dismissed")
    found = drafts.load(db, people.owner, draft, TODAY).findings[0]
    assert (found.settlement.how, found.settlement.account_id) == ("dismissed", people.owner.id)
    drafts.settle(db, people.owner, draft, 0, "open")
    assert drafts.load(db, people.owner, draft, TODAY).findings[0].settlement.is_open


def test_a_likely_executor_waits_for_a_person(db: Database, people: People, draft: int) -> None:
    near = "Комитет по образованию админстрации района"  # a letter is missing
    known = insert(db, "executor", territory_id=people.home, name=near, short_name="Комитет")
    loaded = drafts.load(db, people.owner, draft, TODAY)
    match = next(one for one in loaded.executors if one.name.startswith("Комитет"))
    assert match.state == "undecided"
    assert match.candidates[0].executor_id == known
    assert [one.code for one in loaded.blockers] == ["executor_undecided"]
    choice = NameChoice("known", executor_id=known)
    drafts.decide_executor(db, people.owner, draft, match.key, choice)
    loaded = drafts.load(db, people.owner, draft, TODAY)
    match = next(one for one in loaded.executors if one.key == match.key)
    assert (match.state, match.resolved, match.executor_id) == ("decided", near, known)
    assert loaded.may_be_saved


def test_an_equal_executor_is_taken_silently(db: Database, people: People, draft: int) -> None:
    name = "комитет по образованию  администрации района"
    known = insert(db, "executor", territory_id=people.home, name=name, short_name="Комитет")
    loaded = drafts.load(db, people.owner, draft, TODAY)
    match = next(one for one in loaded.executors if one.name.startswith("Комитет"))
    assert (match.state, match.executor_id, match.resolved) == ("equal", known, name)


def test_executors_of_others_are_not_proposed(db: Database, people: People, draft: int) -> None:
    name = "Комитет по образованию администрации района"
    away = insert(db, "executor", territory_id=people.away, name=name, short_name="Комитет")
    loaded = drafts.load(db, people.owner, draft, TODAY)
    assert {one.state for one in loaded.executors} == {"new"}
    key = next(one.key for one in loaded.executors if one.name.startswith("Комитет"))
    choice = NameChoice("known", executor_id=away)
    with pytest.raises(Refused) as refusal:
        drafts.decide_executor(db, people.owner, draft, key, choice)
    assert codes(refusal) == ["unknown_candidate"]


def test_a_territory_of_others_is_unknown(db: Database, people: People, draft: int) -> None:
    for choice in (people.away, 999):
        with pytest.raises(Refused) as refusal:
            drafts.choose_territory(db, people.owner, draft, choice)
        assert codes(refusal) == ["unknown_territory"]
    with pytest.raises(Refused) as refusal:
        drafts.choose_territory(db, people.owner, draft, NewTerritory("Новый", "municipality"))
    assert codes(refusal) == ["forbidden"]


def test_a_foreign_act_needs_a_territory(db: Database, people: People) -> None:
    draft = drafts.create(db, people.outsider, "plan", "akt.txt", act())
    loaded = drafts.load(db, people.outsider, draft, TODAY)
    assert loaded.territory.how == "undecided"
    assert [one.id for one in loaded.territory.candidates] == [people.away]
    assert [one.code for one in loaded.blockers] == ["territory_undecided"]


def test_an_admin_may_make_a_territory(db: Database, people: People) -> None:
    new = act(**{"СОСНОВСКОГО": "ЛЕСНОВСКОГО", "Сосновск": "Лесновск"})
    draft = drafts.create(db, people.admin, "plan", "akt.txt", new)
    loaded = drafts.load(db, people.admin, draft, TODAY)
    assert loaded.territory.how in ("new", "undecided")
    drafts.choose_territory(
        db, people.admin, draft, NewTerritory("Лесновский район", "municipality")
    )
    loaded = drafts.load(db, people.admin, draft, TODAY)
    assert loaded.territory.new == NewTerritory("Лесновский район", "municipality")
    assert loaded.may_be_saved


def test_plans_of_others_are_no_target(db: Database, people: People, draft: int) -> None:
    values = {"starts_on": "2023-01-01", "ends_on": "2024-12-31", "title": "П", "short_title": "П"}
    away = insert(db, "plan", code="away", territory_id=people.away, **values)
    home = insert(db, "plan", code="home", territory_id=people.home, **values)
    with pytest.raises(Refused) as refusal:
        drafts.choose_target(db, people.owner, draft, away, today=TODAY)
    assert codes(refusal) == ["unknown_plan"]
    drafts.choose_target(db, people.owner, draft, home, today=TODAY)
    loaded = drafts.load(db, people.owner, draft, TODAY)
    assert loaded.target.how == "amends"
    assert loaded.head.plan is not None
    assert loaded.head.plan.id == home


def test_the_same_act_proposes_its_plan(db: Database, people: People, draft: int) -> None:
    insert(
        db,
        "plan",
        code="home",
        territory_id=people.home,
        title="П",
        short_title="П",
        act_number="118-п",
        act_date="2023-02-14",
        starts_on="2023-01-01",
        ends_on="2024-12-31",
    )
    loaded = drafts.load(db, people.owner, draft, TODAY)
    assert loaded.target.how == "undecided"
    assert [one.why for one in loaded.target.proposals] == ["same_act"]
    assert "target_undecided" in [one.code for one in loaded.blockers]


def test_a_letter_leaves_nothing_behind(db: Database, people: People) -> None:
    with pytest.raises(ReadingRefused):
        drafts.create(db, people.owner, "plan", "l.txt", "Письмо № 1\nО практиках".encode())
    assert rows(db, "SELECT count(*) FROM import_draft") == [(0,)]


def test_forms_are_kept_as_they_came(db: Database, people: People) -> None:
    draft = drafts.create(db, people.owner, "reports", "..\\a/o.csv", b"a;b")
    upload = drafts.file_of(db, people.owner, draft, TODAY)
    assert (upload.file_name, upload.data, upload.account_id) == ("o.csv", b"a;b", people.owner.id)
    assert upload.scope == people.owner.scope
    with pytest.raises(Refused) as refusal:
        drafts.load(db, people.owner, draft, TODAY)
    assert codes(refusal) == ["unknown_draft"]


def test_given_up_and_old_ones_are_gone(db: Database, people: People, draft: int) -> None:
    drafts.discard(db, people.owner, draft)
    again = drafts.create(db, people.owner, "plan", "akt.txt", act())
    assert again > draft, "no id is given out twice"
    _aged(db, again, "created_at")
    drafts.create(db, people.colleague, "reports", "o.csv", b"a;b")
    assert [one.id for one in drafts.list_of(db, people.owner)] == [again], "worked on since"
    _aged(db, again, "updated_at")
    drafts.create(db, people.colleague, "plan", "akt.txt", act())
    assert drafts.list_of(db, people.owner) == ()


def _aged(db: Database, draft: int, column: str) -> None:
    old = datetime.now(UTC) - timedelta(days=31)
    shown = old.strftime("%Y-%m-%d %H:%M:%S" + ("" if "sqlite" in db.url else "+00"))
    run(db, f"UPDATE import_draft SET {column} = :old WHERE id = :id", old=shown, id=draft)
