"""Acts that amend a plan by clauses: each clause is told, none is carried out or lost."""

import pytest

from data_access.importers.plan.read import read_plan
from data_access.importers.plan.refusal import ReadingRefused
from data_access.records.reading import PlanReading
from layouts.import_texts import finding_text
from layouts.refusal_texts import refusal_text

HEAD = (
    "ПОСТАНОВЛЕНИЕ",
    "от 15.09.2026 № 812",
    "О внесении изменений в постановление администрации Лесного района от 20.01.2026 № 55",
    "1. Внести в План мероприятий на 2026–2027 годы следующие изменения:",
)
ROW = "№\tМероприятие\tСрок исполнения\tИсполнитель\n3.1\tПубликации\tежемесячно\tШкола\n"
CLAUSES = [
    "1.1. Пункт 2.4 исключить.",
    "1.2. В пункте 2.2 слова «III квартал» заменить словами «IV квартал».",
    "1.3. Пункт 3.1 изложить в следующей редакции:",
    "1.1. Строку 5 изложить в новой редакции:",
    "а) раздел II признать утратившим силу;",
    "1.4. Дополнить План пунктом 2.5 следующего содержания:",
    "1.4. Исключить позиции 3 и 4.",
    "– в строке 7 после слов «школа» дополнить словами «и клуб»;",
    "1.8. Приложение № 1 дополнить мероприятием следующего содержания:",
    "1.9. Пункты 3-5 считать пунктами 4-6.",
    "1.10. Пункт 3.1 читать в следующей редакции:",
    "1.12. Раздел 2 отменить.",
    "1.1. В разделе III цифры «2026» заменить цифрами «2027».",
]
WHOLE = "1.1. План изложить в новой редакции согласно приложению."


def read(*clauses: str, table: str = ROW) -> PlanReading:
    return read_plan("\n".join((*HEAD, *clauses, "", table)).encode(), "a.txt")


def told(reading: PlanReading) -> list[tuple[str, str]]:
    found = [one for one in reading.findings if one.code == "clause_not_carried_out"]
    return [(one.severity, one.read) for one in found]


@pytest.mark.parametrize("clause", CLAUSES)
def test_each_clause_that_changes_an_item_is_told_with_its_place(clause: str) -> None:
    reading = read(clause)
    assert told(reading) == [("error", clause)]
    found = next(one for one in reading.findings if one.code == "clause_not_carried_out")
    assert found.place == "line:5"
    assert clause.partition("«")[0] in finding_text(found)


def test_clauses_of_one_paragraph_are_told_one_by_one() -> None:
    assert [text for _severity, text in told(read(" ".join(CLAUSES[:3])))] == CLAUSES[:3]


def test_the_reading_as_a_whole_is_said_to_be_no_new_version() -> None:
    found = [one for one in read(*CLAUSES[:3]).findings if one.code == "amends_by_clauses"]
    assert [(one.severity, one.parameters) for one in found] == [
        ("error", {"clauses": "3", "measures": "1"})
    ]
    assert finding_text(found[0]) != "amends_by_clauses"


@pytest.mark.parametrize(
    "clause",
    [
        WHOLE,
        "1.1. План, утвержденный пунктом 1 постановления, изложить в новой редакции.",
        "2. Признать утратившим силу постановление от 01.02.2020 № 3.",
        "3. Контроль за исполнением оставляю за собой.",
    ],
)
def test_a_new_version_of_the_whole_plan_is_none(clause: str) -> None:
    assert not [one for one in read(clause).findings if "clause" in one.code]


def test_a_changed_clause_of_the_act_itself_keeps_nobody_from_saving() -> None:
    clause = "1.2. В пункте 3 постановления слова «первого заместителя» исключить."
    reading = read(WHOLE, clause)
    assert told(reading) == [("warning", clause)]
    assert "amends_by_clauses" not in {one.code for one in reading.findings}


def test_an_act_that_approves_a_plan_has_no_such_clauses() -> None:
    head = "ПОСТАНОВЛЕНИЕ\nот 05.03.2026 № 17\nОб утверждении плана мероприятий на 2026 год\n"
    reading = read_plan(f"{head}2. Пункт 3 приказа № 4 исключить.\n\n{ROW}".encode(), "a.txt")
    assert not told(reading)


def test_without_a_table_the_refusal_names_the_clauses_and_what_to_do() -> None:
    with pytest.raises(ReadingRefused) as refused:
        read(*CLAUSES[:2], table="")
    assert refused.value.code == "amends_by_clauses"
    assert refused.value.parameters == {"count": "2", "first": CLAUSES[0]}
    assert "Пункт 2.4 исключить" in refusal_text("amends_by_clauses", refused.value.parameters)
