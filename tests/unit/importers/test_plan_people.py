"""Who controls and who collects: posts and bodies in the nominative, without a person's name."""

import pytest

from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading

TABLE = "№\tМероприятие\tСрок исполнения\tИсполнитель\n1\tВыставка\t2025 год\tШкола\n"
HEAD = ("ПОСТАНОВЛЕНИЕ", "от 05.03.2025 № 17", "Об утверждении плана мероприятий на 2025 год")
CONTROL = "3. Контроль за исполнением настоящего постановления возложить на {who}."


def read(*clauses: str) -> PlanReading:
    return read_plan("\n".join((*HEAD, *clauses, "", TABLE)).encode(), "a.txt")


def guessed(reading: PlanReading) -> list[str]:
    return [one.field for one in reading.findings if one.code == "post_guessed"]


@pytest.mark.parametrize(
    "who",
    [
        "заместителя главы района Крутикову Е.В.",
        "заместителя главы района Е. В. Крутикову",
        "заместителя главы района Крутикову Елену Викторовну",
        "заместителя главы района (Крутикову Е.В.)",
        "Крутикову Е.В., заместителя главы района",
        "Е.В. Крутикову, заместителя главы района",
        "Крутикову Елену Викторовну – заместителя главы района",
        "заместителя главы района Крутикову Е.",
        "заместителя главы района Ким А.А.",
    ],
)
def test_a_name_with_initials_is_left_out(who: str) -> None:
    reading = read(CONTROL.format(who=who), "Глава района И.И. Сидоров")
    assert reading.plan.controller == "Заместитель главы района"
    assert not guessed(reading)


@pytest.mark.parametrize(
    ("who", "post"),
    [
        ("заместителя главы по социальным вопросам Крутикову", "по социальным вопросам"),
        ("Крутикову, заместителя главы района", "района"),
        ("заместителя главы района Вишневскую", "района"),
        ("заместителя главы района, Сидорова", "района"),
        ("заместителя главы района Иванова", "района"),
        ("заместителя главы Сидорову Анну", ""),
        (
            "заместителя главы администрации города Лесного Крутикову",
            "администрации города Лесного",
        ),
        ("заместителя главы муниципального округа Иванова", "муниципального округа"),
        ("заместителя главы района КРУТИКОВУ Е.В.", "района"),
    ],
)
def test_a_surname_alone_is_left_out_and_told(who: str, post: str) -> None:
    reading = read(CONTROL.format(who=who), "Глава района И.И. Сидоров")
    assert reading.plan.controller == f"Заместитель главы {post}".strip()
    assert guessed(reading) == ["controller"]
    told = [one for one in reading.findings if one.code == "post_guessed"]
    assert "Крутиков" not in "".join(f"{one.read}{one.proposal}" for one in told)


@pytest.mark.parametrize(
    ("who", "post"),
    [
        ("первого заместителя Мэра города Омска", "Первый заместитель Мэра города Омска"),
        ("заместителя мэра Москвы", "Заместитель мэра Москвы"),
        ("главу городского округа Королёв", "Глава городского округа Королёв"),
        ("главу поселка Красный Яр", "Глава поселка Красный Яр"),
        ("начальника отдела ЗАГС", "Начальник отдела ЗАГС"),
        ("секретаря КДН и ЗП", "Секретарь КДН и ЗП"),
        ("директора МБУ «Центр Крутиковой»", "Директор МБУ «Центр Крутиковой»"),
        ("заместителя Главы Республики Карелия", "Заместитель Главы Республики Карелия"),
        (
            "заместителя главы администрации ЗАТО Северск",
            "Заместитель главы администрации ЗАТО Северск",
        ),
        ("районную комиссию по делам семьи", "Районная комиссия по делам семьи"),
        ("министра образования Тверской области", "Министр образования Тверской области"),
        ("министра образования Якутии", "Министр образования Якутии"),
        ("мэра Саратова", "Мэр Саратова"),
        ("управление образования Красноярска", "Управление образования Красноярска"),
        ("управление образования Омска", "Управление образования Омска"),
        ("отдел опеки и попечительства Балашихи", "Отдел опеки и попечительства Балашихи"),
        (
            "управление образования Петропавловска-Камчатского",
            "Управление образования Петропавловска-Камчатского",
        ),
    ],
)
def test_names_of_places_and_bodies_stay(who: str, post: str) -> None:
    reading = read(CONTROL.format(who=who), "Глава района И.И. Сидоров")
    assert reading.plan.controller == post
    assert not guessed(reading)


def test_the_acts_own_territory_is_no_surname() -> None:
    head = (*HEAD[:2], "Об утверждении плана мероприятий города Фролово на 2025 год")
    clause = CONTROL.format(who="управление образования Фролова")
    reading = read_plan("\n".join((*head, clause, "", TABLE)).encode(), "a.txt")
    assert reading.plan.controller == "Управление образования Фролова"
    assert not guessed(reading)


def test_a_word_that_may_be_a_place_is_kept_and_asked_about_without_it() -> None:
    reading = read(CONTROL.format(who="заместителя главы района Зюзельки"))
    assert reading.plan.controller == "Заместитель главы района Зюзельки"
    asked = next(one for one in reading.findings if one.field == "controller")
    assert asked.code == "post_name_kept"
    assert (asked.read, asked.proposal) == ("заместителя главы района …", "")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("заместителя главы района Иванова", "заместителя главы района …"),
        ("Крутикову, заместителя главы района", "…, заместителя главы района"),
        ("начальника отдела Крутикову и директора школы", "начальника отдела … и директора школы"),
    ],
)
def test_in_which_words_a_name_was_left_out_is_told(who: str, words: str) -> None:
    told = next(one for one in read(CONTROL.format(who=who)).findings if one.field == "controller")
    assert (told.code, told.read) == ("post_guessed", words)


def test_who_signs_without_initials() -> None:
    reading = read("3. Контроль за исполнением оставляю за собой.", "Глава района Крутикова")
    assert reading.plan.controller == "Глава района"
    assert guessed(reading) == ["controller"]


COMMISSION = "муниципальная комиссия по делам семьи"


@pytest.mark.parametrize(
    ("clause", "body"),
    [
        ("2. Возложить на муниципальную комиссию по делам семьи координацию плана.", COMMISSION),
        ("2. Возложить координацию плана на муниципальную комиссию по делам семьи.", COMMISSION),
        (
            "2. Координацию исполнения плана возложить на муниципальную комиссию по делам семьи.",
            COMMISSION,
        ),
        (
            "2. Определить муниципальную комиссию по делам семьи "
            "ответственной за реализацию плана.",
            COMMISSION,
        ),
        (
            "2. Информировать муниципальную комиссию по делам семьи о ходе выполнения плана "
            "ежеквартально до 5 числа месяца, следующего за отчетным.",
            COMMISSION,
        ),
        (
            "2. Направлять в районную межведомственную комиссию отчет ежеквартально до 5 числа.",
            "районная межведомственная комиссия",
        ),
        (
            "2. Ежеквартально до 10 числа представлять отчет в рабочую группу по семье.",
            "рабочая группа по семье",
        ),
        ("2. Определить управление образования координатором плана.", "управление образования"),
        (
            "2. Назначить заместителя главы района Крутикову Е.В. "
            "ответственной за реализацию плана.",
            "заместитель главы района",
        ),
    ],
)
def test_who_collects_stands_in_the_nominative(clause: str, body: str) -> None:
    reading = read(clause)
    assert reading.plan.coordinator == body
    assert not guessed(reading)


def test_a_case_that_is_not_understood_is_told() -> None:
    reading = read("2. Направлять в опорную площадку отчет ежеквартально до 5 числа.")
    assert guessed(reading) == ["coordinator"]


@pytest.mark.parametrize(
    "clause",
    [
        "3. Контроль за исполнением настоящего постановления оставляю за собой.",
        "3. Контроль за исполнением распоряжения оставить за собой.",
        "3. Контроль за исполнением настоящего распоряжения за собой оставляю.",
        "3. Контроль за исполнением постановления от 05.03.2025 № 17 оставляю за собой.",
        "3. Контроль за выполнением данного постановления беру на себя.",
        "3. Контроль за исполнением постановления возлагаю на себя.",
        "3. Контроль оставляю за собой.",
    ],
)
def test_who_keeps_the_control_is_who_signs(clause: str) -> None:
    assert read(clause, "Глава района    И.О. Петров").plan.controller == "Глава района"
    unsigned = read(clause)
    assert unsigned.plan.controller == ""
    told = [one.code for one in unsigned.findings if one.field == "controller"]
    assert told == ["controller_unsigned"]


def test_control_that_is_laid_on_somebody_first_is_not_kept() -> None:
    laid = "3. Контроль за исполнением плана возложить на заместителя главы района."
    kept = "4. Контроль за целевым расходованием средств оставляю за собой."
    assert read(laid, kept).plan.controller == "Заместитель главы района"
