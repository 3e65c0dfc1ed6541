"""Decisions on doubtful places: recorded with who and when, once, within the rights."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from callbacks.data_decisions import ACCEPTED, decided
from callbacks.visitor import Visitor
from data_access.commands.findings import RESOLUTION_LENGTH, settle_finding
from data_access.db import Database
from data_access.queries import data as query
from data_access.queries.accounts import by_username
from data_access.records.data import DataPage
from data_access.records.drafts import Refused
from data_access.records.view import Filters, View
from layouts.data_findings import LONGEST_NOTE
from layouts.finding_view import RESOLUTIONS, own_words
from tests.support import databases
from tests.support.refusals import codes
from tests.unit.layouts.trees import text as said

TODAY = date(2026, 11, 25)


@pytest.fixture
def sample(any_sample_url: str) -> Iterator[Database]:
    with databases.opened(any_sample_url) as db:
        yield db


def visitor(db: Database, username: str) -> Visitor:
    found = by_username(db, username)
    assert found
    return Visitor(found.account, TODAY)


def page(db: Database, who: Visitor, **filters: Any) -> DataPage:
    return query.load(db, View(who.account.scope, TODAY, Filters(**filters)), who.account.id)


def test_what_is_read_is_accepted_with_who_and_when(sample: Database) -> None:
    who = visitor(sample, "coordinator")
    before = page(sample, who)
    shown, headline, title = decided(sample, who, "", before.open[0].id, "")
    assert title.startswith(str(before.open_count - 1)) or before.open_count == 1
    after = page(sample, who)
    assert after.open_count == before.open_count - 1
    assert after.decided[0].finding.id == before.open[0].id
    assert after.decided[0].by == "Координатор плана ЗАТО Александровск"
    # How it was settled for the time being stands; without that it is the reading.
    assert after.decided[0].finding.resolution == (before.open[0].resolution or ACCEPTED)
    assert "Координатор плана" in said(shown)
    assert "1 место в документах ждёт решения" in said(headline).replace("\u00a0", " ")


def test_a_decision_is_in_the_audit_trail(sample: Database) -> None:
    who = visitor(sample, "coordinator")
    finding = page(sample, who).open[0].id
    decided(sample, who, "", finding, "По подлиннику 19.09.2020")
    with sample.read() as session:
        noted = session.execute(text("SELECT * FROM audit_event ORDER BY id DESC LIMIT 1")).one()
    assert (noted.object_kind, noted.object_id) == ("import_finding", finding)
    assert noted.account_id == who.account.id


def test_another_way_is_kept_in_its_words_as_far_as_there_is_room(sample: Database) -> None:
    who = visitor(sample, "coordinator")
    finding = page(sample, who).open[0].id
    assert LONGEST_NOTE == RESOLUTION_LENGTH
    with pytest.raises(Refused):
        decided(sample, who, "", finding, "я" * (LONGEST_NOTE + 1))
    decided(sample, who, "", finding, "я" * LONGEST_NOTE)
    assert page(sample, who).decided[0].finding.resolution == "я" * LONGEST_NOTE


def test_words_of_a_person_are_never_the_machines_own(sample: Database) -> None:
    who = visitor(sample, "coordinator")
    finding = page(sample, who).open[0].id
    with pytest.raises(Refused) as refusal:
        settle_finding(sample, who.account, finding, "superseded")
    assert codes(refusal) == ["unknown_choice"]
    assert own_words("По подлиннику") == "По подлиннику"
    for word in RESOLUTIONS:
        assert own_words(word) not in RESOLUTIONS
    decided(sample, who, "", finding, own_words("superseded"))
    assert "superseded" in page(sample, who).decided[0].finding.resolution


def test_nothing_is_decided_twice_nor_out_of_reach(sample: Database) -> None:
    who, elsewhere = visitor(sample, "coordinator"), visitor(sample, "deputy")
    finding = page(sample, who).open[0].id
    for one in (finding, 987_654):
        assert "уже не ждёт" in said(decided(sample, elsewhere, "", one, "чужое")[0])
    decided(sample, who, "", finding, "")
    assert "уже не ждёт" in said(decided(sample, who, "", finding, "второе")[0])
    assert "второе" not in str(page(sample, who).decided)


def test_the_page_is_scoped(sample: Database) -> None:
    found = page(sample, visitor(sample, "deputy"))
    assert {plan.code for plan in found.plans} == {"tokaryovka-2025"}
    assert found.open == () == found.batches
    assert found.form
    assert found.form.periods


def test_several_plans_have_no_form_of_their_own(sample: Database) -> None:
    who = visitor(sample, "admin")
    everything = page(sample, who)
    assert everything.form is None
    assert page(sample, who, plan=everything.plans[0].id).form


def test_what_is_told_for_information_waits_for_nobody(sample: Database) -> None:
    who = visitor(sample, "coordinator")
    before = page(sample, who)
    with sample.write() as session:
        session.execute(
            text(
                "INSERT INTO import_finding (plan_id, severity, message) VALUES (:p, 'info', 'м')"
            ),
            {"p": before.plans[0].id},
        )
    assert page(sample, who).open_count == before.open_count


def test_of_two_who_decide_at_once_the_first_counts(
    sample: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = visitor(sample, "coordinator")
    place = page(sample, who).open[0]
    settle_finding(sample, who.account, place.id, "первое")
    with pytest.raises(Refused) as refusal:
        settle_finding(sample, visitor(sample, "admin").account, place.id, "второе")
    assert codes(refusal) == ["finding_decided"]
    # Its page was drawn before: the answer says that it waits no more.
    monkeypatch.setattr("callbacks.data_decisions.waiting", lambda *_: place)
    assert "уже не ждёт" in said(decided(sample, who, "", place.id, "второе")[0])
    assert page(sample, who).decided[0].finding.resolution == "первое"
    settle_finding(sample, who.account, place.id, "")
    settle_finding(sample, who.account, place.id, "второе")


def test_words_that_look_like_personal_data_are_refused(sample: Database) -> None:
    who = visitor(sample, "coordinator")
    finding = page(sample, who).open[0].id
    for words in ("со слов Ромашкина Пётр, 12.05.2010", "ул. Луговая 5-12", "тел. 2-41-53"):
        with pytest.raises(Refused) as refused:
            decided(sample, who, "", finding, words)
        assert codes(refused) == ["looks_personal"]
    assert page(sample, who).open[0].id == finding


def test_words_of_the_reading_may_stay(sample: Database) -> None:
    who = visitor(sample, "coordinator")
    finding = page(sample, who).open[0].id
    set_words = "UPDATE import_finding SET resolution = 'тел. 2-41-53' WHERE id = :id"
    with sample.write() as session:
        session.execute(text(set_words), {"id": finding})
    decided(sample, who, "", finding, "")
    assert page(sample, who).decided[0].finding.id == finding
