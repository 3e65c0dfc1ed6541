"""`karta import plan --executor`: names that nothing else decides, and refusals that tell it."""

import shlex
from pathlib import Path

import pytest
from click.testing import Result

from dashboard.cli.deciding import decisions
from dashboard.cli.given import Decision
from data_access.records.draft_matches import Candidate
from data_access.records.drafts import DraftFault
from tests.database.world import insert, rows
from tests.support import databases
from tests.support.drafts import act
from tests.unit.dashboard.karta import Karta

NAME = "Комитет по образованию администрации района"
SHORT = "Управление культуры"
ACT = act(**{NAME: SHORT})
#: Both are as much like the short name as the other: no proposal can be taken.
TIED = (f"{SHORT} администрации города", f"{SHORT} администрации района")


@pytest.fixture
def karta(monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> Karta:
    monkeypatch.setenv("KARTA_DATABASE_URL", sqlite_url)
    return Karta(monkeypatch)


@pytest.fixture
def known(sqlite_url: str) -> list[int]:
    """Two executors of the territory that the act's short name may mean."""
    with databases.opened(sqlite_url) as db:
        home = insert(
            db,
            "territory",
            name="Сосновский муниципальный район",
            short_name="Сосновка",
            level="municipality",
        )
        return [
            insert(db, "executor", territory_id=home, name=name, short_name=name) for name in TIED
        ]


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "akt.txt"
    path.write_bytes(ACT)
    return str(path)


def said(karta: Karta, file: str, *options: str) -> Result:
    return karta("import", "plan", file, *options)


def assigned(url: str) -> list[object]:
    query = (
        "SELECT DISTINCT e.name FROM assignment a JOIN executor e ON e.id = a.executor_id"
        f" WHERE e.name LIKE '{SHORT}%'"
    )
    with databases.opened(url) as db:
        return [one for (one,) in rows(db, query)]


def counted(url: str, table: str) -> object:
    with databases.opened(url) as db:
        return rows(db, f"SELECT count(*) FROM {table}")[0][0]


def test_tied_names_are_refused_with_the_options_that_decide(
    karta: Karta, file: str, known: list[int], sqlite_url: str
) -> None:
    refused = said(karta, file, "--accept")
    assert refused.exit_code == 1
    assert f"Укажите, кто такой «{SHORT}»." in refused.stderr
    for id_, name in zip(known, TIED, strict=True):
        assert f"--executor '{SHORT}={id_}'  {name}, сходство" in refused.stderr
    assert f"--executor '{SHORT}=own'  отдельный исполнитель" in refused.stderr
    assert "--accept берёт самого похожего, если другого столь же похожего нет" in refused.stderr
    assert "--plan КОД" not in refused.stderr, "that would decide nothing here"
    assert counted(sqlite_url, "plan") == 0


def test_each_option_that_the_refusal_names_decides(
    karta: Karta, file: str, known: list[int]
) -> None:
    refused = said(karta, file, "--accept").stderr
    lines = [line.strip() for line in refused.splitlines() if line.startswith("  --executor")]
    assert len(lines) == len(known) + 1
    for line in lines:
        option = shlex.split(line.split("  ")[0])
        tried = said(karta, file, "--accept", "--dry-run", *option)
        assert tried.exit_code == 0, (option, tried.stderr)


@pytest.mark.parametrize("chosen", [0, 1])
@pytest.mark.parametrize("by_name", [False, True])
def test_a_known_executor_is_named_by_number_or_name(
    karta: Karta, file: str, known: list[int], sqlite_url: str, chosen: int, by_name: bool
) -> None:
    who = TIED[chosen].upper() if by_name else str(known[chosen])
    saved = said(karta, file, "--accept", "--executor", f"{SHORT}={who}")
    assert saved.exit_code == 0, saved.stderr
    assert assigned(sqlite_url) == [TIED[chosen]]
    assert said(karta, file).stdout.startswith("Ничего нового"), "the decision is kept"


def test_own_makes_an_executor_of_this_name(
    karta: Karta, file: str, known: list[int], sqlite_url: str
) -> None:
    saved = said(karta, file, "--accept", "--executor", f" {SHORT.upper()} = OWN ")
    assert saved.exit_code == 0, saved.stderr
    assert assigned(sqlite_url) == [SHORT]


def test_another_name_of_the_act_may_be_meant(
    karta: Karta, file: str, known: list[int], sqlite_url: str
) -> None:
    """Also without --accept, where nothing else has to be decided; by an abbreviation too."""
    saved = said(karta, file, "--executor", f"{SHORT}=ООП")
    assert saved.exit_code == 0, saved.stderr
    assert assigned(sqlite_url) == []
    assert counted(sqlite_url, "assignment") == 5


@pytest.mark.parametrize(("prefix", "expected"), [("act:", []), ("ACT: ", []), ("", [TIED[0]])])
def test_a_name_of_the_act_is_meant_for_sure_behind_its_prefix(
    karta: Karta, file: str, known: list[int], sqlite_url: str, prefix: str, expected: list[str]
) -> None:
    with databases.opened(sqlite_url) as db:
        insert(db, "executor_alias", executor_id=known[0], alias="ООП")
    apart = "Отдел опеки и попечительства администрации района=own"
    saved = said(karta, file, "--executor", apart, "--executor", f"{SHORT}={prefix}ООП")
    assert saved.exit_code == 0, saved.stderr
    assert assigned(sqlite_url) == expected


@pytest.mark.parametrize("name", ["Центр", "Центр «А=Б»"])
@pytest.mark.parametrize("other", ["Клуб", "Клуб «В=Г»"])
def test_an_option_to_be_copied_says_what_it_shows(name: str, other: str) -> None:
    one = Candidate("document", other, 90, key=other.casefold())
    fault = DraftFault("executor_undecided", "executors", values={"name": name}, candidates=(one,))
    options = [shlex.split(line.strip().split("  ")[0])[1] for line in decisions(fault)]
    read = [Decision().convert(option, None, None) for option in options]
    assert read == [(name, f"act:{other}"), (name, "own")]


def test_a_name_of_several_is_refused_with_their_numbers(
    karta: Karta, file: str, known: list[int], sqlite_url: str
) -> None:
    with databases.opened(sqlite_url) as db:
        for id_ in known:
            insert(db, "executor_alias", executor_id=id_, alias="Культура")
    refused = said(karta, file, "--executor", f"{SHORT}=культура")
    assert refused.exit_code == 1
    numbers = ", ".join(map(str, known))
    assert f"«культура» несколько, укажите номер одного: {numbers}." in refused.stderr


def test_a_trial_writes_nothing(karta: Karta, file: str, known: list[int], sqlite_url: str) -> None:
    tried = said(karta, file, "--dry-run", "--accept", "--executor", f"{SHORT}={known[0]}")
    assert tried.exit_code == 0, tried.stderr
    assert "Ничего не записано: это пробный прогон." in tried.stdout
    assert counted(sqlite_url, "plan") == 0


@pytest.mark.parametrize(
    ("option", "reason"),
    [
        ("Управление спорта=own", "В акте нет исполнителя «Управление спорта»."),
        (f"{SHORT}=999999", f"«{SHORT}»: «999999» – не исполнитель этой территории"),
        (f"{SHORT}=Управление спорта", "«Управление спорта» – не исполнитель этой территории"),
    ],
)
def test_what_is_nobodys_name_is_refused(
    karta: Karta, file: str, known: list[int], sqlite_url: str, option: str, reason: str
) -> None:
    refused = said(karta, file, "--accept", "--executor", option)
    assert refused.exit_code == 1
    assert reason in refused.stderr
    assert "Исполнителей акта показывает --dry-run" in refused.stderr
    assert counted(sqlite_url, "plan") == 0


@pytest.mark.parametrize("wrong", [SHORT, f"{SHORT}=", "=own", " = ", "", "А=Б=own"])
def test_a_wrong_form_is_wrong_usage(karta: Karta, file: str, wrong: str) -> None:
    result = said(karta, file, "--executor", wrong)
    assert result.exit_code == 2
    assert "Неверное значение '--executor':" in result.stderr


def test_one_name_is_decided_once(karta: Karta, file: str) -> None:
    twice = ("--executor", f"{SHORT}=1", "--executor", f"{SHORT}=own")
    result = said(karta, file, *twice)
    assert result.exit_code == 2
    assert f"--executor указан дважды для «{SHORT}»." in result.stderr
