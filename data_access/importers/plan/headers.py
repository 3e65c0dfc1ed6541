"""Recognition of table headers: what a column holds, by the synonyms of the genre.

Normalised first (lower case, ё→е, N→№, words joined over line ends); the longest match wins.
Unknown columns keep their title and are handed on as extra fields.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from data_access.importers.plan import numbering
from data_access.importers.plan.header_slips import Slip, slips_in
from data_access.importers.plan.header_words import BARE_DATE, BELOW, EDGES, SYNONYMS
from data_access.importers.plan.sources.model import Row
from data_access.importers.plan.text import flat, fold

YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
LONGEST_TITLE = 110
#: With its line breaks and spaces; what is longer is not looked at.
LONGEST_RAW = 1000
#: Roles that make a table a plan's: what is done, and when or by whom.
NEEDED = ({"measure"}, {"due", "due_start", "due_end", "executor", "coexecutor"})
HEADER_ROWS = 3
WORDS = sorted({word for words in SYNONYMS.values() for word in words})
#: Passes over what holds no synonym at all: most of a document's lines.
QUICK = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, WORDS))})")


@dataclass(frozen=True)
class Columns:
    """The roles of a table's columns ("extra" for an unknown one), their titles, misspelt ones."""

    roles: tuple[str, ...]
    titles: tuple[str, ...]
    slips: tuple[Slip, ...] = ()

    def first(self, role: str) -> int | None:
        """Return the first column of a role; None where there is none."""
        return self.roles.index(role) if role in self.roles else None

    @property
    def is_plan(self) -> bool:
        """Tell whether the columns are those of a table of measures."""
        return all(needed & set(self.roles) for needed in NEEDED)

    @property
    def is_indicators(self) -> bool:
        """Tell whether the columns are those of a table of indicators."""
        years = sum(role.startswith("year") for role in self.roles)
        named = {"indicator", "unit"} & set(self.roles)
        return bool(years and named) and "executor" not in self.roles


def normalise(title: str) -> str:
    """Return a header in the form in which synonyms are looked up."""
    text = re.sub(r"\bn\b", "№", fold(flat(title)))
    return " ".join(re.sub(r"[^\w№% ]", " ", text).split())


def role_of(title: str) -> str | None:
    """Return the role of a column by its title; None for an unknown one."""
    return _role_of(title) if len(title) <= LONGEST_RAW else None


@lru_cache(maxsize=4096)
def _role_of(title: str) -> str | None:
    text = normalise(title)
    if not text or len(text) > LONGEST_TITLE:
        return None
    year = YEAR.search(text)
    if year and not re.search("срок|мероприят|исполнител", text):
        kind = "actual" if re.search("факт|достигнут|отчет|базов", text) else "target"
        return f"year_{kind}:{year.group(1)}"
    if edge := next((role for role, words in EDGES.items() if words.fullmatch(text)), None):
        return edge
    if not QUICK.search(text):
        return None
    found = [(len(word), -match.start(), role) for word, role, match in _matches(text)]
    return max(found)[2] if found else None


def _matches(text: str) -> list[tuple[str, str, re.Match[str]]]:
    hits = []
    for role, words in SYNONYMS.items():
        for word in words:
            match = re.search(rf"(?<!\w){re.escape(word)}", text)
            if match and (len(word) > 4 or match.group() == text):
                hits.append((word, role, match))
    return hits


def recognise(rows: tuple[Row, ...], start: int = 0) -> tuple[Columns, int] | None:
    """Return the columns of the header that begins at a row, and the row after it.

    A header of two levels ("Срок реализации" above "начало", "окончание") counts as one. None
    where the row is no header.
    """
    best: tuple[Columns, int] | None = None
    for depth in range(1, HEADER_ROWS + 1):
        if start + depth > len(rows):
            break
        if depth > 1 and not _is_second_level(rows[start + depth - 1]):
            break
        columns = _columns(rows[start : start + depth])
        if columns.is_plan or columns.is_indicators:
            best = columns, start + depth
    return best


def _is_second_level(row: Row) -> bool:
    """Tell whether a row only names parts of the columns above: short words, no numbers."""
    texts = [row.cells[column] for column in row.own]
    return bool(texts) and all(_is_part(text) for text in texts)


def _is_part(text: str) -> bool:
    if numbering.split(text) or numbering.bare(text) or len(text) > 60:
        return False
    return role_of(text) is not None or bool(BELOW.fullmatch(normalise(text)))


def _columns(rows: tuple[Row, ...]) -> Columns:
    width = max(len(row.cells) for row in rows)
    levels = [_spread(row, width, rows[-1] if row is not rows[-1] else None) for row in rows]
    titles = []
    for column in range(width):
        parts = list(dict.fromkeys(level[column] for level in levels if level[column]))
        titles.append(flat(" ".join(parts)))
    known = [role_of(title) for title in titles]
    strange = [title for title, role in zip(titles, known, strict=True) if role is None and title]
    taken = [role for role in known if role]
    slips = slips_in(strange, [normalise(title) for title in strange], taken)
    meant = {slip.title: slip.role for slip in slips}
    roles = [role or meant.get(title, "extra") for title, role in zip(titles, known, strict=True)]
    roles = _with_bare_date(roles, titles)
    placed = tuple(replace(slip, place=rows[0].place) for slip in slips)
    return Columns(_named_by_place(roles, titles), tuple(titles), placed)


def _with_bare_date(roles: list[str], titles: list[str]) -> list[str]:
    """Return the roles; where nothing else says when, a column "Дата" does."""
    is_dated = any(role.startswith("due") for role in roles)
    if is_dated or not {"measure", "executor"} <= set(roles):
        return roles
    named = [
        role == "extra" and normalise(title) == BARE_DATE
        for role, title in zip(roles, titles, strict=True)
    ]
    return ["due" if bare else role for bare, role in zip(named, roles, strict=True)]


def _spread(row: Row, width: int, below: Row | None) -> list[str]:
    """Return the texts of a header row, each over all the columns that it reaches over."""
    texts = [text.strip() for text in row.cells] + [""] * (width - len(row.cells))
    if below is None:
        return texts
    for column in range(1, width):
        reaches = column >= len(below.cells) or bool(below.cells[column].strip())
        if not texts[column] and _may_spread(row, column, texts) and reaches:
            texts[column] = texts[column - 1]
    return texts


def _may_spread(row: Row, column: int, texts: list[str]) -> bool:
    if row.widths:
        return row.widths[column] == 0
    return bool(texts[column - 1])


def _named_by_place(roles: list[str], titles: list[str]) -> tuple[str, ...]:
    """Name columns without a title: the first of an indicator table, or a number column."""
    years = any(role.startswith("year") for role in roles)
    if roles and roles[0] == "extra" and not titles[0]:
        if years and "indicator" not in roles:
            roles[0] = "indicator"
        elif "number" not in roles:
            roles[0] = "number"
    is_plan = bool(NEEDED[1] & set(roles))
    if (
        years
        and "unit" in roles
        and not is_plan
        and "measure" in roles
        and "indicator" not in roles
    ):
        roles[roles.index("measure")] = "indicator"
    return tuple(roles)
