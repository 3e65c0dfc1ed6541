"""Calendar dates as acts write them: 28.12.2024, «19» марта 2020 г., 28 марта 2024 года."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_STEMS = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр"
STEMS = _STEMS.split()
NUMERIC = r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d{2})(?![\d.]*\d)"
WORDS = (
    r"(?<!\d)[«\"]?\s?(?P<dd>\d{1,2})\s?[»\"]?\s*"
    rf"(?P<mm>(?:{'|'.join(STEMS)})[а-я]{{0,2}})\s+(?P<yy>20\d\d|19\d\d)"
)
DATE = re.compile(f"{NUMERIC}|{WORDS}", re.I)


@dataclass(frozen=True)
class Found:
    """A date, its place in the text and what was read."""

    day: date
    start: int
    end: int
    text: str


def find(text: str) -> Iterator[Found]:
    """Yield the dates of a text; impossible ones are passed over."""
    for match in DATE.finditer(text):
        day = _day(match)
        if day is not None:
            yield Found(day, match.start(), match.end(), match.group().strip())


def _day(match: re.Match[str]) -> date | None:
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        year += 2000 if year < 100 else 0
    else:
        year, month, day = int(match["yy"]), _month(match["mm"]), int(match["dd"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int:
    low = word.casefold()
    found = [at for at, stem in enumerate(STEMS, 1) if low.startswith(stem)]
    return found[-1] if not low.startswith("март") else 3
