"""The cells of a text that has each of them on lines of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

#: What may end the table: signatures, the next part of the act.
TAIL = re.compile(
    r"(?:\d+\.\s+[А-ЯЁ][а-яё]+\s.*показател|показатели\b|целевые показатели|таблица\s+№?\s*\d|"
    r"приложение\b|глава\s+[А-ЯЁ].*[А-ЯЁ]\.\s?[А-ЯЁ]\.|_{5,}|примечани)",
    re.I,
)


@dataclass(frozen=True)
class Cell:
    """A cell's text and its first line's number; `apart` where an empty line stands before."""

    text: str
    line: int
    apart: bool = False


@dataclass
class _Open:
    """A cell whose lines are still being collected."""

    line: int
    apart: bool
    parts: list[str] = field(default_factory=list)

    def closed(self) -> Cell:
        """Return the cell with its lines joined."""
        return Cell("".join(self.parts), self.line, self.apart)


def cells_of(lines: Sequence[str], tabs: bool) -> list[Cell]:
    """Return the cells: begun by a tab and reaching to the next one, or each line its own.

    Empty where tabs stand within lines: such a text has a row on each line.
    """
    if any("\t" in line.strip() for line in lines) and not tabs:
        return []
    cells: list[_Open] = []
    apart = False
    for number, line in enumerate(lines, 1):
        single = line.count("\t") == 1 and line.startswith("\t")
        text = line.strip()
        if not text and not single:
            apart = True
            continue
        if single or not tabs or not cells or (apart and TAIL.match(text)):
            cells.append(_Open(number, apart and not single, [text]))
        else:
            cells[-1].parts.append(("\n\n" if apart else "\n") + text)
        apart = False
    return [one.closed() for one in cells]
