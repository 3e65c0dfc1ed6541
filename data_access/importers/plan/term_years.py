"""The years that a title or a clause names: which are the plan's, which those of what it cites."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data_access.importers.plan import dates

DASH = r"\s?[-–—/]\s?"
RANGE = re.compile(rf"(20\d\d)(?:{DASH}|\s+(?:по|до|и)\s+|,\s*)(20\d\d)\s*(?:год|гг|г\.|уч|$)")
UNTIL = re.compile(r"\bдо\s+(20\d\d)\s*(?:год|г\.)")
#: "На 2022 год и плановый период 2023 и 2024 годов" begins with its first year.
BUDGET = re.compile(
    r"(20\d\d)\s*(?:год[а-я]*|г\.)\s+и\s+(?:на\s+)?планов\w+\s+период\D{0,6}"
    r"20\d\d\D{1,5}(20\d\d)",
    re.I,
)
YEAR = re.compile(r"(?:\bна|\bв|период|[-–—])\s+(?:период\s+)?(20\d\d)\s*(?:год|г\.)")
FROM_TO = re.compile(r"\bс\b.*\bпо\b")
PLAN = re.compile(r"\b(?:план|мероприят|дорожн|комплекс\w*\s+мер)", re.I)
#: What a plan carries out: years that follow are its own only where no others are named.
CITED = re.compile(
    r"\b(?:стратеги|концепци|программ|десятилети|проект|указ|послани|доктрин|основ)", re.I
)
#: Other years are no years of a plan.
FIRST, LAST = 1990, 2100


@dataclass(frozen=True)
class Years:
    """First and last year as a text names them; the first is None for "до 2021 года".

    `is_backward`: the term would end before it starts.
    """

    first: int | None
    last: int
    start: int = 0
    end: int = 0
    is_backward: bool = False

    @property
    def shown(self) -> str:
        """Return the years as a finding shows them."""
        return "–".join(str(year) for year in dict.fromkeys((self.first, self.last)) if year)

    def agrees(self, other: "Years") -> bool:
        """Tell whether another expression names the same term, or at least its end."""
        return self.last == other.last and other.first in (None, self.first)


def named(text: str) -> list[Years]:
    """Return the terms that a text names, the plan's own first; those that run backward too."""
    text = text.lower() if text.upper() == text else text
    found = sorted(_without_parts([*_periods(text), *_single(text)]), key=lambda one: one.start)
    plan = PLAN.search(text)
    begins = plan.start() if plan else 0
    own = [one for one in found if one.start >= begins] or found
    return sorted(found, key=lambda one: one is not _own(text, begins, own))


def _own(text: str, begins: int, found: list[Years]) -> Years | None:
    """Return the first that no cited act stands in front of; where one does, the last of all."""
    free = (one for one in found if not CITED.search(text, begins, one.start))
    return next(free, found[-1] if found else None)


def _periods(text: str) -> Iterator[Years]:
    for match in (*BUDGET.finditer(text), *RANGE.finditer(text)):
        first, last = int(match[1]), int(match[2])
        yield Years(first, last, match.start(), match.end(), first > last)
    days = [one for one in dates.find(text) if FIRST <= one.day.year <= LAST]
    if len(days) == 2 and FROM_TO.search(text):
        begun, ended = days
        years = begun.day.year, ended.day.year
        yield Years(*years, begun.start, ended.end, begun.day > ended.day)


def _single(text: str) -> Iterator[Years]:
    for match in UNTIL.finditer(text):
        yield Years(None, int(match[1]), match.start(), match.end())
    for match in YEAR.finditer(text):
        yield Years(int(match[1]), int(match[1]), match.start(), match.end())


def _without_parts(found: list[Years]) -> list[Years]:
    """Leave out what lies within an expression found before it: "2024 годов" of a range."""
    kept: list[Years] = []
    for one in found:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept
