"""Files of deadline phrases for `karta deadline --batch`, and the terms they name."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dashboard.cli.common import refuse
from data_access.importers.deadlines import Term
from data_access.importers.deadlines.records import FIRST_YEAR, LAST_YEAR
from layouts.texts import N_, _

YEAR = re.compile("(?:19|20|21)[0-9]{2}")
COLUMNS = ("phrase", "start", "end")
#: A line break within a phrase, as a file of one phrase a line has to write it.
LINE_BREAK = "\\n"
WRONG_DAY = N_(
    "a year from %(first)s to %(last)s or a date like 2024-12-31 is expected, not “%(text)s”"
)


def edge(text: str, last: bool) -> date:
    """Return the day of "2024" (its first or last one) or "2024-03-01"; ValueError for others."""
    text = text.strip()
    try:
        if YEAR.fullmatch(text):
            return date(int(text), 12, 31) if last else date(int(text), 1, 1)
        return Term(day := date.fromisoformat(text), day).start
    except ValueError:
        wrong = _(WRONG_DAY, first=FIRST_YEAR, last=LAST_YEAR, text=text)
        raise ValueError(wrong) from None


def term_of(start: str, end: str) -> Term:
    """Return the term between two years or dates; ValueError with the reason in words."""
    first, last = edge(start, last=False), edge(end, last=True)
    if first > last:
        raise ValueError(_("the term ends before it starts"))
    return Term(first, last)


def rows_of(path: Path) -> list[tuple[str, Term]]:
    """Return the phrases of a file with their terms; refuse a file with any wrong line."""
    rows, wrong = [], []
    for number, header, cells in _lines(path):
        try:
            rows.append(_row(header, cells))
        except ValueError as error:
            wrong.append(_("Line %(n)s: %(reason)s", n=number, reason=error))
    if wrong:
        refuse(*wrong)
    return rows


def _lines(path: Path) -> Iterator[tuple[int, list[str], list[str]]]:
    """Yield number, header and cells of each line; a tab parts cells, nothing is quoted."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        refuse(_("%(name)s: the file is not text in UTF-8.", name=path.name))
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    header = [name.strip() for name in lines[0].split("\t")]
    if missing := [name for name in COLUMNS if name not in header]:
        columns = ", ".join(missing)
        refuse(_("%(name)s: the file has no columns %(columns)s.", name=path.name, columns=columns))
    for number, line in enumerate(lines[1:], start=2):
        if line:
            yield number, header, line.split("\t")


def _row(header: list[str], cells: list[str]) -> tuple[str, Term]:
    if len(header) != len(cells):
        raise ValueError(_("the number of columns is wrong"))
    row = dict(zip(header, cells, strict=True))
    return row["phrase"].replace(LINE_BREAK, "\n"), term_of(row["start"], row["end"])
