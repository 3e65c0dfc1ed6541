"""Columns that a form doesn't know: nothing is read from them, and nobody shall find out later."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from data_access.importers.sheets.columns import FormColumn, letter, normal
from data_access.importers.sheets.table_rows import shortened
from data_access.importers.sheets.workbook import Row
from data_access.records.forms import Fault

#: «Дата испонения» is near «Дата исполнения», «Дата согласования» isn't.
NEAR = 0.85
_ASIDE = re.compile(r"\([^)]*\)|,.*")


@dataclass(frozen=True)
class Unread:
    """A column that isn't read: where it stands, what may be meant by it, its filled-in rows."""

    place: int
    header: str
    meant: str
    rows: tuple[int, ...]

    @property
    def is_lost(self) -> bool:
        """Tell whether something would be lost that belongs into a column of the form."""
        return bool(self.meant and self.rows)

    @property
    def code(self) -> str:
        """Return the code of what is said of it."""
        if not self.header:
            return "no_header"
        if not self.meant:
            return "unknown_header"
        return "misspelt_and_filled" if self.rows else "misspelt_header"


def unread_columns(
    columns: Sequence[FormColumn], head: Row, known: Collection[str], body: Sequence[Row]
) -> Iterator[Unread]:
    """Yield the columns beside the `known` ones, by the rows under the header.

    One without a header is told of only where something is filled in.
    """
    free = {normal(one): one for it in columns if it.key not in known for one in it.spellings}
    taken = {normal(one) for it in columns for one in it.spellings}
    widest = max(len(values) for _number, values in (head, *body))
    for place in range(widest):
        said = _cell(head[1], place)
        header = str(said).strip() if isinstance(said, str | int | float) else ""
        rows = tuple(number for number, values in body if _cell(values, place) is not None)
        if normal(header) not in taken and (header or rows):
            yield Unread(place, header, meant_by(header, free), rows)


def _cell(values: Sequence[Any], place: int) -> Any:
    return values[place] if place < len(values) else None


def meant_by(header: str, free: Mapping[str, str]) -> str:
    """Return the header that a misspelt one is meant to be, "" where none is near.

    `free` are the headers that the sheet lacks, by how they are compared. What stands in brackets
    or after a comma is taken as an addition: «Примечание (при наличии)».
    """
    for written in (normal(header), normal(_ASIDE.sub("", header))):
        near = get_close_matches(written, free, n=1, cutoff=NEAR)
        if near:
            return free[near[0]]
    return ""


def fault_of(sheet: str, head: Row, one: Unread) -> Fault:
    """Return what is said of a column, at its header or else at its first filled-in cell."""
    row = head[0] if one.header and not one.is_lost else one.rows[0]
    return Fault(
        one.code,
        sheet=sheet,
        row=row,
        column=shortened(one.header),
        cell=f"{letter(one.place)}{row}",
        values={"meant": one.meant, "cells": str(len(one.rows)), "letter": letter(one.place)},
    )
