"""Working days, weekdays and numbers told twice are read by the calendar, or asked about."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importers.deadlines import Reading, Term, read
from data_access.rules.days import is_working_day

MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
WEEKDAYS = ("понедельник", "вторник", "четверг", "воскресенье")
ISO = {"понедельник": 1, "вторник": 2, "четверг": 4, "воскресенье": 7}
#: 1 to 31 in words, as brackets repeat them.
ORDINALS = {
    1: "первого",
    2: "второго",
    3: "третьего",
    5: "пятого",
    8: "восьмого",
    11: "одиннадцатого",
    15: "пятнадцатого",
    19: "девятнадцатого",
    20: "двадцатого",
    25: "двадцать пятого",
    28: "двадцать восьмого",
    30: "тридцатого",
}
years = st.integers(2019, 2027)
months = st.integers(1, 12)


def codes(reading: Reading) -> set[str]:
    return {question.code for question in reading.questions}


def days_of(year: int, month: int) -> list[date]:
    first = date(year, month, 1)
    return [day for n in range(31) if (day := first + timedelta(days=n)).month == month]


@settings(max_examples=200)
@given(years, months, st.integers(1, 15), st.sampled_from(["{}", "{}-го", "{}-й"]))
def test_a_working_day_of_a_month(year: int, month: int, number: int, form: str) -> None:
    phrase = f"до {form.format(number)} рабочего дня {MONTHS[month - 1]} {year} года"
    reading = read(phrase, Term.of_years(year, year))
    working = [day for day in days_of(year, month) if is_working_day(day)]
    assert (reading.kind, reading.due_dates) == ("by_date", (working[number - 1],))
    assert codes(reading) == set()


@settings(max_examples=100)
@given(years, st.sampled_from(["последний", "в последний", "не позднее последнего"]))
def test_the_last_working_day_of_each_month(year: int, form: str) -> None:
    words = "рабочего дня" if form.endswith("го") else "рабочий день"
    reading = read(f"{form} {words} каждого месяца", Term.of_years(year, year))
    last = [max(filter(is_working_day, days_of(year, month))) for month in range(1, 13)]
    assert list(reading.due_dates) == last


@settings(max_examples=200)
@given(years, months, st.sampled_from(WEEKDAYS), st.sampled_from(["первый", "второй", "последний"]))
def test_a_weekday_of_a_month(year: int, month: int, name: str, which: str) -> None:
    form = {"первый": "первое", "второй": "второе", "последний": "последнее"}
    said = form[which] if name == "воскресенье" else which
    reading = read(f"{said} {name} {MONTHS[month - 1]}", Term.of_years(year, year))
    fitting = [day for day in days_of(year, month) if day.isoweekday() == ISO[name]]
    due = fitting[{"первый": 0, "второй": 1, "последний": -1}[which]]
    assert (reading.kind, reading.due_dates) == ("by_date", (due,))


def test_the_reported_period_is_told_or_asked_about() -> None:
    told = read(
        "до 5 рабочего дня месяца, следующего за отчетным кварталом", Term.of_years(2026, 2026)
    )
    assert [day.isoformat() for day in told.due_dates] == [
        "2026-04-07",
        "2026-07-07",
        "2026-10-07",
        "2027-01-15",
    ]
    assert codes(told) == {"outside_term"}
    untold = read(
        "не позднее 5-го рабочего дня месяца, следующего за отчётным", Term.of_years(2026, 2026)
    )
    assert untold.due_dates[:2] == (date(2026, 2, 6), date(2026, 3, 6))
    assert "monthly_assumed" in codes(untold)


@pytest.mark.parametrize(
    "phrase",
    ["до 3 рабочего дня января 2040 года", "не позднее 3 рабочих дней после окончания квартала"],
)
def test_years_without_known_transfers_are_asked_about(phrase: str) -> None:
    reading = read(phrase, Term.of_years(2040, 2040))
    asked = next(question for question in reading.questions if question.code == "calendar")
    assert "2040" in str(asked["years"])
    assert asked["dates"] == reading.due_dates
    assert "calendar" not in codes(read(phrase.replace("2040", "2026"), Term.of_years(2026, 2026)))


@pytest.mark.parametrize("phrase", ["в течение 5 рабочих дней с даты подписания", "5 рабочих дней"])
def test_working_days_that_run_from_an_event_stay_clocks(phrase: str) -> None:
    assert codes(read(phrase, Term.of_years(2026, 2026))) == {"clock"}


@settings(max_examples=200)
@given(
    st.sampled_from(sorted(ORDINALS)), months, st.sampled_from(["до {} {}", "к {} {} 2024 года"])
)
def test_a_number_told_twice_is_one(day: int, month: int, form: str) -> None:
    term = Term.of_years(2024, 2024)
    name = MONTHS[month - 1]
    twice = read(form.format(f"{day} ({ORDINALS[day]})", name), term)
    assert twice == read(form.format(day, name), term)
    assert read(form.format(ORDINALS[day], name), term) == twice


AFTER_QUARTER = "в течение {} дней после окончания квартала"


@pytest.mark.parametrize(
    ("twice", "once"),
    [
        (AFTER_QUARTER.format("10 (десяти)"), AFTER_QUARTER.format("10")),
        (AFTER_QUARTER.format("10-ти"), AFTER_QUARTER.format("10")),
        ("не позднее чем за 2 (два) месяца до конца года", "за 2 месяца до конца года"),
        ("1 (один) раз в квартал", "1 раз в квартал"),
        ("I (первый) квартал", "I квартал"),
        ("до 25 (двадцать пятого) числа каждого месяца", "до 25 числа каждого месяца"),
        ("до пятнадцатого (15) марта", "до 15 марта"),
    ],
)
def test_lengths_and_numbers_of_periods_told_twice(twice: str, once: str) -> None:
    term = Term.of_years(2026, 2026)
    assert read(twice, term) == read(once, term)


def test_figures_and_words_that_differ_are_asked_about() -> None:
    reading = read("до 10 (пятнадцатого) марта 2026 года", Term.of_years(2026, 2026))
    assert reading.due_dates == (date(2026, 3, 10),)
    [asked] = reading.questions
    assert (asked.code, asked["words"]) == ("number_words", "10 (пятнадцатого)")


def test_the_day_of_one_month_stands_for_the_common_one() -> None:
    term = Term.of_years(2026, 2026)
    reading = read("до 20 числа каждого месяца, в декабре – до 15 числа", term)
    assert reading.due_dates == (
        *(date(2026, month, 20) for month in range(1, 12)),
        date(2026, 12, 15),
    )
    assert reading.questions == ()


def test_the_date_of_one_period_stands_for_the_common_one() -> None:
    reading = read(
        "ежеквартально до 15 числа месяца, следующего за отчетным, за IV квартал – до 20 декабря",
        Term.of_years(2026, 2026),
    )
    assert [day.isoformat() for day in reading.due_dates] == [
        "2026-04-15",
        "2026-07-15",
        "2026-10-15",
        "2026-12-20",
    ]
    assert reading.questions == ()
