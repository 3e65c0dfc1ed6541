"""The CSV files in LibreOffice with a Russian locale: letters, dates, commas, no formulas."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from data_access.db import Database
from data_access.exports import csv_file
from data_access.records.exports import Column, ExportTexts
from tests.support import libreoffice

pytestmark = pytest.mark.xdist_group("libreoffice")

#: Plan and how many measures its act has.
PLANS = {
    "tokaryovka-2025": 20,
    "alexandrovsk-2020-2021": 23,
    "omsk-2024": 18,
    "irkutsk-region-2022-2025": 37,
}
TABLES = ("indicators", "sections", "overdue", "reports")
TEXTS = ExportTexts(header=lambda key: key, word=str, demo="")
DANGEROUS = (
    "=1+1",
    '=HYPERLINK("file:///etc/passwd";"открыть")',
    "+7 921 000-00-00",
    "-1+1",
    "@SUM(1;1)",
    "\t=1+1",
    " =1+1",
)


@pytest.fixture(scope="module")
def files(
    region: FlaskClient, sample_db: Database, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, libreoffice.Table]:
    """Give all tables as LibreOffice opened them, in one start of the program."""
    content = {code: _measures(region, sample_db, code) for code in PLANS}
    content |= {table: region.get(f"/export/{table}.csv").data for table in TABLES}
    rows = [{"text": one} for one in DANGEROUS]
    content["dangerous"] = b"".join(csv_file.write((Column("text"),), rows, TEXTS))
    folder: Path = tmp_path_factory.mktemp("libreoffice")
    return libreoffice.opened(content, folder)


def _measures(region: FlaskClient, db: Database, code: str) -> bytes:
    with db.read() as session:
        plan = session.scalar(text("SELECT id FROM plan WHERE code = :code"), {"code": code})
    response = region.get(f"/export/measures.csv?plan={plan}")
    assert response.status_code == 200
    return response.data


def column(table: libreoffice.Table, header: str) -> list[Any]:
    place = table[0].index(header)
    return [row[place] for row in table[1:]]


@pytest.mark.parametrize(("code", "count"), PLANS.items())
def test_every_measure_is_a_row(files: dict[str, Any], code: str, count: int) -> None:
    assert len(files[code]) == count + 1
    assert len(set(map(len, files[code]))) == 1
    assert None not in files[code][0]


@pytest.mark.parametrize("code", PLANS)
def test_cyrillic_is_intact(files: dict[str, Any], code: str) -> None:
    assert files[code][0][:5] == (
        "Муниципалитет",
        "План",
        "Раздел",
        "№ пункта",
        "Мероприятие",
    )
    everything = " ".join(str(cell) for row in files[code] for cell in row)
    assert "�" not in everything
    assert "Ð" not in everything
    assert "«" in everything
    assert "(Демонстрационные данные)" in everything


@pytest.mark.parametrize("code", PLANS)
@pytest.mark.parametrize(
    "header", ["Контрольный срок", "Дата исполнения", "Последний отчёт", "По состоянию на"]
)
def test_dates_are_dates(files: dict[str, Any], code: str, header: str) -> None:
    days = [day for day in column(files[code], header) if day is not None]
    assert days
    assert all(isinstance(day, datetime) for day in days)


@pytest.mark.parametrize("code", PLANS)
def test_numbers_of_measures_stay_what_the_act_says(files: dict[str, Any], code: str) -> None:
    numbers = column(files[code], "№ пункта")
    assert all(isinstance(number, str) for number in numbers)
    assert len(set(numbers)) == PLANS[code]


def test_days_of_delay_are_whole_numbers(files: dict[str, Any]) -> None:
    days = [n for n in column(files["alexandrovsk-2020-2021"], "Дней просрочки") if n is not None]
    assert days
    assert all(isinstance(n, int) for n in days)


def test_decimal_commas_are_numbers(files: dict[str, Any]) -> None:
    table = files["indicators"]
    assert column(table, "Цель")[:2] == [0.67, 0.66]
    values = column(table, "Факт") + column(table, "Отклонение от цели")
    assert -0.1 in values
    assert all(isinstance(n, int | float) for n in values if n is not None)


def test_shares_are_numbers(files: dict[str, Any]) -> None:
    shares = column(files["sections"], "Исполнение, %")
    assert len(shares) == 15
    assert all(isinstance(share, int | float) for share in shares)


def test_what_a_spreadsheet_would_run_is_text(files: dict[str, Any]) -> None:
    """None of the cells is a formula (see `libreoffice.opened`), and none is lost."""
    shown = column(files["dangerous"], "text")
    assert [cell.lstrip("'").strip() for cell in shown] == [one.strip() for one in DANGEROUS]
