"""Texts made to cost time: what is read of them, and that it takes seconds at most.

Each of them took from ten seconds to years, or broke the reader off; the bound is wide.
"""

from time import monotonic

import pytest

from data_access.importers.plan import assemble, executors
from data_access.importers.plan.read import read_plan
from data_access.importers.plan.refusal import ReadingRefused
from data_access.importers.plan.sources import dispatch, txt
from data_access.importers.plan.text import flat
from data_access.records.reading import PlanReading

SECONDS = 20
HEADER = "№\tМероприятие\tСрок исполнения\tИсполнитель\tРезультат\n"
ROW = "1\tАкция\t2025 год\tШкола\t\n"


def read(text: str, name: str = "a.txt") -> PlanReading:
    started = monotonic()
    try:
        return read_plan(text.encode(), name)
    finally:
        assert monotonic() - started < SECONDS


def test_comments_in_front_of_a_page() -> None:
    started = monotonic()
    assert not dispatch.HTML.match(b"<!---->" * 30 + b"x")
    assert monotonic() - started < 1
    assert dispatch.HTML.match(b"<?xml version='1.0'?> <!-- a --> <!-- b > -->\n<html>")


def test_a_word_without_end() -> None:
    with pytest.raises(ReadingRefused) as refused:
        read("План\n" + "а" * 60_000)
    assert refused.value.code == "no_plan"
    assert len(read(HEADER + ROW.replace("Акция", "а" * 60_000)).measures) == 1


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("меропри-\nятия", "мероприятия"),
        ("психолого- \n  педагогический", "психолого-педагогический"),
        ("10-\nлетие", "10-летие"),
        ("меж-\nвед-\nомственный", "межведомственный"),
        ("Дети -\nнаше", "Дети - наше"),
        ("район-\nШкола", "район- Школа"),
    ],
)
def test_words_broken_at_a_lines_end(text: str, made: str) -> None:
    assert flat(text) == made


def test_a_ruled_line_without_end() -> None:
    started = monotonic()
    read_text = "\n|a|b|\n|---|:--:|\n|c|d|\n|" + "-" * 30_000 + "x"
    lines = txt._from_pipes(read_text).split("\n")
    assert monotonic() - started < SECONDS
    assert lines[:4] == ["", "a\tb", "", "c\td"]


def test_tens_of_thousands_of_lines_in_one_cell() -> None:
    line = "строка текста без знаков табуляции, которая продолжается ниже и ниже, слово за словом"
    with pytest.raises(ReadingRefused):
        read(f"{line}\n" * 90_000)
    assert len(read(HEADER + ROW.rstrip("\t\n") + "\n" + f"{line}\n" * 60_000).measures) == 1


def test_a_number_of_thousands_of_digits() -> None:
    reading = read(HEADER + f"{'1' * 5000}\t2\t3\t4\t5\n" + ROW)
    assert "Акция" in [one.title for one in reading.measures]


def test_thousands_of_names_that_touch() -> None:
    names = executors.split("«А» КДН " * 2400)
    assert [one.text for one in names[:3]] == ["«А»", "КДН «А»", "КДН «А»"]
    assert len(read(HEADER + ROW.replace("Школа", "«А» КДН " * 2400)).measures) == 1


def test_what_runs_too_deep_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def deep(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(assemble, "content_of", deep)
    with pytest.raises(ReadingRefused) as refused:
        read(HEADER + ROW)
    assert refused.value.code == "damaged"


LONG = "слово " * 4000


def cut_in(reading: PlanReading) -> list[tuple[str, str, str]]:
    """Return place, column and length of what was left out."""
    return [
        (one.place, one.parameters["column"], one.parameters["count"])
        for one in reading.findings
        if one.code == "cell_cut"
    ]


def test_a_cell_that_is_cut_is_told_in_a_text() -> None:
    reading = read(HEADER + ROW.replace("Акция", LONG.strip()))
    assert cut_in(reading) == [("line:2", "2", "3999")]
    assert len(reading.measures[0].title) <= 20_000
    assert not cut_in(read(HEADER + ROW))


def test_cells_cut_beyond_those_told_one_by_one_are_counted() -> None:
    rows = "".join(f"{at}\t{LONG.strip()}\t2025 год\tШкола\n" for at in range(1, 54))
    found = [one for one in read(HEADER + rows).findings if one.field == "document"]
    assert [one.code for one in found[-2:]] == ["cell_cut", "cut_elsewhere"]
    assert (len(found), found[-1].parameters) == (51, {"count": "3"})


def test_a_cell_that_is_cut_is_told_in_a_page() -> None:
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>"
        for row in (
            ("№", "Мероприятие", "Срок исполнения", "Исполнитель"),
            ("1", LONG.strip(), "2025 год", "Школа"),
        )
    )
    found = cut_in(read(f"<html><body><table>{rows}</table></body></html>", "a.html"))
    assert [one[1:] for one in found] == [("2", "3999")]
    assert found[0][0].startswith("table:1 row:2")


def told(reading: PlanReading, code: str) -> list[tuple[str, str]]:
    return [(one.place, one.parameters["count"]) for one in reading.findings if one.code == code]


def test_a_paragraph_that_is_cut_is_told() -> None:
    assert told(read(LONG[:6001] + "\n" + HEADER + ROW), "paragraph_cut") == [("line:1", "1")]
    assert not told(read(LONG[:6000] + "\n" + HEADER + ROW), "paragraph_cut")


def test_a_text_that_goes_on_for_too_long_is_told() -> None:
    page = "<html><body>{}<table>{}</table></body></html>"
    table = "<tr><td>№</td><td>Мероприятие</td><td>Срок</td><td>Исполнитель</td></tr>"
    table += "<tr><td>1</td><td>Акция</td><td>2025 год</td><td>Школа</td></tr>"
    clauses = "".join(f"<p>{number}. Сведения.</p>" for number in range(1502))
    reading = read(page.format(clauses, table), "a.html")
    assert [count for _place, count in told(reading, "text_cut")] == ["2"]
    assert len(reading.measures) == 1
