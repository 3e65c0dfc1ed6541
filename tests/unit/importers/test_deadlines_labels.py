"""Every date of a list keeps the words that stand beside it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importers.deadlines import Term, read

TERM = Term.of_years(2026, 2026)
NAMES = (
    *("программа", "проект", "отчёт", "план работы", "сбор заявок", "утверждение"),
    *("проект и программа", "подведение итогов", "1 этап", "муниципальный этап"),
    *("отчет о реализации плана", "график", "итоговая информация"),
)
DATES = {
    "15.02": date(2026, 2, 15),
    "1 марта": date(2026, 3, 1),
    "20.06.2026": date(2026, 6, 20),
    "1 октября 2026 г.": date(2026, 10, 1),
    "01.12": date(2026, 12, 1),
}
FORMS = (
    *("до {date} – {name}", "{name} – до {date}", "{name}: до {date}", "{name} до {date}"),
    *("до {date} {name}", "не позднее {date} – {name}", "до {date} ({name})", "{name} - {date}"),
)
chosen = st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True)


@settings(max_examples=400)
@given(chosen, st.sampled_from(FORMS), st.sampled_from([", ", "; "]))
def test_all_labels_with_their_dates(names: list[str], form: str, sign: str) -> None:
    dates = sorted(DATES, key=DATES.__getitem__)[: len(names)]
    pairs = zip(names, dates, strict=True)
    phrase = sign.join(form.format(name=name, date=day) for name, day in pairs)
    reading = read(phrase, TERM)
    assert reading.kind == "multiple"
    assert reading.due_dates == tuple(DATES[day] for day in dates)
    assert reading.labels == tuple(names)
    assert reading.questions == ()


@pytest.mark.parametrize(
    ("phrase", "labels"),
    [
        ("до 15.10 – программа, до 01.12 – отчёт", ("программа", "отчёт")),
        ("15.10.2026 – программа; 01.12.2026 – отчёт", ("программа", "отчёт")),
        ("разработка в марте, внедрение в июне", ("разработка", "внедрение")),
        ("2026 год: проект – до 1 марта, утверждение – до 1 июня", ("проект", "утверждение")),
        ("до 1 марта проект и программа, до 1 июня акт", ("проект и программа", "акт")),
        ("план на год – до 1 марта, отчет за год – до 20 декабря", ("план на год", "отчет за год")),
        ("до 15.10 – программа, до 01.12", ("программа", "")),
        (
            "за I квартал до 15 апреля, за полугодие до 15 июля, за 9 месяцев до 15 октября",
            ("за I квартал", "за полугодие", "за 9 месяцев"),
        ),
    ],
)
def test_labels(phrase: str, labels: tuple[str, ...]) -> None:
    reading = read(phrase, TERM)
    assert (reading.labels, reading.questions) == (labels, ())


def test_a_reported_number_of_months_is_no_clock() -> None:
    for phrase in ("за 9 месяцев – до 15 октября", "за 9 месяцев до 15 октября"):
        reading = read(phrase, TERM)
        assert (reading.due_dates, reading.questions) == ((date(2026, 10, 15),), ())
    counted = read("за 3 месяца до 1 сентября", TERM)
    assert counted.due_dates == (date(2026, 5, 31),)


def test_words_before_a_single_date_stay_a_question() -> None:
    [asked] = read("отдел опеки до 1 марта", TERM).questions
    assert (asked.code, asked["words"]) == ("unread", "отдел опеки")


def test_a_list_that_runs_backwards_within_one_year_is_asked_about() -> None:
    phrase = "муниципальный этап – ноябрь, региональный этап – январь 2026 г."
    codes = [question.code for question in read(phrase, Term.of_years(2025, 2026)).questions]
    assert codes == ["order"]
    assert read(phrase, TERM).questions == ()
