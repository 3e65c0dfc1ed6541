"""Labels of moments: the document's own words beside them."""

import re

from data_access.importers.deadlines.items import Item
from data_access.importers.deadlines.parts import Found, Mark

SIGNS = " ,;:-–—"
PAIRS = {"(": ")", "«": "»", '"': '"'}
PER_CENT = re.compile(r"\s?[%‰]")
EDGES = "".join((SIGNS, *PAIRS, *PAIRS.values()))


def bare(text: str) -> str:
    """Return words without the signs around them; a quoted part at an edge keeps its quotes."""
    inner = text.strip(SIGNS)
    while inner and PAIRS.get(inner[0]) == inner[-1] and inner[0] not in inner[1:-1]:
        inner = inner[1:-1].strip(SIGNS)
    is_whole = all(inner.count(first) == inner.count(last) for first, last in PAIRS.items())
    return inner if is_whole and inner.count('"') % 2 == 0 else text.strip(EDGES)


def with_sign(phrase: str, end: int) -> int:
    """Return where words end that may have a per cent sign behind them, which is no token."""
    found = PER_CENT.match(phrase, end)
    return found.end() if found else end


class Labels:
    """Collects words that are no part of the deadline: labels, or doubts if nothing binds them."""

    def __init__(self, phrase: str) -> None:
        self.phrase = phrase
        self.unread: list[str] = []
        self.pending = ""
        self.start: int | None = None
        self.end = 0
        self.dashed = self.doubtful = self.unsure = False

    def said(self, start: int, end: int) -> str:
        """Return the phrase's own words between two places."""
        return bare(self.phrase[start:end])

    def before(self, about: int | None, end: int) -> str:
        """Return the label that waits for the next moment, or the reporting period it is about."""
        label, self.pending = self.pending, ""
        return self.said(about, end) if about is not None else label

    def take(self, one: Found, last: Item | None) -> None:
        """Take a word or a bracketed label; a report's name may be a label, never a doubt."""
        mark = one.part
        if isinstance(mark, Mark) and mark.name == "label":
            self._label(bare(mark.value), last)
        elif one.marks("unread", "report"):
            self.start = one.start if self.start is None else self.start
            self.end = with_sign(self.phrase, one.end)
            self.doubtful = self.doubtful or one.marks("unread")

    def _label(self, text: str, last: Item | None) -> None:
        if last:
            last.label = last.label or text
        else:
            self.pending = text

    def dash(self, last: Item | None, is_late: bool) -> bool:
        """A dash after words makes them the next moment's label; after a moment it opens one."""
        if self.start is not None and not self.dashed:
            self.pending = self.said(self.start, self.end)
            self.unsure = self.doubtful
            self.start, self.doubtful = None, False
            return True
        self.flush(last)
        self.dashed = last is not None and not is_late
        return False

    def flush(self, last: Item | None) -> None:
        """End a run of words: the last moment's label after a dash, else nobody's."""
        if self.start is not None:
            text = self.said(self.start, self.end)
            if self.dashed and last and not last.label:
                last.label = text
            elif self.doubtful:
                self.unread.append(text)
        self.start, self.dashed, self.doubtful = None, False, False

    def close(self, last: Item | None) -> None:
        """End the phrase."""
        self.flush(last)
        if self.pending and self.unsure and not last:
            self.unread.append(self.pending)
        elif self.pending:
            self._label(self.pending, last)
