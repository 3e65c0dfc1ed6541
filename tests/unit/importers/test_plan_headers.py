"""Misspelt column titles are read by what they mean and told of; a refusal names the column."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importers.plan.header_slips import SHOWN
from data_access.importers.plan.headers import recognise, role_of
from data_access.importers.plan.read import read_plan
from data_access.importers.plan.refusal import ReadingRefused
from data_access.importers.plan.sources.model import Row
from data_access.records.reading import PlanReading
from layouts.import_texts import finding_text
from layouts.refusal_texts import refusal_text

HEADER = ("№ п/п", "Мероприятие", "Срок исполнения", "Исполнитель")
ROWS = (
    ("1. Работа с семьями",),
    ("1.1", "Обследование условий жизни семей", "ежеквартально", "Отдел опеки"),
    ("1.2", "Выпуск памяток для родителей", "май 2023 года", "Комитет по образованию"),
)
Written = Callable[[tuple[str, ...]], bytes]
ACT = "Постановление от 14.02.2023 № 118-п\nОб утверждении Плана мероприятий на 2023 год\n"


def tabbed(header: tuple[str, ...]) -> bytes:
    return (ACT + "\n".join("\t".join(row) for row in (header, *ROWS))).encode()


def lined(header: tuple[str, ...]) -> bytes:
    cells = [cell for row in (header, *ROWS) for cell in row]
    return (ACT + "\n" + "\n".join(cells)).encode()


def html(header: tuple[str, ...]) -> bytes:
    rows = [
        f"<tr><td colspan=4>{row[0]}</td></tr>"
        if len(row) == 1
        else "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
        for row in (header, *ROWS)
    ]
    paragraphs = "".join(f"<p>{line}</p>" for line in ACT.splitlines())
    table = "".join(rows)
    return f"<html><body>{paragraphs}<table>{table}</table></body></html>".encode()


def told(reading: PlanReading) -> list[tuple[str, str]]:
    slips = [one for one in reading.findings if one.code == "header_misspelt"]
    assert all(one.read in finding_text(one) for one in slips)
    return [(one.read, one.proposal) for one in slips]


SLIPS = [
    ("Срак исполнения", 2, "Срок исполнения"),
    ("Срак", 2, "Срок исполнения"),
    ("Испалнитель", 3, "Исполнитель"),
    ("Отвественные", 3, "Исполнитель"),
    ("Меропреятие", 1, "Мероприятие"),
]


@pytest.mark.parametrize(("title", "column", "meant"), SLIPS)
@pytest.mark.parametrize("written", [tabbed, lined, html])
def test_a_misspelt_title_is_read_and_told(
    written: Written, title: str, column: int, meant: str
) -> None:
    name = "a.html" if written is html else "a.txt"
    right = read_plan(written(HEADER), name)
    header = (*HEADER[:column], title, *HEADER[column + 1 :])
    reading = read_plan(written(header), name)
    assert [one.title for one in reading.measures] == [one.title for one in right.measures]
    assert [one.schedule for one in reading.measures] == [one.schedule for one in right.measures]
    assert [one.executors for one in reading.measures] == [one.executors for one in right.measures]
    assert (told(right), told(reading)) == ([], [(title, meant)])


def test_all_titles_misspelt_are_read() -> None:
    reading = read_plan(tabbed(("№", "Меропреятие", "Срак исполнения", "Испалнитель")), "a.txt")
    assert [one.number for one in reading.measures] == ["1.1", "1.2"]
    assert [meant for _read, meant in told(reading)] == list(HEADER[1:])


@settings(max_examples=300)
@given(st.sampled_from([1, 2, 3]), st.integers(0, 30), st.sampled_from("абвеиост"))
def test_one_wrong_letter_never_loses_a_column(column: int, place: int, letter: str) -> None:
    title = HEADER[column]
    place %= len(title)
    wrong = title[:place] + letter + title[place + 1 :]
    found = recognise((Row((*HEADER[:column], wrong, *HEADER[column + 1 :])),))
    assert found is not None
    assert found[0].roles == ("number", "measure", "due", "executor")
    assert (role_of(wrong) is None) is bool(found[0].slips)


@pytest.mark.parametrize(
    "title",
    ["Место проведения", "Категория участников", "Количество", "Исполнено", "Урок", "Куратор"],
)
def test_another_column_is_not_taken_for_a_misspelt_one(title: str) -> None:
    found = recognise((Row((*HEADER[:3], title)),))
    assert found is not None
    assert (found[0].roles[3], found[0].slips) == ("extra", ())


def test_a_known_column_is_not_named_twice() -> None:
    found = recognise((Row((*HEADER, "Испалнитель")),))
    assert found is not None
    assert found[0].roles[4] == "extra"


def refused(header: str) -> ReadingRefused:
    text = f"{ACT}{header}\n1\tСмотр\tОтдел\tА\n"
    with pytest.raises(ReadingRefused) as caught:
        read_plan(text.encode(), "a.txt")
    return caught.value


def test_a_refusal_names_the_columns_and_what_they_lack() -> None:
    one = refused("№\tМероприятие\tПовод\tЦель")
    assert one.code == "no_due_column"
    assert "Мероприятие; Повод; Цель" in refusal_text(one.code, one.parameters)
    assert SHOWN["due"] in refusal_text(one.code, one.parameters)


def test_a_refusal_names_the_column_that_may_be_meant() -> None:
    one = refused("№\tМероприятие\tИсполненители и лица\tЦель")
    assert (one.code, one.parameters["title"]) == ("misnamed_column", "Исполненители и лица")
    assert one.parameters["meant"] == "Исполнитель"


def test_short_titles_say_when_and_who() -> None:
    header = ("№", "Мероприятие", "Дата", "Кто отвечает")
    for written in (tabbed(header), html(header)):
        name = "a.html" if written.startswith(b"<") else "a.txt"
        reading = read_plan(written, name)
        assert [one.executors[0].name for one in reading.measures] == [ROWS[1][3], ROWS[2][3]]
        assert reading.measures[1].deadline_text == ROWS[2][2]
        assert not told(reading)


def found_roles(*titles: str) -> tuple[str, ...]:
    found = recognise((Row(titles),))
    return found[0].roles if found else ()


def test_a_date_beside_a_term_or_of_documents_says_nothing() -> None:
    with_term = ("Дата", "Мероприятие", "Срок исполнения", "Исполнитель")
    assert found_roles(*with_term) == ("extra", "measure", "due", "executor")
    assert not found_roles("Наименование", "Дата", "Номер")
