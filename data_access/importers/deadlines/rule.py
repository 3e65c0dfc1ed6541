"""A rule of the grammar: a name, a pattern over lemmas, and what it makes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data_access.importers.deadlines.parts import Part

Match = re.Match[str]
Build = Callable[[Match], Part | Sequence[Part]]

#: Words of the patterns: a year, a day, a number before its unit, a length of time.
YEAR = r"(?:19|20)\d\d"
DAY = r"o?\d\d?"
NUMBER = r"r\d"
#: A number that its unit cannot have.
BEYOND = r"x\d+"
LENGTHS = {"месяц": 1, "квартал": 3, "полугодие": 6, "год": 12, "лет": 12, "период": 0}
PERIODS = "месяц|квартал|полугодие|год|период"
EACH = r"(?:(?:каждый|отчетный|предыдущий|текущий|весь|календарный|этот|данный) )*"


@dataclass(frozen=True)
class Rule:
    """A named part of the grammar: lemmas that match `pattern` become what `build` returns."""

    name: str
    pattern: re.Pattern[str]
    build: Build


def rule(name: str, pattern: str, build: Build) -> Rule:
    """Return a rule; its pattern ends at the end of a lemma."""
    return Rule(name, re.compile(rf"(?:{pattern})(?= |$)"), build)


def integer(text: str | None, default: int = 0) -> int:
    """Return the number of a lemma: "12", "r2", "o3", "x5"; the default for none."""
    return int(text.lstrip("rox")) if text else default
