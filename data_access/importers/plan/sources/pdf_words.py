"""Words of a PDF page put back into lines and paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Word:
    """A word with its box."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Line:
    """Words that stand on one line."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Return the line's text."""
        return " ".join(word.text for word in self.words)

    @property
    def bottom(self) -> float:
        """Return the lowest edge."""
        return max(word.bottom for word in self.words)

    @property
    def top(self) -> float:
        """Return the highest edge."""
        return min(word.top for word in self.words)


def words_of(page: Any) -> list[Word]:
    """Return the words of a page."""
    return [
        Word(one["text"], one["x0"], one["x1"], one["top"], one["bottom"])
        for one in page.extract_words(x_tolerance=2, y_tolerance=3)
    ]


def paragraphs(words: Sequence[Word], right: float) -> Iterator[tuple[float, str]]:
    """Yield (top, text) of each paragraph: a line that stops early ends one.

    A line stops early if the next line's first word would have fitted in front of the right edge.
    """
    lines = list(_lines(words))
    kept: list[Line] = []
    for at, line in enumerate(lines):
        kept.append(line)
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following is None or _ends(line, following, right):
            yield kept[0].top, " ".join(one.text for one in kept)
            kept = []


def _lines(words: Sequence[Word]) -> Iterator[Line]:
    row: list[Word] = []
    for word in sorted(words, key=lambda one: (round(one.top), one.left)):
        middle = (word.top + word.bottom) / 2
        if row and not (row[0].top <= middle <= row[0].bottom):
            yield Line(tuple(sorted(row, key=lambda one: one.left)))
            row = []
        row.append(word)
    if row:
        yield Line(tuple(sorted(row, key=lambda one: one.left)))


def _ends(line: Line, following: Line, right: float) -> bool:
    height = max(line.bottom - line.top, 1.0)
    apart = following.top - line.bottom > 1.5 * height
    room = right - line.words[-1].right
    first = following.words[0]
    fits = room > (first.right - first.left) + 0.9 * height
    return apart or fits
