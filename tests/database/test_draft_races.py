"""The same file comes in again while its draft is thrown away: two connections, one waits.

PostgreSQL locks rows, so the two can meet within their transactions; SQLite lets one writer in.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy.orm import Session

from data_access.commands import drafts
from data_access.commands.drafts.creating import _same
from data_access.commands.drafts.ended import DISCARDED, note_end
from data_access.commands.drafts.rows import own
from data_access.db import Database
from data_access.records.accounts import Account
from tests.database.world import rows
from tests.support import databases
from tests.support.drafts import TODAY, People

pytestmark = pytest.mark.postgres

FORM = ("reports", "o.csv", b"a;b")
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"
SECONDS = 30.0


@pytest.fixture
def db(postgres_url: str) -> Iterator[Database]:
    with databases.opened(postgres_url) as database:
        yield database


@pytest.fixture
def draft(db: Database, people: People) -> int:
    return drafts.create(db, people.owner, *FORM)


@contextmanager
def meeting(
    db: Database, first: Callable[[Session], None], second: Callable[[], object]
) -> Iterator[Future[object]]:
    """Begin the second while the first has not committed; it has to wait, and then gets its way."""
    with ThreadPoolExecutor(1) as pool:
        with db.write() as session:
            first(session)
            later = pool.submit(second)
            _until_it_waits(db, later)
        later.exception(timeout=SECONDS)
        yield later


def _until_it_waits(db: Database, later: Future[object]) -> None:
    end = time.monotonic() + SECONDS
    while not rows(db, WAITING)[0][0]:
        assert not later.done(), "it did not wait for the other one"
        assert time.monotonic() < end
        time.sleep(0.02)


def thrown_away(account: Account, draft: int) -> Callable[[Session], None]:
    """Return what `drafts.discard` does within its transaction."""

    def discard(session: Session) -> None:
        row = own(session, account, draft, lock=True)
        note_end(session, account, row, DISCARDED)
        session.delete(row)
        session.flush()

    return discard


def test_a_file_put_in_while_its_draft_is_thrown_away_becomes_a_new_one(
    db: Database, people: People, draft: int
) -> None:
    first = thrown_away(people.owner, draft)
    with meeting(db, first, lambda: drafts.create(db, people.owner, *FORM)) as later:
        made = later.result()
    assert made != draft
    assert rows(db, "SELECT id FROM import_draft") == [(made,)]
    assert drafts.file_of(db, people.owner, int(str(made)), TODAY).data == FORM[2]
    ended = drafts.ended(db, people.owner, draft)
    assert ended is not None
    assert ended.is_discarded


def test_a_draft_thrown_away_while_its_file_comes_in_again_is_gone_and_says_so(
    db: Database, people: People, draft: int
) -> None:
    """Whoever put the file in is led to the draft's page, which says that it was thrown away."""

    def put_in(session: Session) -> None:
        assert _same(session, people.owner, "reports", _digest(db, draft)) is not None

    with meeting(db, put_in, lambda: drafts.discard(db, people.owner, draft)) as later:
        later.result()
    assert rows(db, "SELECT id FROM import_draft") == []
    ended = drafts.ended(db, people.owner, draft)
    assert ended is not None
    assert ended.is_discarded


def _digest(db: Database, draft: int) -> str:
    return str(rows(db, "SELECT sha256 FROM import_draft WHERE id = :id", id=draft)[0][0])
