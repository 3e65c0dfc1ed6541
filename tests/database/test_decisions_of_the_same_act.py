"""An act that says nothing new: what was decided about its doubtful places is kept all the same."""

import pytest

from data_access.commands import drafts
from data_access.commands.findings import settle_finding
from data_access.db import Database
from data_access.records.accounts import Account
from layouts.import_texts import finding_text
from tests.database.test_plan_amending import opened
from tests.database.test_plan_saving import counts, taken_in
from tests.database.world import rows
from tests.support.drafts import TODAY, People, act

ODD = act(**{"III квартал 2023 года": "по мере необходимости"})
SAID = "SELECT id, resolution, resolved_by_id FROM import_finding WHERE severity = 'warning'"


@pytest.fixture
def people(db: Database) -> People:
    people = People(db)
    taken_in(db, people.owner, ODD)
    return people


def warning(db: Database, who: Account, draft: int) -> int:
    found = drafts.load(db, who, draft, TODAY).findings
    return next(one.index for one in found if one.finding.severity == "warning")


def standing(db: Database) -> list[tuple[str, object]]:
    return [(str(how), who) for _, how, who in rows(db, f"{SAID} ORDER BY id")]


@pytest.mark.parametrize("more", [b"", b"\n"])
def test_a_decision_is_kept_though_nothing_changes(
    db: Database, people: People, more: bytes
) -> None:
    assert standing(db) == [("", None)]
    before = counts(db)
    draft = opened(db, people, ODD + more)
    drafts.settle(db, people.owner, draft, warning(db, people.owner, draft), "dismissed")
    assert drafts.save(db, people.owner, draft, TODAY, finding_text).fate == "unchanged"
    assert standing(db) == [("dismissed", people.owner.id)]
    assert counts(db)["import_batch"] == before["import_batch"]
    again = opened(db, people, ODD + more)
    found = drafts.load(db, people.owner, again, TODAY).findings
    assert found[warning(db, people.owner, again)].settlement.how == "dismissed"


def test_it_may_be_opened_again(db: Database, people: People) -> None:
    for how, stood in (("dismissed", ("dismissed", people.owner.id)), ("open", ("", None))):
        draft = opened(db, people, ODD + b"\n")
        drafts.settle(db, people.owner, draft, warning(db, people.owner, draft), how)
        drafts.save(db, people.owner, draft, TODAY, finding_text)
        assert standing(db) == [stood]


def test_a_later_word_is_not_undone(db: Database, people: People) -> None:
    draft = opened(db, people, ODD + b"\n")
    drafts.settle(db, people.owner, draft, warning(db, people.owner, draft), "dismissed")
    settle_finding(db, people.colleague, int(str(rows(db, SAID)[0][0])), "согласовано")
    drafts.save(db, people.owner, draft, TODAY, finding_text)
    assert standing(db) == [("согласовано", people.colleague.id)]


def test_without_decisions_nothing_is_touched(db: Database, people: People) -> None:
    state = rows(db, "SELECT state FROM import_batch")
    taken_in(db, people.owner, ODD + b"\n")
    assert standing(db) == [("", None)]
    assert rows(db, "SELECT state FROM import_batch") == state
