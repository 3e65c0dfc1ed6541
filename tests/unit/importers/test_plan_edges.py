"""Columns of beginning and end in all the words that their titles use."""

import pytest

from data_access.importers.plan.headers import role_of
from data_access.importers.plan.read import read_plan

PAIRS = (
    ("Период исполнения начало", "Период исполнения конец"),
    ("Сроки реализации начало", "Сроки реализации конец"),
    ("Срок реализации начала", "Срок реализации окончания"),
    ("Период реализации Начало", "Период реализации Окончание"),
    ("Срок выполнения начало", "Срок выполнения завершение"),
    ("Сроки реализации с", "Сроки реализации по"),
    ("Начало реализации", "Конец реализации"),
    ("Начало", "Окончание"),
    ("Дата начала", "Дата завершения"),
    ("Планируемый срок начала реализации", "Планируемый срок окончания реализации мероприятия"),
)


@pytest.mark.parametrize(("first", "last"), PAIRS)
def test_titles_of_both_edges(first: str, last: str) -> None:
    assert (role_of(first), role_of(last)) == ("due_start", "due_end")


@pytest.mark.parametrize("title", ["Форма завершения мероприятия", "с", "по", "Концепция", "Итог"])
def test_other_titles_are_no_edges(title: str) -> None:
    assert role_of(title) not in {"due_start", "due_end"}


@pytest.mark.parametrize(
    ("above", "first", "last"),
    [
        ("Период исполнения", "начало", "конец"),
        ("Срок реализации", "начала", "окончания"),
        ("Период реализации", "Начало", "Окончание"),
        ("Сроки реализации", "с", "по"),
        ("Срок выполнения", "начало", "завершение"),
    ],
)
def test_two_levels_are_one_range(above: str, first: str, last: str) -> None:
    page = (
        "<p>ПОСТАНОВЛЕНИЕ</p><p>от 15.01.2026 № 12</p>"
        "<p>Об утверждении плана мероприятий на 2026 год</p><table>"
        f"<tr><td rowspan=2>№</td><td rowspan=2>Мероприятие</td><td colspan=2>{above}</td>"
        f"<td rowspan=2>Исполнители</td></tr><tr><td>{first}</td><td>{last}</td></tr>"
        "<tr><td>1</td><td>Обход семей</td><td>01.02.2026</td><td>30.06.2026</td>"
        "<td>Отдел опеки</td></tr></table>"
    )
    [measure] = read_plan(f"<html>{page}</html>".encode(), "a.html").measures
    assert measure.deadline_text == "01.02.2026 – 30.06.2026"
    assert [f"{due:%d.%m.%Y}" for due in measure.schedule.due_dates] == ["30.06.2026"]
    assert not measure.extra
