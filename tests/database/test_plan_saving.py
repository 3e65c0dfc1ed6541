"""A draft saved as a new plan, the same act again, rights, failures, two at once."""

from collections.abc import Iterator
from threading import Thread

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from data_access.commands import drafts
from data_access.commands.findings import settle_finding
from data_access.db import Database
from data_access.records.accounts import Account
from data_access.records.draft_matches import NewTerritory
from data_access.records.drafts import Edit, Ended, Refused, SaveOutcome
from layouts.import_texts import finding_text
from tests.database.world import rows
from tests.support.drafts import TODAY, People, act
from tests.support.refusals import codes


def taken_in(db: Database, who: Account, data: bytes, name: str = "akt.txt") -> SaveOutcome:
    draft = drafts.create(db, who, "plan", name, data)
    loaded = drafts.load(db, who, draft, TODAY)
    if loaded.target.how == "undecided":
        drafts.choose_target(db, who, draft, loaded.target.proposals[0].id, today=TODAY)
    return drafts.save(db, who, draft, TODAY, finding_text)


def counts(db: Database) -> dict[str, int]:
    tables = (
        *("plan", "section", "measure", "control_point", "assignment", "executor"),
        *("executor_alias", "reporting_period", "indicator", "indicator_value", "decision"),
        *("import_batch", "import_finding", "import_draft"),
    )
    return {table: int(str(rows(db, f"SELECT count(*) FROM {table}")[0][0])) for table in tables}


def test_a_new_plan_has_all_its_rows(db: Database, people: People) -> None:
    outcome = taken_in(db, people.owner, act())
    assert (outcome.fate, outcome.plan_code) == ("created", "sosnovskij-2023-2024")
    assert counts(db) == {
        "plan": 1,
        "section": 2,
        "measure": 3,
        "control_point": 10,  # eight quarters, one quarter, one day
        "assignment": 5,
        "executor": 4,
        "executor_alias": 1,
        "reporting_period": 8,
        "indicator": 1,
        "indicator_value": 2,
        "decision": 0,
        "import_batch": 1,
        "import_finding": len(rows(db, "SELECT 1 FROM import_finding")),
        "import_draft": 0,
    }


def test_what_the_plan_says(db: Database, people: People) -> None:
    taken_in(db, people.owner, act())
    plan = rows(
        db,
        "SELECT territory_id, act_number, act_date, starts_on, ends_on, reporting_frequency,"
        " reporting_due_day, is_demo FROM plan",
    )[0]
    assert [str(one) for one in plan[:7]] == [
        *(str(people.home), "118-п", "2023-02-14", "2023-01-01", "2024-12-31"),
        *("quarterly", "15"),
    ]
    assert not plan[7]
    leads = rows(
        db,
        "SELECT m.number, e.name, a.by_agreement FROM assignment a"
        " JOIN measure m ON m.id = a.measure_id JOIN executor e ON e.id = a.executor_id"
        " WHERE a.role = 'lead' ORDER BY m.position",
    )
    assert [number for number, _, _ in leads] == ["1.1", "1.2", "2.1"]
    assert str(leads[0][1]).startswith("Отдел опеки")
    assert leads[1][1] == leads[0][1], "the abbreviation stands for the same executor"
    extra = rows(db, "SELECT extra FROM measure WHERE number = '2.1'")[0][0]
    assert extra is None


def test_statuses_follow(db: Database, people: People) -> None:
    taken_in(db, people.owner, act())
    found = rows(
        db,
        "SELECT m.number, s.status FROM measure m JOIN measure_span s ON s.measure_id = m.id"
        " WHERE s.valid_from <= '2023-06-01' AND s.valid_to > '2023-06-01' ORDER BY m.position",
    )
    assert found == [("1.1", "overdue"), ("1.2", "not_due"), ("2.1", "in_progress")]
    assert rows(db, "SELECT count(*) FROM obligation") > [(0,)]


def test_the_trace_says_who_and_what(db: Database, people: People) -> None:
    outcome = taken_in(db, people.owner, act(), "../a/акт.txt")
    batch = rows(db, "SELECT id, kind, file_name, plan_id, account_id FROM import_batch")
    assert batch == [(outcome.batch_id, "plan", "акт.txt", outcome.plan_id, people.owner.id)]
    events = rows(db, "SELECT account_id, object_id FROM audit_event WHERE action = 'import.plan'")
    assert events == [(people.owner.id, outcome.batch_id)]


def test_the_same_act_again_changes_nothing(db: Database, people: People) -> None:
    taken_in(db, people.owner, act())
    before = counts(db)
    draft = drafts.create(db, people.owner, "plan", "akt.txt", act())
    loaded = drafts.load(db, people.owner, draft, TODAY)
    assert [one.why for one in loaded.target.proposals] == ["same_file"]
    drafts.choose_target(db, people.owner, draft, loaded.target.proposals[0].id, today=TODAY)
    loaded = drafts.load(db, people.owner, draft, TODAY)
    assert loaded.difference is not None
    assert loaded.difference.is_empty
    assert drafts.save(db, people.owner, draft, TODAY, finding_text).fate == "unchanged"
    assert counts(db) == before


def test_a_draft_that_is_gone_tells_its_account_what_it_became(
    db: Database, people: People
) -> None:
    first = drafts.create(db, people.owner, "plan", "akt.txt", act())
    made = drafts.save(db, people.owner, first, TODAY, finding_text)
    same = drafts.create(db, people.owner, "plan", "akt.txt", act() + b"\n")
    drafts.choose_target(db, people.owner, same, made.plan_id, today=TODAY)
    assert drafts.ended(db, people.owner, same) is None, "it is still there"
    assert drafts.save(db, people.owner, same, TODAY, finding_text).fate == "unchanged"
    gone = drafts.create(db, people.owner, "plan", "akt.txt", act() + b"\n\n")
    drafts.discard(db, people.owner, gone)
    assert drafts.ended(db, people.owner, first) == Ended("plan", made.batch_id, made.plan_id)
    assert drafts.ended(db, people.owner, same) == Ended("plan", None, made.plan_id)
    ended = drafts.ended(db, people.owner, gone)
    assert ended is not None
    assert ended.is_discarded
    for who, draft in ((people.colleague, first), (people.colleague, gone), (people.admin, same)):
        assert drafts.ended(db, who, draft) is None


def test_another_format_of_the_act_changes_nothing(db: Database, people: People) -> None:
    taken_in(db, people.owner, act())
    other = act() + b"\n"
    assert taken_in(db, people.owner, other).fate == "unchanged"


def test_what_was_edited_stands_when_the_file_comes_again(db: Database, people: People) -> None:
    draft = drafts.create(db, people.owner, "plan", "akt.txt", act())
    drafts.edit(db, people.owner, draft, Edit("set", "measure", "m2", "title", "Иначе названо"))
    drafts.edit(db, people.owner, draft, Edit("set", "measure", "m3", "due_dates", "05.05.2024"))
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert taken_in(db, people.owner, act()).fate == "unchanged"
    assert rows(db, "SELECT title FROM measure WHERE number = '1.2'") == [("Иначе названо",)]


def test_saved_twice_it_says_so(db: Database, people: People) -> None:
    draft = drafts.create(db, people.owner, "plan", "akt.txt", act())
    first = drafts.save(db, people.owner, draft, TODAY, finding_text)
    second = drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert (second.fate, second.plan_id) == ("already", first.plan_id)
    with pytest.raises(Refused) as refusal:
        drafts.save(db, people.colleague, draft, TODAY, finding_text)
    assert codes(refusal) == ["unknown_draft"]


def test_two_at_once_make_one_plan(db: Database, people: People) -> None:
    draft = drafts.create(db, people.owner, "plan", "akt.txt", act())
    fates: list[str] = []

    def attempt() -> None:
        fates.append(drafts.save(db, people.owner, draft, TODAY, finding_text).fate)

    threads = [Thread(target=attempt) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert sorted(fates) == ["already", "already", "created"]
    assert counts(db)["plan"] == 1


def test_two_accounts_with_the_same_act(db: Database, people: People) -> None:
    mine = drafts.create(db, people.owner, "plan", "akt.txt", act())
    theirs = drafts.create(db, people.colleague, "plan", "akt.txt", act())
    drafts.save(db, people.owner, mine, TODAY, finding_text)
    with pytest.raises(Refused) as refusal:
        drafts.save(db, people.colleague, theirs, TODAY, finding_text)
    assert codes(refusal) == ["target_undecided"]
    drafts.choose_target(db, people.colleague, theirs, None, today=TODAY)
    again = drafts.save(db, people.colleague, theirs, TODAY, finding_text)
    assert again.plan_code == "sosnovskij-2023-2024-2"


def test_nobody_else_saves_it(db: Database, people: People) -> None:
    draft = drafts.create(db, people.owner, "plan", "akt.txt", act())
    for who, code in (
        (people.colleague, "unknown_draft"),
        (people.outsider, "unknown_draft"),
        (people.admin, "unknown_draft"),
        (people.viewer, "forbidden"),
    ):
        with pytest.raises(Refused) as refusal:
            drafts.save(db, who, draft, TODAY, finding_text)
        assert codes(refusal) == [code]
    assert counts(db)["plan"] == 0


def test_an_outsider_saves_only_at_home(db: Database, people: People) -> None:
    draft = drafts.create(db, people.outsider, "plan", "akt.txt", act())
    with pytest.raises(Refused) as refusal:
        drafts.save(db, people.outsider, draft, TODAY, finding_text)
    assert codes(refusal) == ["territory_undecided"]
    drafts.choose_territory(db, people.outsider, draft, people.away)
    outcome = drafts.save(db, people.outsider, draft, TODAY, finding_text)
    found = rows(db, "SELECT territory_id FROM plan WHERE id = :id", id=outcome.plan_id)
    assert found == [(people.away,)]


def test_an_admin_makes_a_territory_with_its_region(db: Database, people: People) -> None:
    draft = drafts.create(db, people.admin, "plan", "akt.txt", act())
    new = NewTerritory("Новый район", "municipality", "Новая область")
    drafts.choose_territory(db, people.admin, draft, new)
    outcome = drafts.save(db, people.admin, draft, TODAY, finding_text)
    found = rows(
        db,
        "SELECT t.name, r.name FROM plan p JOIN territory t ON t.id = p.territory_id"
        " JOIN territory r ON r.id = t.parent_id WHERE p.id = :id",
        id=outcome.plan_id,
    )
    assert found == [("Новый район", "Новая область")]


def test_a_namesake_of_another_region_is_another_territory(db: Database, people: People) -> None:
    places: list[object] = []
    for number, region in enumerate(("Кировская область", "Саратовская область")):
        data = act(**{"№ 118-п": f"№ {number}-п"})
        draft = drafts.create(db, people.admin, "plan", "akt.txt", data)
        new = NewTerritory("Советский район", "municipality", region)
        drafts.choose_territory(db, people.admin, draft, new)
        outcome = drafts.save(db, people.admin, draft, TODAY, finding_text)
        places += rows(db, "SELECT territory_id FROM plan WHERE id = :id", id=outcome.plan_id)
    assert len(set(places)) == 2
    draft = drafts.create(db, people.admin, "plan", "akt.txt", act())
    drafts.choose_territory(
        db, people.admin, draft, NewTerritory("Советский район", "municipality")
    )
    with pytest.raises(Refused) as refusal:
        drafts.save(db, people.admin, draft, TODAY, finding_text)
    assert codes(refusal) == ["territory_namesakes"]


def test_blocked_by_an_open_error(db: Database, people: People) -> None:
    twice = act(**{"1.2\tПодготовка": "1.1\tПодготовка"})
    draft = drafts.create(db, people.owner, "plan", "akt.txt", twice)
    with pytest.raises(Refused) as refusal:
        drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert codes(refusal).count("number_twice") == 1
    assert "finding_open" not in codes(refusal), "the number is named once"
    assert counts(db)["plan"] == 0
    drafts.edit(db, people.owner, draft, Edit("set", "measure", "m2", "number", "1.2"))
    loaded = drafts.load(db, people.owner, draft, TODAY)
    for one in loaded.findings:
        if one.blocks:
            drafts.settle(db, people.owner, draft, one.index, "dismissed")
    assert drafts.save(db, people.owner, draft, TODAY, finding_text).fate == "created"


@pytest.fixture
def failing(db: Database) -> Iterator[list[str]]:
    """Let the database fail when it comes to a table; the test names it."""
    tables: list[str] = []

    def fail(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if any(statement.startswith(f"INSERT INTO {table} ") for table in tables):
            raise RuntimeError("the disk is full")

    event.listen(Engine, "before_cursor_execute", fail)
    yield tables
    event.remove(Engine, "before_cursor_execute", fail)


@pytest.mark.parametrize(
    "table", ["assignment", "indicator_value", "import_finding", "audit_event"]
)
def test_a_failure_in_the_middle_leaves_nothing(
    db: Database, people: People, failing: list[str], table: str
) -> None:
    draft = drafts.create(db, people.owner, "plan", "akt.txt", act())
    before = counts(db)
    failing.append(table)
    with pytest.raises(RuntimeError):
        drafts.save(db, people.owner, draft, TODAY, finding_text)
    failing.clear()
    assert counts(db) == before
    assert drafts.save(db, people.owner, draft, TODAY, finding_text).fate == "created"


def test_what_the_database_refuses_is_told(db: Database, people: People) -> None:
    draft = drafts.create(db, people.owner, "plan", "akt.txt", act())

    def word(_finding: object) -> str:
        return "x" * 3000

    drafts.save(db, people.owner, draft, TODAY, word)
    lengths = rows(db, "SELECT DISTINCT length(message) FROM import_finding")
    assert lengths in ([], [(2000,)])


def test_findings_are_decided_later(db: Database, people: People) -> None:
    odd = act(**{"III квартал 2023 года": "по мере необходимости"})
    taken_in(db, people.owner, odd)
    found = rows(
        db,
        "SELECT f.id, m.number FROM import_finding f JOIN measure m ON m.id = f.measure_id"
        " WHERE f.resolved_at IS NULL AND f.severity = 'warning'",
    )
    assert found
    id_, number = found[0]
    assert number == "1.2"
    for who, code in (
        (people.outsider, "unknown_finding"),
        (people.viewer, "forbidden"),
    ):
        with pytest.raises(Refused) as refusal:
            settle_finding(db, who, int(str(id_)), "dismissed")
        assert codes(refusal) == [code]
    settle_finding(db, people.colleague, int(str(id_)), "dismissed")
    settled = rows(
        db, "SELECT resolution, resolved_by_id FROM import_finding WHERE id = :id", id=int(str(id_))
    )
    assert settled == [("dismissed", people.colleague.id)]
