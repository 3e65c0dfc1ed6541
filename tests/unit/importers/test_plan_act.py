"""The text of the act: requisites that contradict each other, term, posts, reporting duty."""

from datetime import date

import pytest

from data_access.importers.plan import declension
from data_access.importers.plan.read import read_plan
from data_access.records.reading import CitedAct, PlanReading

TABLE = "№\tМероприятие\tСрок\tИсполнитель\n1.1\t{title}\t{due}\tШкола\n"


def read(*lines: str, title: str = "Выставка", due: str = "2022") -> PlanReading:
    return read_plan("\n".join([*lines, TABLE.format(title=title, due=due)]).encode(), "a.txt")


def codes(reading: PlanReading) -> set[str]:
    return {one.code for one in reading.findings}


HEAD = ("ПОСТАНОВЛЕНИЕ", "от « 5 » марта 2022 г.", "№ 17", "Об утверждении плана на 2022 год")


def test_head_and_stamp_that_differ_leave_the_date_open() -> None:
    reading = read(*HEAD, "УТВЕРЖДЕН", "постановлением администрации", "от 05.04.2022 № 18")
    assert reading.plan.act_date is None
    assert reading.plan.number == "17"
    assert {"act_date_contradiction", "act_number_contradiction"} <= codes(reading)


AMENDING = (
    "ПОСТАНОВЛЕНИЕ",
    "от 20.10.2022 № 240-п",
    "О внесении изменений в постановление администрации от {day} № 17-п «Об утверждении плана на "
    "2022 год»",
    "1. Изложить план в новой редакции.",
    "План мероприятий по поддержке семей на 2022 год",
)


@pytest.mark.parametrize("day", ["05.03.2022", "5 марта 2022 года", "« 5 » марта 2022 г."])
def test_an_amending_act_names_what_it_changes(day: str) -> None:
    plan = read(*(line.format(day=day) for line in AMENDING)).plan
    assert plan.amended == (CitedAct("17-п", date(2022, 3, 5)),)
    assert (plan.number, plan.act_date) == ("240-п", date(2022, 10, 20))
    assert plan.title == "План мероприятий по поддержке семей на 2022 год"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("городе Лысьва", "Лысьва"),
        ("города Лысьва", "Лысьва"),
        ("города Лысьвы", "Лысьва"),
        ("города Кола", "Кола"),
        ("города Тамбова", "Тамбов"),
        ("города Вологды", "Вологда"),
        ("города Омска", "Омск"),
        ("города Твери", "Тверь"),
        ("города Сочи", "Сочи"),
    ],
)
def test_towns_are_named_in_the_nominative(said: str, name: str) -> None:
    subject = f"Об утверждении плана мероприятий {said} на 2022 год"
    plan = read("ПОСТАНОВЛЕНИЕ", "от 05.03.2022 № 17", subject).plan
    assert plan.territory == f"город {name}"


def test_an_act_of_its_own_amends_nothing() -> None:
    assert read(*HEAD, "В соответствии с указом от 01.02.2022 № 3").plan.amended == ()


def test_an_act_that_cites_a_later_one() -> None:
    reading = read(*HEAD, title="Меры по постановлению от 10.04.2022 № 5")
    assert "act_date_before_cited" in codes(reading)


def test_dates_before_the_act_are_left_out() -> None:
    reading = read(*HEAD, due="ежемесячно")
    assert reading.measures[0].schedule.due_dates[0] == date(2022, 3, 31)
    assert "deadline_before_act" in codes(reading)


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("Об утверждении плана на 2022 - 2024 годы", 2022, 2024),
        ("Об утверждении плана на 2022 год", 2022, 2022),
        ("Об утверждении плана на период до 2023 года", 2022, 2023),
        ("Об утверждении плана с 2021 по 2025 год", 2021, 2025),
        ("Об утверждении плана", 2022, 2022),
    ],
)
def test_terms(title: str, start: int, end: int) -> None:
    plan = read("ПРИКАЗ", title).plan
    assert (plan.period_start, plan.period_end) == (date(start, 1, 1), date(end, 12, 31))


def test_the_controller_is_a_post_without_a_person() -> None:
    for name in ("Сидорова А.Б.", "А.Б. Сидорова", "Сидорова Андрея Борисовича"):
        clause = f"3. Контроль за исполнением возложить на первого заместителя главы округа {name}"
        assert read(*HEAD, clause).plan.controller == "Первый заместитель главы округа"


def test_who_keeps_the_control_is_who_signs() -> None:
    reading = read(*HEAD, "3. Контроль исполнения оставляю за собой.", "Глава района  А.Б. Сидоров")
    assert reading.plan.controller == "Глава района"


@pytest.mark.parametrize(
    ("clause", "frequency", "last", "body"),
    [
        (
            "2. Ежемесячно до 5 числа месяца, следующего за отчетным, "
            "направлять в отдел опеки отчет.",
            "monthly",
            date(2023, 1, 5),
            "отдел опеки",
        ),
        (
            "2. Исполнителям представить в комиссию по делам семьи "
            "информацию до 20 января 2023 года.",
            "once",
            date(2023, 1, 20),
            "комиссия по делам семьи",
        ),
        (
            "2. Исполнителям представить в срок до 15.01.2023 отчет в отдел опеки.",
            "once",
            date(2023, 1, 15),
            "отдел опеки",
        ),
        (
            "2. Исполнителям представлять в отдел опеки отчеты: за первое полугодие – "
            "до 10 июля 2022 г., за год – до 20 января 2023 г.",
            "half_yearly",
            date(2023, 1, 20),
            "отдел опеки",
        ),
        (
            "2. Исполнителям два раза в год до 10 июля и до 10 января представлять отчет "
            "в отдел опеки.",
            "half_yearly",
            date(2023, 1, 10),
            "отдел опеки",
        ),
        (
            "2. Исполнителям каждые полгода, не позднее 5 числа месяца, следующего за отчетным "
            "периодом, представлять отчет в отдел опеки.",
            "half_yearly",
            date(2023, 1, 5),
            "отдел опеки",
        ),
    ],
)
def test_reporting_duties(clause: str, frequency: str, last: date, body: str) -> None:
    plan = read(*HEAD, clause).plan
    assert plan.reporting["frequency"] == frequency
    assert plan.reporting["due_dates"][-1] == last
    assert plan.coordinator == body


def test_doubts_about_a_duty_are_told() -> None:
    reading = read(*HEAD, "2. Ежеквартально до 10 числа представлять отчет в отдел опеки.")
    asked = [one for one in reading.findings if one.field == "reporting"]
    assert [(one.code, one.read) for one in asked] == [
        ("deadline.which_month", "Ежеквартально до 10 числа")
    ]


def test_without_a_duty_there_is_none() -> None:
    reading = read(*HEAD)
    assert reading.plan.reporting == {}
    assert "reporting_absent" in codes(reading)


@pytest.mark.parametrize(
    ("title", "territory", "level"),
    [
        ("плана в Рязанской области на 2022 год", "Рязанская область", "municipality"),
        ("плана на территории города Омска на 2022 год", "город Омск", "municipality"),
        (
            "плана Берёзовского муниципального округа Кировской области на 2022 год",
            "Берёзовский муниципальный округ Кировской области",
            "municipality",
        ),
        ("плана ЗАТО Северск на 2022 год", "ЗАТО Северск", "municipality"),
    ],
)
def test_territories(title: str, territory: str, level: str) -> None:
    plan = read("ПОСТАНОВЛЕНИЕ", f"Об утверждении {title}").plan
    assert plan.territory.partition(" Кировской")[0] == territory.partition(" Кировской")[0]
    assert plan.level == level


def test_a_body_of_the_region_makes_a_regional_plan() -> None:
    lines = (
        "ПРАВИТЕЛЬСТВО АЛТАЙСКОГО КРАЯ",
        "РАСПОРЯЖЕНИЕ",
        "Об утверждении плана Алтайского края",
    )
    plan = read(*lines).plan
    assert (plan.territory, plan.level) == ("Алтайский край", "region")


def test_words_of_titles() -> None:
    assert declension.title("Об утверждении Комплексного плана («дорожной карты»)") == (
        "Комплексный план («дорожная карта»)"
    )
