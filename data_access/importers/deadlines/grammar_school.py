"""Grammar: school years, one or several."""

import re

from data_access.importers.deadlines.parts import LAST, Mark, Moment, Part, Unit
from data_access.importers.deadlines.rule import EACH, YEAR, Match, rule

#: "2023/24", "2023-2024" or "2023"; the second year has four figures or two.
_PAIR = rf"{YEAR}(?:(?: [-/])? (?:{YEAR}|\d\d(?= учебный| год| ,| и)))?"
_PIECES = re.compile(rf"({YEAR})(?:(?: [-/])? ({YEAR}|\d\d(?= |$)))?")


def _school_years(match: Match) -> list[Part]:
    """ "2023/24 учебный год", "2022-2023, 2023-2024 учебных годов", or one without its year."""
    named = _PIECES.findall(match["before"] or match["after"] or "")
    if not named:
        return [_school_year((), 1)]
    return [_between(int(first), last) for first, last in named]


def _between(first: int, last: str) -> Part:
    """Return the school years from the first year to the last, or one that begins in `first`."""
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last) if last else first + 1
    return _school_year((first,), end - first) if end > first else Mark("backward")


def _school_year(years: tuple[int, ...], span: int) -> Moment:
    return Moment(Unit.SCHOOL_YEAR, (9, 1), (5, LAST), years, span, span > 1)


def _half_of_school_year(match: Match) -> Part:
    """ "первое полугодие 2024/25 учебного года": up to New Year, or from it."""
    year = match["before"] and int(match["before"][:4])
    if not {match["number"][-1]} <= {"1", "2"}:
        return Mark("impossible")
    if match["number"][-1] == "1":
        years = (year,) if year else ()
        return Moment(Unit.SPAN, (9, 1), (12, LAST), years, is_range=True, vague=True)
    years = (year + 1,) if year else ()
    return Moment(Unit.SPAN, (1, 1), (5, LAST), years, is_range=True, vague=True)


SCHOOL = (
    rule(
        "half of a school year",
        rf"(?P<number>[ro]\d) полугодие {EACH}(?:(?P<before>{_PAIR}) )?учебный год",
        _half_of_school_year,
    ),
    rule(
        "school year",
        rf"{EACH}(?:новый )?(?:(?P<before>{_PAIR}(?: (?:,|и) {_PAIR})*) )?учебный год"
        rf"(?: (?P<after>{YEAR}(?: [-/])? (?:{YEAR}|\d\d))(?: год)?)?",
        _school_years,
    ),
)
