"""Numbers that are missing: nothing but the number is lost, and each is named."""

from data_access.importers.plan.read import read_plan
from data_access.records.reading import Finding, PlanReading

TITLE = "Об утверждении плана мероприятий на 2025-2026 годы\n\n"
HEADER = ("№", "Мероприятие", "Срок", "Исполнители", "Результат")


def page(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> PlanReading:
    lines = ["<tr>" + "".join(f"<td>{cell}" for cell in row) + "</tr>" for row in (header, *rows)]
    return read_plan(f"<html><body><p>{TITLE}</p><table>{''.join(lines)}".encode(), "a.html")


def text(*lines: str) -> PlanReading:
    return read_plan((TITLE + "\n".join(("\t".join(HEADER), *lines))).encode(), "a.txt")


def row(number: str, title: str = "Выставка рисунков", due: str = "2026 г.") -> tuple[str, ...]:
    return number, title, due, "Отдел культуры", "Памятка"


def named(reading: PlanReading, code: str) -> list[Finding]:
    return [one for one in reading.findings if one.code == code]


def numbers(reading: PlanReading) -> list[str]:
    return [one.number for one in reading.measures]


def test_a_row_without_its_number_is_no_header_of_indicators() -> None:
    reading = page(row("1.1"), row("1.2"), row(""), row("1.4"))
    assert numbers(reading) == ["1.1", "1.2", "1.3", "1.4"]
    assert reading.indicators == ()
    (finding,) = named(reading, "number_absent")
    assert (finding.measure, finding.severity, finding.proposal) == ("1.3", "error", "1.3")


def test_nor_where_its_words_are_those_of_a_header() -> None:
    title = "Проведение мероприятий по росту показателя"
    reading = page(row("1.1"), row("", title, "до 1 мая 2026 г."), row("1.3"))
    assert [one.title for one in reading.measures][1] == title
    assert numbers(reading) == ["1.1", "1.2", "1.3"]


def test_dates_in_two_columns_make_no_years_of_indicators() -> None:
    header = ("№", "Мероприятие", "Дата начала", "Дата окончания", "Исполнители")
    rows = [(one, "Выставка", "01.02.2025", "30.06.2026", "Школа") for one in ("1.1", "", "1.3")]
    reading = page(*rows, header=header)
    assert numbers(reading) == ["1.1", "1.2", "1.3"]


def test_indicators_below_the_measures_are_still_found() -> None:
    reading = text(
        "\t".join(row("1.1")),
        "Показатель\tЕд. изм.\t2025 год\t2026 год\t",
        "Снижение числа отказов\tслучаев\t4\t2\t",
    )
    assert numbers(reading) == ["1.1"]
    assert [one.name for one in reading.indicators] == ["Снижение числа отказов"]


def test_a_section_row_without_tabs_belongs_to_the_table() -> None:
    reading = text("1. Ранняя помощь", *("\t".join(row(f"1.{at}")) for at in (1, 2, 3)))
    assert numbers(reading) == ["1.1", "1.2", "1.3"]
    assert [(one.number, one.title) for one in reading.sections] == [("1", "Ранняя помощь")]


def test_a_repeated_header_after_such_a_row_loses_nothing() -> None:
    again = ["", "\t".join(HEADER)]
    second = ["2. Досуг", "\t".join(row("2.1"))]
    reading = text(
        "1. Ранняя помощь", "\t".join(row("1.1")), *again, "\t".join(row("1.2")), *second
    )
    assert numbers(reading) == ["1.1", "1.2", "2.1"]
    assert [one.section for one in reading.measures] == ["1", "1", "2"]


def test_rows_below_a_heading_without_a_number_keep_the_columns_of_the_header() -> None:
    reading = text("Ранняя помощь", "\t".join(row("1.1")), "1.2\tЯрмарка\t2026 г.\tШкола")
    assert numbers(reading) == ["1.1", "1.2"]


def test_numbers_missing_at_the_beginning_of_a_section_are_named() -> None:
    reading = page(("1. Раздел",), row("1.3"), row("1.4"), ("2. Раздел",), row("2.1"))
    (finding,) = named(reading, "number_missing")
    assert (finding.measure, finding.parameters["missing"]) == ("1.3", "1.1, 1.2")


def test_numbers_that_run_on_through_the_sections_miss_nothing() -> None:
    reading = page(("I. Раздел",), row("1"), row("2"), ("II. Раздел",), row("3"))
    assert named(reading, "number_missing") == []
