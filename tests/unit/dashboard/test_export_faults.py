"""A fault while a file is made still has its own answer; a big file is sent piece by piece."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError

from dashboard import exports as routes
from data_access import exports

ADDRESS = "/export/measures.csv"
PIECE = b"x" * 10_000


def gone() -> OperationalError:
    return OperationalError("SELECT 1", {}, ConnectionRefusedError())


def written_by(monkeypatch: pytest.MonkeyPatch, pieces: Iterator[bytes]) -> None:
    monkeypatch.setattr(exports, "write", lambda *_arguments: pieces)


@pytest.mark.parametrize("before", [0, 1, 3])
def test_a_database_that_goes_away_is_told(
    deputy: FlaskClient, monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    def broken() -> Iterator[bytes]:
        yield from [PIECE] * before
        raise gone()

    written_by(monkeypatch, broken())
    answer = deputy.get(ADDRESS)
    assert answer.status_code == 503
    assert "База данных не отвечает" in answer.text
    assert "Content-Disposition" not in answer.headers


def test_a_big_file_is_not_made_before_it_is_sent(
    deputy: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def endless() -> Iterator[bytes]:
        while True:
            made.append(1)
            yield PIECE

    written_by(monkeypatch, endless())
    answer = deputy.get(ADDRESS)
    assert answer.status_code == 200
    assert len(next(answer.iter_encoded())) >= routes.BEGINNING
    assert len(made) < 10
    answer.close()


def test_an_empty_file_is_one(deputy: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    written_by(monkeypatch, iter(()))
    answer = deputy.get(ADDRESS)
    assert (answer.status_code, answer.data) == (200, b"")


def test_all_pieces_are_sent_in_their_order(
    deputy: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces = [bytes([65 + number]) * 30_000 for number in range(6)]
    written_by(monkeypatch, iter(pieces))
    assert deputy.get(ADDRESS).data == b"".join(pieces)
