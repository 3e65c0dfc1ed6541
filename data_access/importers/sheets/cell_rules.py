"""How the cells of a form look, and what a spreadsheet itself checks in them."""

from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from data_access.importers.sheets.columns import FormColumn
from data_access.records.forms import FormTexts
from data_access.records.limits import FIRST_DAY, LAST_DAY

DATE = "dd.mm.yyyy"
LARGEST = 10**14 - 1


def formats_of(book: Workbook) -> dict[str, Format]:
    """Return the formats by the kinds of cells."""
    base = {"valign": "top", "border": 1, "border_color": "#B8C0CC"}
    free = {**base, "locked": False}
    given = {**base, "bg_color": "#EEF1F5", "text_wrap": True, "num_format": "@"}
    return {
        "title": book.add_format({"bold": True, "font_size": 13}),
        "line": book.add_format({"font_color": "#44505F"}),
        "head": book.add_format({**base, "bold": True, "text_wrap": True, "bg_color": "#DCE3EC"}),
        "head_free": book.add_format(
            {**base, "bold": True, "text_wrap": True, "bg_color": "#FFF4CC"}
        ),
        "given": book.add_format(given),
        "given_number": book.add_format({**given, "num_format": "0"}),
        "text": book.add_format({**free, "text_wrap": True, "num_format": "@"}),
        "date": book.add_format({**free, "num_format": DATE}),
        "number": book.add_format(free),
        "outcome": book.add_format({**free, "num_format": "@"}),
        "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
    }


def format_of(column: FormColumn, formats: Mapping[str, Format]) -> Format:
    """Return the format of a column's cells."""
    if column.is_given:
        return formats["given_number" if column.kind == "year" else "given"]
    return formats[column.kind]


def rule_of(
    column: FormColumn, choices: Mapping[str, Sequence[str]], texts: FormTexts
) -> dict[str, Any]:
    """Return what a spreadsheet itself checks; the limits are those of the import."""
    if column.kind == "outcome":
        rule: dict[str, Any] = {"validate": "list", "source": list(choices[column.key])}
    elif column.kind == "date":
        rule = {"validate": "date", "criteria": "between"}
        rule |= {"minimum": FIRST_DAY, "maximum": LAST_DAY}
    elif column.is_signed:
        rule = {"validate": "decimal", "criteria": "between"}
        rule |= {"minimum": -LARGEST, "maximum": LARGEST}
    elif column.kind == "number":
        rule = {"validate": "decimal", "criteria": ">=", "value": 0}
    else:
        rule = {"validate": "length", "criteria": "<=", "value": column.limit}
    kind = "signed" if column.is_signed else column.kind
    told = texts.text(f"expected_{kind}", limit=column.limit)
    return rule | {"error_title": texts.text("wrong_value"), "error_message": told}
