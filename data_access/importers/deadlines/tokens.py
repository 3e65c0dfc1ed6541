"""Tokens of a phrase: numbers, dates in figures, words with their lemmas, marks."""

import re
from dataclasses import dataclass

from data_access.importers.deadlines.lexicon import UNKNOWN, lemma_of
from data_access.importers.deadlines.parts import LAST

_SUFFIX = r"(?:го|ти|ми|му|ого|ому|ый|ой|ий|й|ым|ом|м|ая|я|ое|е|ую|ю|ых|[хx])"
#: Words that may follow an ordinal without a space: "10-гочисла".
_UNIT = r"числ|кварт|кв|полуг|декад|недел|месяц|год|раз|дн|ежем|кажд|рабоч"
_TOKEN = re.compile(
    rf"""
    (?P<iso>(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d))
    |(?P<dmy>(?<![\d.])\d{{1,2}}\s?[./]\s?\d{{1,2}}\s?[./]\s?(?:\d{{4}}|\d\d)(?!\d))
    |(?P<spaced>(?<![\d.-])[0-3]\d[ -][01]\d[ -](?:19|20)\d\d(?!\d))
    |(?P<my>(?<![\d.])(?:0?[1-9]|1[0-2])\s?[./]\s?(?:19|20)\d\d(?!\d))
    |(?P<dm>(?<![\d.])(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?!\d))
    |(?P<ordinal>(?<!\d)(?:(?:19|20)\d\d|\d{{1,2}})(?:\s?-\s?)?{_SUFFIX}(?:(?![а-я])|(?={_UNIT})))
    |(?P<number>\d+)
    |(?P<romanordinal>(?<![^\W_])[ivlіӏ|пшу1]{{1,4}}\s?-\s?{_SUFFIX}(?![^\W_]))
    |(?P<word>(?<![а-я])(?:п/г|кв-л)(?![а-я])|[^\W\d_]+|[|]+)
    |(?P<mark>[-,;:()/])
    """,
    re.VERBOSE,
)
#: Endings of numbers that count: "5-ти", "2-х", "7-ми".
_COUNTING = re.compile(r"(?:ти|ми|[хx])$")
_ROMAN = re.compile(r"[ivlіӏ|пшу1]+")


@dataclass(frozen=True)
class Token:
    """A piece of the phrase: its kind, lemma, text and place (start, end) in the phrase.

    Lemmas: "d2024-06-01" a date ("d-06-01" without a year, "d2024-06" a month), "m06" a month,
    "r2" a Roman or ordinal number before its unit, "o2" an ordinal, digits a number, "~" an
    unknown word; marks stand for themselves.
    """

    kind: str
    lemma: str
    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Tell whether it is made of letters."""
        return self.kind == "word"

    @property
    def is_unknown(self) -> bool:
        """Tell whether the vocabulary lacks it."""
        return self.lemma == UNKNOWN


def tokenise(folded: str) -> list[Token]:
    """Return the tokens of a folded phrase; anything else in it is passed over."""
    return [_token(match) for match in _TOKEN.finditer(folded)]


def _token(match: re.Match[str]) -> Token:
    kind = str(match.lastgroup)
    kind, lemma = _MAKERS[kind](match.group())
    return Token(kind, lemma, match.group(), match.start(), match.end())


def _number(text: str) -> tuple[str, str]:
    return "number", text.lstrip("0") or "0"


def _ordinal(text: str) -> tuple[str, str]:
    """ "5-го" is an ordinal, "5-ти" a number of something; so is a year, whatever its ending."""
    figures = re.match(r"\d+", text)
    value = int(figures.group()) if figures else 0
    counts = value > LAST or _COUNTING.search(text)
    return "number", str(value) if counts else f"o{value}"


def _roman_ordinal(text: str) -> tuple[str, str]:
    found = _ROMAN.match(text)
    return "roman", found.group() if found else text


def _word(text: str) -> tuple[str, str]:
    return "word", lemma_of(text) or UNKNOWN


def _iso(text: str) -> tuple[str, str]:
    return "date", f"d{text}"


def _day_month_year(text: str) -> tuple[str, str]:
    day, month, year = re.findall(r"\d+", text)
    return "date", f"d{int(year) % 100 + 2000 if len(year) == 2 else year}-{month:0>2}-{day:0>2}"


def _month_year(text: str) -> tuple[str, str]:
    month, year = re.findall(r"\d+", text)
    return "date", f"d{year}-{month:0>2}"


def _day_month(text: str) -> tuple[str, str]:
    day, month = re.findall(r"\d+", text)
    return "date", f"d-{month:0>2}-{day:0>2}"


def _mark(text: str) -> tuple[str, str]:
    return "mark", text


_MAKERS = {
    "iso": _iso,
    "dmy": _day_month_year,
    "spaced": _day_month_year,
    "my": _month_year,
    "dm": _day_month,
    "ordinal": _ordinal,
    "number": _number,
    "romanordinal": _roman_ordinal,
    "word": _word,
    "mark": _mark,
}
