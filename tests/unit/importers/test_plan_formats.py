"""The same act in every format reads alike."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from data_access.importers.plan.as_json import as_json
from data_access.importers.plan.read import read_plan
from tests.unit.importers import plan_documents as documents

FORMATS = {
    "web.html": documents.as_html(),
    "old_web.htm": documents.as_html("windows-1251"),
    "koi.html": documents.as_html("koi8-r"),
    "word.docx": documents.as_docx(),
    "cells.txt": documents.as_cells(),
    "lines.txt": documents.as_cells(tab=""),
    "old.txt": documents.as_tabs().decode().encode("cp1251"),
    "marked.txt": documents.as_tabs().decode().encode("utf-16"),
}
if documents.FONT is not None:
    FORMATS["page.pdf"] = documents.as_pdf()


def plain(data: bytes, name: str, parts: tuple[str, ...]) -> dict[str, Any]:
    reading = as_json(read_plan(data, name), lambda finding: finding.code)
    for measure in reading["measures"]:
        del measure["source"]
    return {part: reading[part] for part in parts}


@pytest.mark.parametrize("name", FORMATS)
def test_formats_read_alike(name: str) -> None:
    parts: tuple[str, ...] = ("plan", "sections", "measures")
    if name not in ("cells.txt", "lines.txt"):
        parts += ("indicators",)
    assert plain(FORMATS[name], name, parts) == plain(documents.as_tabs(), "tabs.txt", parts)


def test_the_act_is_read() -> None:
    plan = read_plan(documents.as_tabs(), "a.txt").plan
    assert plan.title.startswith("План мероприятий («дорожная карта») по поддержке семей")
    assert (plan.territory, plan.level) == ("Сосновский муниципальный район", "municipality")
    assert (plan.act_date, plan.number) == (date(2023, 2, 14), "118-п")
    assert (plan.period_start, plan.period_end) == (date(2023, 1, 1), date(2024, 12, 31))
    assert plan.controller == "Заместитель главы администрации района"
    assert plan.coordinator == "комитет по образованию администрации района"
    assert plan.reporting["frequency"] == "quarterly"
    assert plan.reporting["due_day"] == 15
    assert plan.reporting["due_dates"][0] == date(2023, 4, 15)
    assert plan.reporting["due_dates"][-1] == date(2025, 1, 15)


def test_measures_are_read() -> None:
    reading = read_plan(documents.as_tabs(), "a.txt")
    assert [(one.number, one.section) for one in reading.measures] == [
        ("1.1", "1"),
        ("1.2", "1"),
        ("2.1", "2"),
    ]
    second = reading.measures[1]
    assert second.schedule.due_dates == (date(2023, 9, 30),)
    assert second.extra == {"Финансирование": "10,5 тыс. руб."}
    assert [(one.canonical, one.by_agreement) for one in second.executors] == [
        ("Отдел опеки и попечительства администрации района", False),
        ("ГБУ «Центр помощи семье»", True),
    ]


def test_indicators_are_read() -> None:
    (indicator,) = read_plan(documents.as_tabs(), "a.txt").indicators
    assert indicator.targets == {2023: Decimal(4), 2024: Decimal("2.5")}
    assert (indicator.unit, indicator.direction) == ("случаев", "decrease")


def test_no_person_is_named_anywhere() -> None:
    assert "Иванов" not in repr(read_plan(documents.as_docx(), "a.docx"))


@pytest.mark.skipif(documents.FONT is None, reason="no font with Cyrillic")
def test_a_pdf_table_over_several_pages() -> None:
    row = documents.ROWS[1]
    rows = [documents.ROWS[0], *((f"1.{n}", *row[1:]) for n in range(1, 31))]
    reading = read_plan(documents.as_pdf(rows), "long.pdf")
    assert [one.number for one in reading.measures] == [f"1.{n}" for n in range(1, 31)]
    assert {len(one.executors) for one in reading.measures} == {2}
