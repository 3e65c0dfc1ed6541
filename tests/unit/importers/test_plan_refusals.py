"""Hostile and broken files: a refusal with its reason, never a traceback."""

import time
import zipfile

import pytest

from data_access.importers.plan import limits
from data_access.importers.plan.read import read_plan
from data_access.importers.plan.refusal import ReadingRefused
from data_access.records.limits import MOST_BYTES
from layouts.refusal_texts import REFUSALS, refusal_text
from tests.unit.importers import plan_documents as documents

DOCUMENT = (
    b"<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"
)
ENTITY = b"<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><d><body>&b;</body></d>"
FORM = "Об утверждении плана на 2022 год\n№\tМероприятие\tСрок\tИсполнитель\n1\t2\t3\t4\n".encode()
LETTER = (
    "Письмо № 14 от 12.01.2024\nО лучших практиках\nСообщаем о направлениях поддержки.".encode()
)

FILES = {
    "empty": ("a.txt", b"  \n\t"),
    "too_large": ("a.txt", b"a" * (MOST_BYTES + 1)),
    "zip_bomb": ("a.docx", documents.zip_of(word__document=b"\0" * 30_000_000)),
    "damaged": ("a.docx", documents.as_docx()[:2000]),
    "not_word": ("a.docx", documents.zip_of(ppt__slide=b"<x/>")),
    "workbook": ("a.xlsx", documents.zip_of(xl__workbook=b"<x/>")),
    "wrong_extension": ("a.pdf", "обычный текст".encode()),
    "old_word": ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 500),
    "rtf": ("a.docx", b"{\\rtf1 hello}"),
    "picture": ("a.txt", b"\x89PNG" + b"\0" * 50),
    "picture_pdf": ("a.pdf", documents.as_picture_pdf()),
    "not_text": ("a.txt", bytes(range(256)) * 20),
    "letter": ("a.txt", LETTER),
    "no_plan": ("a.html", b"<html><body><p>Hello</p><table><tr><td>1<td>2</table>"),
    "no_text": ("a.html", b"<html><body><script>alert(1)</script></body></html>"),
    "empty_form": ("a.txt", FORM),
    "no_measure_column": ("a.txt", "№\tТема\tСрок\tИсполнитель\n1\tА\tмай\tБ\n".encode()),
    "no_due_column": ("a.txt", "№\tМероприятие\tПовод\n1\tСмотр\tДень села\n".encode()),
    "misnamed_column": (
        "a.txt",
        "№\tМероприятие\tИсполненители и лица\tЦель\n1\tСмотр\tОтдел\tА\n".encode(),
    ),
}


@pytest.mark.parametrize("code", FILES)
def test_refused_with_its_reason(code: str) -> None:
    name, data = FILES[code]
    with pytest.raises(ReadingRefused) as refused:
        read_plan(data, name)
    assert refused.value.code == code
    assert refusal_text(code, refused.value.parameters)


def test_every_reason_has_its_words() -> None:
    assert set(FILES) <= set(REFUSALS)


@pytest.mark.parametrize(
    "data",
    [
        documents.zip_of(word__document=ENTITY),
        documents.zip_of(word__document=b"<w:document"),
        documents.zip_of(word__document=b"<a/>"),
        documents.as_picture_pdf()[:400],
        b"%PDF-1.7\n" + b"\xff" * 4000,
    ],
)
def test_damaged(data: bytes) -> None:
    with pytest.raises(ReadingRefused):
        read_plan(data, "a")


def test_a_header_that_lies_about_its_size_does_not_help() -> None:
    data = bytearray(documents.zip_of(word__document=b"\0" * 5_000_000))
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = (100).to_bytes(4, "little")
    with pytest.raises((ReadingRefused, zipfile.BadZipFile)):
        read_plan(bytes(data), "a.docx")


def test_absurd_spans_cost_nothing() -> None:
    rows = "<tr><td rowspan=999999 colspan=999999>x</td></tr>" * 200
    start = time.monotonic()
    with pytest.raises(ReadingRefused):
        read_plan(f"<table>{rows}</table>".encode(), "a.html")
    assert time.monotonic() - start < 5


def test_too_many_rows() -> None:
    with pytest.raises(ReadingRefused) as refused:
        read_plan(b"<table>" + b"<tr><td>a<td>b" * (limits.ROWS + 1), "a.html")
    assert refused.value.code == "too_many_rows"


def test_mark_up_in_cells_is_text() -> None:
    rows = [
        ("1. Раздел",),
        ("1.1", "=CMD()|A1 <b>жирно</b> &lt;script&gt;", "2023", "Школа", "", ""),
    ]
    (measure,) = read_plan(documents.as_tabs(rows), "a.txt").measures
    assert measure.title.startswith("=CMD()|A1")
