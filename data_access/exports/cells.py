"""Values as the cells of a spreadsheet: Russian formats, and nothing that would be run."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from data_access.records.exports import Column, ExportTexts

#: A cell that begins with one of these may be run as a formula (OWASP, "CSV Injection").
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: What such a cell begins with, blanks before the sign included; one look for each cell of a file.
DOUBTFUL = frozenset({*FORMULA_SIGNS, " "})
JOINT = "; "


def harmless(text: str) -> str:
    """Return the text so that no spreadsheet runs it: an apostrophe before a formula's sign."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_SIGNS) else text


def unharmed(text: str) -> str:
    """Return what `harmless` was given, for a text that it has made and that comes back."""
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text


def cell_text(column: Column, value: Any, texts: ExportTexts) -> str:
    """Return a value as the text of a CSV cell: DD.MM.YYYY, decimal comma, words for people."""
    return writer_of(column, texts)(value)


def writer_of(column: Column, texts: ExportTexts) -> Callable[[Any], str]:
    """Return what `cell_text` does for the values of one column; made once for a file."""
    if column.kind in ("date", "moment"):
        return _dates("%d.%m.%Y" if column.kind == "date" else "%d.%m.%Y %H:%M")
    if column.kind in ("number", "integer", "percent"):
        return lambda value: _number(column, value, texts.decimal_sign)
    if column.kind in ("status", "word"):
        return _words(texts)
    if column.kind == "texts":
        return lambda value: "" if value is None else harmless(JOINT.join(value))
    return _text


def _text(value: Any) -> str:
    if value is None:
        return ""
    text = str(value)
    return harmless(text) if text[:1] in DOUBTFUL else text


def _dates(form: str) -> Callable[[Any], str]:
    @lru_cache(maxsize=10_000)
    def write(value: Any) -> str:
        return "" if value is None else f"{value:{form}}"

    return write


def _number(column: Column, value: Any, decimal_sign: str) -> str:
    return "" if value is None else number_text(column, value).replace(".", decimal_sign)


def _words(texts: ExportTexts) -> Callable[[Any], str]:
    known: dict[Any, str] = {None: ""}

    def write(value: Any) -> str:
        if value not in known:
            known[value] = harmless(texts.word(value))
        return known[value]

    return write


def plain_text(column: Column, value: Any, texts: ExportTexts) -> str:
    """Return a value of a textual column as people read it."""
    if column.kind in ("status", "word"):
        return texts.word(value)
    if column.kind == "texts":
        return JOINT.join(value)
    return str(value)


def number_text(column: Column, value: Any) -> str:
    """Return a number with a point; a percentage with one decimal, without its sign."""
    if column.kind == "percent":
        return f"{100 * value:.1f}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value)


def json_value(value: Any) -> Any:
    """Return a value for other programs: ISO dates, identifiers, numbers, null."""
    if isinstance(value, date):  # a moment is a date too
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value
