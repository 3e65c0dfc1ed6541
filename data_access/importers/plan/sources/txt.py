"""Plain text that was once a document: tab-separated rows, one cell on each line, pipes.

Text that OCR or a converter left with mark-up (`<p>`, `**`) is cleaned, and counted as a repair.
"""

import re
from dataclasses import replace

from data_access.importers.plan import limits
from data_access.importers.plan.sources import stream, tabbed
from data_access.importers.plan.sources.decode import decode
from data_access.importers.plan.sources.model import Document
from data_access.importers.plan.text import clean

TAG = re.compile(r"</?(?:p|br|b|i|u|strong|em|span|div|font|sup|sub)\b[^<>\n]{0,200}/?>", re.I)
BOLD = re.compile(r"\*\*+")
ITALIC = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,200}?)(?<=\S)\*(?![\w*])")
#: A line that rules a table; looked through for dashes first, so that a long one costs little.
RULE = re.compile(r"^(?=[^\n]*-{3})[ \t:|+=_-]+$", re.M)


def read(data: bytes) -> Document:
    """Return the blocks of a plain text."""
    limits.check_text(data)
    return read_text(decode(data))


def read_text(text: str) -> Document:
    """Return the blocks of a text that is decoded already."""
    text, marks = _without_markup(clean(text))
    lines = _from_pipes(text).split("\n")
    limits.check_rows(len(lines) // 20)
    found = stream.read(lines) or Document(tuple(tabbed.read(lines)))
    return replace(found, repairs={"markup_removed": marks} if marks else {})


def _without_markup(text: str) -> tuple[str, int]:
    """Return the text without mark-up, and how many marks there were."""
    count = 0
    for pattern, by in ((TAG, " "), (BOLD, ""), (ITALIC, r"\1")):
        text, here = pattern.subn(by, text)
        count += here
    return text, count


def _from_pipes(text: str) -> str:
    """Return the text with rows like "| a | b |" tab-separated."""
    if text.count("\n|") < 3:
        return text
    lines = RULE.sub("", text).split("\n")
    return "\n".join(_row_of_pipes(line) if line.startswith("|") else line for line in lines)


def _row_of_pipes(line: str) -> str:
    cells = line.strip().strip("|").split("|")
    return "\t".join(cell.strip() for cell in cells)
