"""What a comparison doubts: another title under the same number, dates before the amending act."""

import pytest

from dashboard.prerender import to_html
from data_access.commands import drafts
from data_access.db import Database
from data_access.records.drafts import DraftFinding, Refused
from layouts.data_draft import draft_page
from layouts.import_texts import finding_text
from tests.database.test_plan_amending import again, change_of, ids, opened, report, status
from tests.database.test_plan_saving import taken_in
from tests.database.world import rows
from tests.support.drafts import TODAY, People, act, loaded
from tests.support.frames import frame
from tests.support.refusals import codes

RENAMED = {"Подготовка памяток для родителей": "Открытие телефона доверия"}
#: Another act, of May 2023, that moves a date before its own day.
AMENDING = {"118-п": "77-п", "14 февраля 2023": "20 мая 2023", "14.02.2023": "20.05.2023"}
BACK = {"III квартал 2023 года": "до 1 мая 2023 года"}


@pytest.fixture
def people(db: Database) -> People:
    people = People(db)
    taken_in(db, people.owner, act())
    return people


def asked(db: Database, people: People, draft: int, code: str) -> DraftFinding:
    (found,) = [one for one in loaded(db, people, draft).findings if one.finding.code == code]
    return found


def test_a_retitled_measure_stays_under_control(db: Database, people: People) -> None:
    measure, points, assigned = ids(db, "1.2")
    report(db, assigned[0], points[0], "2023-05-20")
    draft = opened(db, people, act(**RENAMED))
    doubt = asked(db, people, draft, "measure_retitled")
    assert (doubt.finding.measure, doubt.blocks) == ("1.2", False)
    assert doubt.finding.read == "Открытие телефона доверия"
    assert doubt.finding.proposal == "Подготовка памяток для родителей"
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert rows(db, "SELECT id, title FROM measure WHERE number = '1.2'") == [
        (measure, "Открытие телефона доверия")
    ]
    assert rows(db, "SELECT count(*) FROM decision") == [(0,)]
    left = "SELECT code, resolution, measure_id FROM import_finding WHERE code LIKE 'measure_r%'"
    assert rows(db, left) == [("measure_retitled", "", measure)]
    assert again(db, people, act(**RENAMED) + b"\n").fate == "unchanged"


def test_a_person_says_that_it_is_another_measure(db: Database, people: People) -> None:
    measure, _, _ = ids(db, "1.2")
    draft = opened(db, people, act(**RENAMED))
    number = asked(db, people, draft, "measure_retitled").index
    drafts.settle(db, people.owner, draft, number, "dismissed", TODAY)
    said = asked(db, people, draft, "measure_replaced")
    assert (said.index, said.settlement.how) == (number, "dismissed")
    assert said.settlement.account_id == people.owner.id
    outcome = drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert outcome.named == {
        "added": ("1.2 Открытие телефона доверия",),
        "removed": ("1.2 Подготовка памяток для родителей",),
    }
    assert rows(db, "SELECT kind, measure_id FROM decision") == [("remove", measure)]
    assert status(db, measure, "2023-12-31") == "removed"
    found = rows(db, "SELECT summary FROM import_batch ORDER BY id DESC LIMIT 1")
    assert "Подготовка памяток" in str(found[0][0]) or "\\u041f" in str(found[0][0])


def test_the_answer_can_be_taken_back(db: Database, people: People) -> None:
    draft = opened(db, people, act(**RENAMED))
    number = asked(db, people, draft, "measure_retitled").index
    for how, fate in (("dismissed", "added"), ("open", "changed"), ("accepted", "changed")):
        drafts.settle(db, people.owner, draft, number, how, TODAY)
        found = loaded(db, people, draft).difference
        assert found is not None
        assert change_of(found, "1.2").fate == fate
    for index, how, code in (
        (number + 1, "accepted", "unknown_finding"),
        (number, "edited", "unknown_choice"),
    ):
        with pytest.raises(Refused) as refusal:
            drafts.settle(db, people.owner, draft, index, how, TODAY)
        assert codes(refusal) == [code]
    with pytest.raises(Refused) as refusal:
        drafts.settle(db, people.colleague, draft, number, "dismissed", TODAY)
    assert codes(refusal) == ["unknown_draft"]


def test_the_page_asks_with_both_titles(db: Database, people: People) -> None:
    draft = opened(db, people, act(**RENAMED))
    page = to_html(draft_page(loaded(db, people, draft), frame(f"/data/{draft}")))
    assert "другое название, в плане – «Подготовка памяток для родителей»" in page
    assert "Открытие телефона доверия" in page
    for words in ("Это то же мероприятие", "Это другое мероприятие"):
        assert words in page


def test_a_date_before_the_amending_act_is_told(db: Database, people: People) -> None:
    draft = opened(db, people, act(**AMENDING, **BACK))
    one = asked(db, people, draft, "date_before_amendment_kept").finding
    assert (one.measure, one.read) == ("1.2", "до 1 мая 2023 года")
    said = finding_text(one)
    for words in ("01.05.2023", "20.05.2023", "остаётся прежняя, 30.09.2023"):
        assert words in said
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    measure, _, _ = ids(db, "1.2")
    kept = "SELECT code, measure_id, message FROM import_finding WHERE code LIKE 'date_before%'"
    assert rows(db, kept) == [("date_before_amendment_kept", measure, said)]
    assert rows(db, "SELECT count(*) FROM decision") == [(0,)]


def test_a_new_measure_with_a_past_date_alone_is_told(db: Database, people: People) -> None:
    row = "2.1\tСеминар для школьных психологов"
    more = f"2.2\tКонкурс семейных команд\tдо 1 мая 2023 года\tООП\tПроведён\t\n{row}"
    draft = opened(db, people, act(**AMENDING, **{row: more}))
    one = asked(db, people, draft, "date_before_amendment").finding
    assert (one.measure, one.parameters["old"]) == ("2.2", "")
    assert "контрольным сроком она не станет" in finding_text(one)


def test_the_amending_act_never_becomes_the_plans_own(db: Database, people: People) -> None:
    draft = opened(db, people, act(**AMENDING, **BACK))
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    found = rows(db, "SELECT act_number, act_date FROM plan")
    assert [(number, str(day)) for number, day in found] == [("118-п", "2023-02-14")]
    batch = str(rows(db, "SELECT summary FROM import_batch ORDER BY id DESC LIMIT 1")[0][0])
    assert "77-" in batch
    assert "2023-05-20" in batch


def test_nor_where_the_plan_has_none(db: Database) -> None:
    people = People(db)
    taken_in(db, people.owner, act(**{"от 14 февраля 2023 года № 118-п": "", "118-п": ""}))
    assert rows(db, "SELECT act_number FROM plan") == [(None,)]
    draft = opened(db, people, act(**AMENDING, **BACK))
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert rows(db, "SELECT act_number FROM plan") == [(None,)]


def test_what_the_act_does_not_say_stays_and_is_shown(db: Database, people: People) -> None:
    silent = {
        "2. Исполнителям ежеквартально до 15 числа месяца, следующего за отчетным, представлять "
        "в комитет по образованию администрации района информацию о ходе исполнения Плана.": "",
        "3. Контроль за исполнением настоящего постановления возложить на заместителя главы "
        "администрации района Иванова И.И.": "",
    }
    before = "SELECT controller, coordinator, reporting_frequency, reporting_due_day FROM plan"
    stood = rows(db, before)
    periods = rows(db, "SELECT id, due_on FROM reporting_period ORDER BY id")
    draft = opened(db, people, act(**AMENDING, **BACK, **silent))
    page = to_html(draft_page(loaded(db, people, draft), frame(f"/data/{draft}")))
    assert page.count("в акте не сказано, остаётся прежнее: ") >= 6
    assert str(stood[0][0]) in page
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert rows(db, before) == stood
    assert rows(db, "SELECT id, due_on FROM reporting_period ORDER BY id") == periods
