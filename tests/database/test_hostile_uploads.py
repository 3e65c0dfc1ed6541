"""Hostile and broken files over HTTP: a polite refusal in Russian, nothing kept, never a fault."""

import random
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from dashboard.app import create_app
from dashboard.upload_limits import SLACK
from data_access.db import Database
from data_access.records.limits import MOST_BYTES
from tests.conftest import make_settings
from tests.support import databases
from tests.support.clients import signed_in
from tests.support.forms import as_csv, fill
from tests.support.uploads import BROWSER, SCRIPT, act, draft_of, put, token
from tests.unit.importers import plan_documents as documents

CYRILLIC = re.compile("[а-яё]{3}", re.IGNORECASE)
KEPT = ("plan", "measure", "report", "indicator_value", "import_batch")
LETTER = "Письмо № 14 от 12.01.2024\nО лучших практиках\nСообщаем о направлениях поддержки."
FORM = "Об утверждении плана на 2022 год\n№\tМероприятие\tСрок\tИсполнитель\n1\t2\t3\t4\n"
MUTATIONS = 25


@pytest.fixture(scope="module")
def db(sample_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    target = tmp_path_factory.mktemp("hostile") / "sample.db"
    with databases.opened(databases.copy_sqlite(sample_template, target)) as database:
        yield database


@pytest.fixture(scope="module")
def client(db: Database) -> FlaskClient:
    return signed_in(create_app(make_settings(db.url), db).server, "coordinator")


@pytest.fixture(scope="module")
def form(client: FlaskClient) -> bytes:
    """The report form of the coordinator's plan."""
    return client.get("/forms/reports.xlsx?plan=1").data


def counts(db: Database, *tables: str) -> dict[str, int]:
    with db.read() as session:
        return {
            one: int(session.execute(text(f'SELECT count(*) FROM "{one}"')).scalar_one())
            for one in tables
        }


def bomb(part: str) -> bytes:
    """A small archive that unpacks to thirty megabytes and more."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(part, b"\0" * 40_000_000)
    return file.getvalue()


FILES = {
    "empty act": ("plan", "акт.docx", b""),
    "blank act": ("plan", "акт.txt", b" \n\t "),
    "empty form": ("reports", "отчёт.xlsx", b""),
    "wrong extension": ("plan", "акт.pdf", "обычный текст".encode()),
    "act instead of a form": ("reports", "акт.docx", documents.as_docx()),
    "program": ("plan", "акт.docx", b"MZ" + bytes(range(256)) * 40),
    "old format": ("reports", "отчёт.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600),
    "bomb of an act": ("plan", "акт.docx", bomb("word/document.xml")),
    "bomb of a form": ("indicators", "п.xlsx", bomb("xl/workbook.xml")),
    "cut act": ("plan", "акт.docx", documents.as_docx()[:2500]),
    "picture": ("plan", "акт.pdf", b"\x89PNG" + b"\0" * 300),
    "letter": ("plan", "письмо.txt", LETTER.encode()),
    "empty table": ("plan", "форма.txt", FORM.encode()),
    "not the form": ("reports", "другое.csv", "а;б\n1;2\n".encode()),
    "csv of bytes": ("indicators", "п.csv", bytes(range(256)) * 8),
}


@pytest.mark.parametrize(("kind", "name", "data"), FILES.values(), ids=FILES)
def test_refused_in_words_and_not_kept(
    client: FlaskClient, db: Database, kind: str, name: str, data: bytes
) -> None:
    before = counts(db, "import_draft", *KEPT)
    for headers in (SCRIPT, BROWSER):
        answer = put(client, kind, name, data, headers=headers)
        assert answer.status_code == 422, answer.text
        said = answer.json["message"] if headers is SCRIPT else answer.text  # type: ignore[index]
        assert CYRILLIC.search(said)
        assert "Traceback" not in said
    assert counts(db, "import_draft", *KEPT) == before


@pytest.mark.skipif(documents.FONT is None, reason="no font with Cyrillic for the PDF")
def test_pictures_of_pages_are_refused(client: FlaskClient) -> None:
    for data, words in (
        (documents.as_picture_pdf(), "распозна"),
        (documents.as_picture_pdf()[:600], "повреждён"),
    ):
        answer = put(client, "plan", "скан.pdf", data)
        assert answer.status_code == 422
        assert words in str(answer.json)


@pytest.mark.parametrize("size", [MOST_BYTES + 1, MOST_BYTES + 2 * SLACK, 3 * MOST_BYTES])
@pytest.mark.parametrize("headers", [SCRIPT, BROWSER], ids=["script", "browser"])
def test_too_big_is_said(client: FlaskClient, size: int, headers: dict[str, str]) -> None:
    answer = put(client, "plan", "акт.txt", b"a" * size, headers=headers)
    assert answer.status_code == 413
    said = answer.json["message"] if headers is SCRIPT else answer.text  # type: ignore[index]
    assert "больше 10 МБ" in said


def test_other_requests_stay_small(client: FlaskClient) -> None:
    answer = act(client, 1, "discard", padding="a" * 3_000_000)
    assert answer.status_code == 413
    assert "Отправлено больше" in answer.text


def test_a_viewer_may_not_even_send_much(db: Database) -> None:
    viewer = signed_in(create_app(make_settings(db.url), db).server, "kdn")
    assert put(viewer, "plan", "акт.txt", b"a" * 3_000_000).status_code == 413


@pytest.mark.parametrize("fields", [{}, {"kind": "plan"}, {"kind": "letter"}])
def test_a_form_that_is_not_ours(client: FlaskClient, fields: dict[str, str]) -> None:
    answer = client.post("/data/upload", data=fields, headers={**token(client), **BROWSER})
    assert answer.status_code == (422 if fields.get("kind") == "plan" else 404)


NAMES = [
    "<img src=x onerror=alert(1)>.txt",
    "../../../etc/passwd.txt",
    "C:\\temp\\=cmd.txt",
    "а" * 400 + ".txt",
    "a\u202etxt.exe",
    "=HYPERLINK(1).txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_files_name_is_never_more_than_a_name(
    client: FlaskClient, db: Database, name: str
) -> None:
    draft = draft_of(put(client, "plan", name, documents.as_tabs()))
    page = client.get(f"/data/{draft}")
    assert page.status_code == 200
    assert "<img src=x" not in page.text
    assert "etc/passwd" not in page.text.replace("passwd.txt", "")
    with db.read() as session:
        query = text("SELECT file_name FROM import_draft WHERE id = :id")
        kept = session.execute(query, {"id": draft}).scalar_one()
    assert len(kept) <= 300
    assert "/" not in kept
    assert "\\" not in kept
    assert act(client, draft, "discard").status_code == 303


def test_markup_and_formulas_in_cells_are_shown_as_text(client: FlaskClient, form: bytes) -> None:
    wild = {"outcome": "в работе", "narrative": "<script>alert(1)</script>"}
    draft = draft_of(put(client, "reports", "отчёт.xlsx", fill(form, {0: wild})))
    page = client.get(f"/data/{draft}").text
    assert "<script>alert(1)" not in page
    assert act(client, draft, "discard").status_code == 303
    formula = fill(form, {0: {"outcome": "в работе", "narrative": "=1+1"}})
    draft = draft_of(put(client, "reports", "отчёт2.xlsx", formula))
    assert "формула" in client.get(f"/data/{draft}").text
    act(client, draft, "discard")


def test_markup_in_an_act_is_shown_as_text(client: FlaskClient) -> None:
    data = documents.as_tabs().decode().replace("памяток", "памяток <script>alert(1)</script>")
    draft = draft_of(put(client, "plan", "акт.txt", data.encode()))
    assert "<script>alert(1)" not in client.get(f"/data/{draft}").text
    act(client, draft, "discard")


def taken_or_refused(client: FlaskClient, kind: str, name: str, data: bytes) -> None:
    """Put a file in: it is refused, or becomes a draft whose page can be shown."""
    answer = put(client, kind, name, data)
    assert answer.status_code in (201, 422), answer.text[:500]
    if answer.status_code == 422:
        assert CYRILLIC.search(str(answer.json))
        return
    draft = draft_of(answer)
    assert client.get(f"/data/{draft}").status_code == 200
    assert act(client, draft, "discard").status_code == 303


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return the file with some bytes changed, cut out, or the end missing."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    if chance.random() < 0.3:
        start = chance.randrange(len(changed))
        del changed[start : start + chance.randrange(400)]
    return bytes(changed[: chance.randrange(1, len(changed))] if chance.random() < 0.2 else changed)


@pytest.mark.parametrize("source", ["docx", "html", "tabs", "xlsx", "csv"])
def test_mutated_files_are_taken_or_refused(
    client: FlaskClient, db: Database, form: bytes, source: str
) -> None:
    filled = fill(form, {0: {"outcome": "в работе", "narrative": "идёт"}})
    files = {
        "docx": ("plan", "акт.docx", documents.as_docx()),
        "html": ("plan", "акт.html", documents.as_html()),
        "tabs": ("plan", "акт.txt", documents.as_tabs()),
        "xlsx": ("reports", "отчёт.xlsx", filled),
        "csv": ("reports", "отчёт.csv", as_csv(filled)),
    }
    kind, name, data = files[source]
    before = counts(db, "import_draft", *KEPT)
    chance = random.Random(20211011)
    for _ in range(MUTATIONS):
        taken_or_refused(client, kind, name, mutated(data, chance))
    assert counts(db, "import_draft", *KEPT) == before


@given(
    kind=st.sampled_from(["plan", "reports", "indicators"]),
    name=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40),
    suffix=st.sampled_from([".docx", ".pdf", ".html", ".txt", ".xlsx", ".csv", ""]),
    start=st.sampled_from([b"", b"PK\x03\x04", b"<html><table>", b"\xff\xfe", b"\xef\xbb\xbf"]),
    data=st.binary(max_size=300),
)
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_wild_bytes_are_taken_or_refused(
    client: FlaskClient, kind: str, name: str, suffix: str, start: bytes, data: bytes
) -> None:
    taken_or_refused(client, kind, name + suffix, start + data)


@pytest.mark.parametrize("headers", [SCRIPT, BROWSER], ids=["script", "browser"])
def test_where_the_account_may_only_read_the_page_says_so(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, headers: dict[str, str]
) -> None:
    def denied(*_arguments: object) -> int:
        cause = Exception("permission denied for table import_draft")
        cause.sqlstate = "42501"  # type: ignore[attr-defined]
        raise ProgrammingError("INSERT", {}, cause)

    monkeypatch.setattr("dashboard.uploads.drafts.create", denied)
    answer = put(client, "plan", "акт.txt", documents.as_tabs(), headers=headers)
    assert answer.status_code == 403
    assert "Записать здесь ничего нельзя" in (
        str(answer.json) if headers is SCRIPT else answer.text
    )


def test_pages_that_are_kept_carry_no_token(client: FlaskClient) -> None:
    field = 'name="csrf_token"'
    assert field in client.get("/data").text
    assert field not in client.get("/").text
