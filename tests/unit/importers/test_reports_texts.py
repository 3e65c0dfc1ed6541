"""The form reads what it writes, in both languages; every fault has its words."""

import re
from pathlib import Path

import pytest

from data_access.importers.indicators import form as indicators
from data_access.importers.personal.kinds import KINDS
from data_access.importers.reports import form as reports
from data_access.importers.reports.codes import RowKey, code_of, is_ours, parsed
from data_access.importers.reports.read import outcome_of
from data_access.importers.sheets.columns import FormColumn, recognised
from data_access.records.forms import Fault
from layouts.catalogues import LOCALES
from layouts.fault_texts import FAULTS, fault_text
from layouts.form_texts import HEADERS, mark
from layouts.texts import _, use_locale

IMPORTERS = Path(__file__).parents[3] / "data_access" / "importers"
FORMS = {"reports": reports.COLUMNS, "indicators": indicators.COLUMNS}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("columns", FORMS.values(), ids=FORMS)
def test_every_header_that_is_written_is_read(locale: str, columns: tuple[FormColumn, ...]) -> None:
    with use_locale(locale):
        written = [_(HEADERS[column.key]) for column in columns]
    assert recognised(columns, written) == {one.key: [n] for n, one in enumerate(columns)}


def test_russian_headers_are_those_of_the_form() -> None:
    assert [_(HEADERS[one.key]) for one in reports.COLUMNS] == [
        one.spellings[0] for one in reports.COLUMNS
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_mark_that_is_offered_is_read(locale: str) -> None:
    with use_locale(locale):
        assert [outcome_of(mark(one)) for one in reports.OUTCOMES] == list(reports.OUTCOMES)


def test_every_fault_has_words() -> None:
    used = {f"personal_{kind}" for kind in KINDS} | {"formula", "error"}
    used |= {"negative", "over_hundred"}
    used |= {"no_header", "unknown_header", "misspelt_header", "misspelt_and_filled"}
    raised = re.compile(
        r"""(?:(?:\bfault|Refused|Fault)\(\s*|_early\(one, |older\(one\.row, )"(\w+)\""""
    )
    for folder in ("sheets", "reports", "indicators"):
        for path in (IMPORTERS / folder).glob("*.py"):
            used |= set(raised.findall(path.read_text(encoding="utf-8")))
    assert used == set(FAULTS)


def test_a_fault_names_its_place() -> None:
    fault = Fault(
        "not_a_date",
        sheet="Отчёт",
        row=7,
        key="completed_on",
        column="Дата фактического исполнения",
        cell="H7",
        value="вчера",
    )
    assert fault_text(fault) == (
        "лист «Отчёт», строка 7, столбец «Дата фактического исполнения» (H7): «вчера» –"
        " не дата: нужен вид ДД.ММ.ГГГГ"
    )
    assert fault_text(Fault("empty_file")) == "Файл пуст."


def test_codes_carry_what_a_row_is_about() -> None:
    for key in (RowKey(1, 2, 3), RowKey(1, None, None)):
        code = code_of(key, "план")
        assert parsed(code) == key
        assert is_ours(f" {code} ", key, "план")
        assert not is_ours(code, key, "другой план")
        assert not is_ours(code[:-1] + "x", key, "план")
    assert parsed("R1-1-2") is None
