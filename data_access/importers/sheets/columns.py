"""Columns of a form, and how their headers are recognised."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_HYPHENATED = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")
_EDGES = " .:*,;"


@dataclass(frozen=True)
class FormColumn:
    """A column: `kind` is text, date, number, outcome, year or code.

    `is_given` columns are filled in by the system and locked; `spellings` are all the headers
    that people may have for it; `limit` is the longest text; `is_signed` numbers may be below zero.
    """

    key: str
    kind: str
    is_given: bool
    spellings: tuple[str, ...]
    width: int
    limit: int = 2000
    is_signed: bool = False


def normal(header: str) -> str:
    """Return a header as it is compared: case, ё, N for №, hyphenation and spaces don't matter."""
    text = _HYPHENATED.sub("", header).casefold().replace("ё", "е")
    text = re.sub(r"^n(?=\W)|^no\.", "№", text)
    return " ".join(text.split()).strip(_EDGES)


def recognised(columns: Sequence[FormColumn], cells: Sequence[Any]) -> dict[str, list[int]]:
    """Return key → the places in `cells` where a header of that column stands."""
    known = {normal(one): column.key for column in columns for one in column.spellings}
    found: dict[str, list[int]] = {}
    for place, cell in enumerate(cells):
        if isinstance(cell, str) and (key := known.get(normal(cell))):
            found.setdefault(key, []).append(place)
    return found


def letter(place: int) -> str:
    """Return the name of a column in a spreadsheet: 0 → "A", 27 → "AB"."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
