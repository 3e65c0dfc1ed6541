"""Every command with wrong input of every kind: a Russian reason, the exit code of the design."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from dashboard.cli.deadline_file import COLUMNS
from dashboard.cli.given import has_stray_bytes
from dashboard.cli.list_names import KINDS
from data_access.db import Database
from layouts.links import EXPORT_TABLES, QUERY_NAMES
from tests.database.world import run
from tests.support.commands import Words, commands
from tests.support.postgres import Server
from tests.unit.dashboard.karta import Karta

PLAN = "omsk-2024"
#: English words that stand alone; names of options, files, tables and settings do not.
LATIN = re.compile(r"(?<![-\w.{/'«<=])[A-Za-z]{4,}(?![\w.}'»_-])")
NAMES = {word for words, _one in commands() for word in words}
NAMES |= {*EXPORT_TABLES, *QUERY_NAMES, *COLUMNS, *KINDS, "karta", "main", "PostgreSQL", "Windows"}
BAD_BYTES = b"\xff\xfe\xfa".decode("utf-8", "surrogateescape")
FORM = ("template", "reports", "--plan", PLAN, "-o", "{}/a.xlsx")

#: Wrong usage: exit code 2.
USAGE: list[Words] = [
    *((*words,) for words, _one in commands() if words in {("db",), ("user",), ("import",)}),
    *[("strange",), ("--strange",), ("db", "strange"), ("user", "strange"), ("import", "strange")],
    *[(one, "extra") for one in ("demo", "serve", "rebuild", "refresh", "settings")],
    *[("db", "upgrade", "extra"), ("db", "roles", "extra"), ("user", "list", "extra")],
    *[("refresh", "--every", one) for one in ("0", "3601", "often", "")],
    *[("user", one) for one in ("add", "password", "disable")],
    ("user", "add", "office", "--role", "king"),
    ("user", "add", "office", "--locale", "de"),
    ("user", "add", "office", "--territory", ""),
    ("user", "add", "office", "--all-territories", "--territory", "город Омск"),
    ("user", "add", "office"),
    ("user", "password", "deputy"),
    ("user", "add", "office", "--title", BAD_BYTES, "--password-stdin"),
    *[("export",), ("export", "strange"), ("export", "measures", "extra")],
    ("db", "roles", "--web", "a b"),
    ("export", "measures", "--format", "pdf"),
    ("export", "measures", "--as-of", "01.02.2024"),
    ("export", "measures", "--as-of", "1066-01-01"),
    ("export", "measures", "--since", "вчера"),
    ("export", "measures", "--section", "х"),
    ("export", "measures", "--status", "опоздал"),
    ("export", "measures", "--lang", "de"),
    ("export", "measures", "--q", "я" * 300),
    ("export", "measures", "-o"),
    ("export", "measures", "-o", ""),
    ("export", "measures", "-o", "{}"),
    *[
        ("export", "measures", f"--{one}", "")
        for one in ("plan", "territory", "section", "executor", "status", "q", "as-of", "since")
    ],
    ("export", "measures", "--q", BAD_BYTES),
    ("export", "measures", "--plan", BAD_BYTES),
    ("template",),
    ("template", "reports"),
    ("template", "reports", "--plan", PLAN),
    ("template", "reports", "--plan", "", "-o", "{}/a.xlsx"),
    ("template", "reports", "--plan", PLAN, "-o", "{}/a.doc"),
    ("template", "reports", "--plan", PLAN, "-o", ""),
    *[(*FORM, "--as-of", one) for one in ("01.02.2024", "2024-02-30", "0001-01-01", "9999-01-01")],
    *[(*FORM, "--executor", one) for one in ("", BAD_BYTES)],
    (*FORM, "--period", ""),
    ("template", "indicators"),
    *[("import", one) for one in ("plan", "reports", "indicators")],
    *[("import", one, "{}/missing.xlsx") for one in ("plan", "reports", "indicators")],
    *[("import", one, "{}") for one in ("plan", "reports", "indicators")],
    *[("import", one, "{}/empty.csv", "--plan", "") for one in ("plan", "reports", "indicators")],
    ("import", "plan", "{}/empty.csv", "--territory", " "),
    ("import", "plan", "{}/empty.csv", "--plan", PLAN, "--new"),
    ("import", "plan", "{}/empty.csv", "--new-territory"),
    ("import", "plan", "{}/empty.csv", "--same", "1", "--other", "1"),
    ("import", "plan", "{}/empty.csv", "--new", "--amend-anyway"),
    *[("list",), ("list", "strange"), ("list", "periods"), ("list", "plans", "--plan", "")],
    *[("deadline",), ("deadline", "июнь"), ("deadline", "июнь", "--start", "abc")],
    ("deadline", "июнь", "--start", "2025", "--end", "2024"),
    ("deadline", "июнь", "--start", "2024-02-30"),
    ("deadline", "июнь", "--start", "1800"),
    ("deadline", "июнь", "май", "--start", "2025"),
    ("deadline", "--batch", "{}/missing.tsv"),
    ("deadline", "--batch", "{}"),
    ("deadline", "--batch", "{}/empty.csv", "июнь"),
]
#: What is refused with reasons: exit code 1.
REFUSED: list[Words] = [
    *[("import", "plan", "{}/" + one) for one in ("empty.csv", "bytes.pdf", "bytes.txt")],
    *[("import", "plan", "{}/" + one, "--dry-run") for one in ("empty.csv", "bytes.docx")],
    *[
        ("import", kind, "{}/" + one)
        for kind in ("reports", "indicators")
        for one in ("empty.csv", "empty.xlsx", "bytes.xlsx", "bytes.txt", "bytes.csv")
    ],
    *[("import", kind, "{}/empty.csv", "--plan", "нет") for kind in ("plan", "reports")],
    *[("deadline", "--batch", "{}/" + one) for one in ("empty.csv", "bytes.csv", "lines.tsv")],
    ("export", "measures", "--section", "999"),
    ("export", "measures", "-o", "{}/нет/a.csv"),
    *[("list", kind, "--plan", "нет") for kind in ("plans", "executors", "periods", "sections")],
    *[(*FORM, "--period", "нет"), (*FORM, "--executor", "нет")],
    ("template", "indicators", "--plan", PLAN, "-o", "{}/a.xlsx"),
    ("user", "add", "Не имя", "--password-stdin"),
    ("user", "add", "deputy", "--password-stdin"),
    ("user", "password", "nobody", "--password-stdin"),
    ("user", "disable", "nobody"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with files that are none of ours."""
    made = tmp_path / "папка"
    made.mkdir()
    for name in ("empty.csv", "empty.xlsx"):
        (made / name).touch()
    for name in ("bytes.pdf", "bytes.txt", "bytes.docx", "bytes.xlsx", "bytes.csv"):
        (made / name).write_bytes(bytes(range(256)) * 8)
    (made / "lines.tsv").write_text("phrase\tstart\tend\nиюнь\t2024\t2023\nмай\n", encoding="utf-8")
    return made


@pytest.fixture
def karta(sample_url: str, monkeypatch: pytest.MonkeyPatch) -> Karta:
    monkeypatch.setenv("KARTA_DATABASE_URL", sample_url)
    monkeypatch.setenv("KARTA_SECRET_KEY", "x" * 40)
    return Karta(monkeypatch)


def assert_told(result: Result, code: int, *hidden: str) -> None:
    """The exit code fits, nothing is printed as if it were done, and the reason is Russian."""
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    said = result.stderr
    for one in hidden:
        said = said.replace(one, "")
    assert re.search("[а-яё]{3}", said)
    foreign = [word for word in LATIN.findall(said.split("Ошибка: ")[-1]) if word not in NAMES]
    assert foreign == [], result.stderr


def name_of(arguments: Words) -> str:
    return " ".join(one[:20] for one in arguments).encode("ascii", "replace").decode()


@pytest.mark.parametrize("arguments", USAGE, ids=name_of)
def test_wrong_usage_is_2(karta: Karta, folder: Path, arguments: Words) -> None:
    result = karta(*(one.replace("{}", str(folder)) for one in arguments))
    assert_told(result, 2, str(folder))
    assert not list(folder.glob("a.*"))


@pytest.mark.parametrize("arguments", REFUSED, ids=name_of)
def test_what_is_refused_is_1(karta: Karta, folder: Path, arguments: Words) -> None:
    given = [one.replace("{}", str(folder)) for one in arguments]
    assert_told(karta(*given, words="long enough\n"), 1, str(folder))
    assert not list(folder.glob("a.*"))


NEEDING_A_DATABASE: list[Words] = [
    *[("db", "upgrade"), ("demo", "--prepare-only"), ("rebuild",), ("refresh",), ("serve",)],
    *[("user", "list"), ("user", "disable", "nobody"), ("list", "plans")],
    ("user", "add", "office", "--password-stdin"),
    *[("export", "measures"), ("import", "reports", "{}/empty.csv")],
    *[("import", "plan", "{}/empty.csv"), ("import", "indicators", "{}/empty.csv")],
    *[FORM, ("template", "indicators", "--plan", PLAN, "-o", "{}/a.xlsx")],
]
MAKING = {("db", "upgrade"), ("demo", "--prepare-only")}
BROKEN = {
    "text": (
        b"This is no database, but it is long enough to look like a file.",
        "не является базой",
    ),
    "cut": (None, "повреждён"),
}


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("arguments", NEEDING_A_DATABASE, ids=name_of)
def test_a_file_that_is_no_database(
    karta: Karta, folder: Path, sqlite_db: Database, arguments: Words, kind: str
) -> None:
    content, reason = BROKEN[kind]
    path = folder / "broken.db"
    whole = Path(str(sqlite_db.url).removeprefix("sqlite:///")).read_bytes()
    path.write_bytes(content or whole[:20_000])
    karta.patch.setenv("KARTA_DATABASE_URL", f"sqlite:///{path}")
    result = karta(*(one.replace("{}", str(folder)) for one in arguments), words="long enough\n")
    assert result.exit_code == 1
    assert "База данных не читается: файл " in result.stderr
    assert reason in result.stderr
    assert "KARTA_DATABASE_URL" in result.stderr


@pytest.mark.parametrize("arguments", [*NEEDING_A_DATABASE], ids=name_of)
@pytest.mark.parametrize(("mark", "hint"), [("0001", "db upgrade"), ("9999", "более новой версии")])
def test_an_older_and_a_newer_database(
    karta: Karta, folder: Path, sqlite_db: Database, arguments: Words, mark: str, hint: str
) -> None:
    if arguments in MAKING and mark == "0001":
        return  # they bring it to the newest form: tests of the migrations
    run(sqlite_db, "UPDATE alembic_version SET version_num = :mark", mark=mark)
    karta.patch.setenv("KARTA_DATABASE_URL", sqlite_db.url)
    result = karta(*(one.replace("{}", str(folder)) for one in arguments), words="long enough\n")
    assert result.exit_code == 1
    assert hint in result.stderr


def test_tables_that_another_program_took_away(karta: Karta, sqlite_db: Database) -> None:
    run(sqlite_db, "DROP TABLE audit_event")
    karta.patch.setenv("KARTA_DATABASE_URL", sqlite_db.url)
    result = karta("user", "add", "office", "--password-stdin", words="long enough\n")
    assert result.exit_code == 1
    assert "Таблицы не такие" in result.stderr
    assert "восстановите" in result.stderr


@pytest.mark.parametrize(
    ("address", "meaning"),
    [
        ("postgresql://a:tell-nobody@127.0.0.1:1/x", "по этому адресу нет сервера"),
        ("sqlite:////nowhere/at/all/karta.db", "файл не открывается"),
    ],
)
def test_an_address_without_a_database_says_what_it_means(
    karta: Karta, address: str, meaning: str
) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", address)
    result = karta("db", "upgrade")
    assert result.exit_code == 1
    assert f"База данных не отвечает: {meaning} (" in result.stderr
    assert "tell-nobody" not in result.output


@pytest.mark.postgres
def test_what_a_server_refuses_is_told_in_russian(
    karta: Karta, postgres_server: Server, postgres_url: str
) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", postgres_server.url("nowhere"))
    assert "на сервере нет такой базы" in karta("user", "list").stderr
    karta.patch.setenv("KARTA_DATABASE_URL", postgres_url.replace("postgres@", "nobody_known@"))
    assert "на сервере нет такой учётной записи" in karta("user", "list").stderr


@pytest.fixture
def taken() -> Iterator[int]:
    """Give a port that another program holds."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_an_address_that_is_taken_or_is_none(karta: Karta, sqlite_db: Database, taken: int) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", sqlite_db.url)
    karta.patch.setenv("KARTA_PORT", str(taken))
    result = karta("serve")
    assert result.exit_code == 1
    assert f"порт {taken}, открыть сайт нельзя: адрес занят другой программой" in result.stderr
    karta.patch.setenv("KARTA_HOST", "192.0.2.7")
    assert "у этой машины нет такого адреса" in karta("serve").stderr
    karta.patch.setenv("KARTA_HOST", "no such host")
    assert "такого узла нет" in karta("serve").stderr
    assert not karta.served


def test_a_password_that_is_no_text(karta: Karta) -> None:
    """Where the locale lets Python keep such bytes, they are told by what they became."""
    word = b"\xff\xfe\xfa long enough\n"
    result = karta("user", "password", "deputy", "--password-stdin", words=word)
    assert result.exit_code == 1
    assert "Пароль не в кодировке UTF-8." in result.stderr
    assert has_stray_bytes(BAD_BYTES)
    assert not has_stray_bytes("слово\U0001f600")


def test_an_account_that_sees_nothing_is_told(karta: Karta, sqlite_db: Database) -> None:
    karta.patch.setenv("KARTA_DATABASE_URL", sqlite_db.url)
    result = karta("user", "add", "office", "--password-stdin", words="long enough\n")
    assert result.exit_code == 0
    assert "ничего не увидит" in result.stderr


def test_an_empty_list_says_so(karta: Karta) -> None:
    result = karta("list", "periods", "--plan", PLAN)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Ничего нет.\n")
