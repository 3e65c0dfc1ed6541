"""Grammar: quarters, half-years, years and school years."""

import re

from data_access.importers.deadlines.moments import months_moment, years_moment
from data_access.importers.deadlines.parts import LAST, Mark, Moment, Part, Unit
from data_access.importers.deadlines.rule import BEYOND, EACH, NUMBER, YEAR, Match, integer, rule

YEAR_MONTHS = 12
_ANY = rf"(?:{NUMBER}|{BEYOND})"
#: What follows "9 месяцев" in "I квартал, полугодие, 9 месяцев, год".
_IN_LIST = r"(?:[,и] (?:год|12 месяц)|год)"
#: "2022–2025" with its dash.
_DASHED = rf"({YEAR}) [-/] ({YEAR})"


def _units(match: Match) -> list[Part]:
    """ "I квартал", "I–III кварталы", "I, II полугодие", "I-II и IV кварталы"."""
    unit = Unit.QUARTER if match["unit"] == "квартал" else Unit.HALF
    size = 3 if unit is Unit.QUARTER else 6
    if match["numbers"] == "последний":
        return [months_moment(unit, YEAR_MONTHS - size + 1, YEAR_MONTHS)]
    if any(not 0 < number * size <= YEAR_MONTHS for number in _numbers(match["numbers"])):
        return [Mark("impossible")]
    stretches: list[list[int]] = []
    for lemma in match["numbers"].split():
        if lemma in ("-", "по", "с"):
            stretches[-1].append(0)
        elif lemma.startswith("r"):
            _extend(stretches, integer(lemma))
    return [
        months_moment(unit, (one[0] - 1) * size + 1, one[-1] * size, one[0] != one[-1])
        for one in stretches
        if one[-1]
    ]


def _numbers(text: str) -> list[int]:
    return [integer(number) for number in re.findall(r"[rx]\d+", text)]


def _extend(stretches: list[list[int]], number: int) -> None:
    """Add a number as a stretch of its own, or as the end of one that waits for it."""
    if stretches and stretches[-1][-1] == 0:
        stretches[-1][-1] = number
    else:
        stretches.append([number])


def _years(match: Match) -> list[Part]:
    """ "2024", "2022–2025 годы", "2024, 2025 годы", "2009 2011 годы" (its dash is lost)."""
    stretches: list[list[int]] = []
    is_list = False
    if any(int(first) > int(last) for first, last in re.findall(_DASHED, match["years"])):
        return [Mark("backward")]
    for lemma in match["years"].split():
        if not lemma.isdigit():
            is_list = lemma in (",", "и")
            continue
        year = int(lemma) if len(lemma) == 4 else stretches[-1][-1] // 100 * 100 + int(lemma)
        if stretches and not is_list and len(stretches[-1]) == 1 and year > stretches[-1][0]:
            stretches[-1].append(year)
        else:
            stretches.append([year])
        is_list = False
    if len(stretches) > 1 and all(len(one) == 1 for one in stretches):
        years = tuple(dict.fromkeys(one[0] for one in stretches))
        return [Moment(Unit.YEAR, (1, 1), (12, LAST), years)]
    return [years_moment(one[0], one[-1]) for one in stretches]


UNITS = (
    rule(
        "half of a year",
        rf"(?P<numbers>{NUMBER}) (?P<unit>половина)(?= (?:{EACH}год|{YEAR}))",
        _units,
    ),
    rule(
        "first months of a year, several",
        r"(?:(?<=за )|(?<=итог ))(?P<counts>[369](?: [,и] (?:[69]|12))+) месяц",
        lambda match: [
            months_moment(Unit.SPAN, 1, int(count)) for count in re.findall(r"\d+", match["counts"])
        ],
    ),
    rule(
        "first months of a year",
        rf"(?P<count>[369]|12) месяц(?= (?:{YEAR}|(?:текущий|отчетный) год|год))"
        rf"|(?<=[,и] )(?P<listed>[369]|12) месяц(?= {_IN_LIST})"
        r"|(?<=за )(?P<reported>[369]|12) месяц(?! до)|(?<=итог )(?P<done>[369]|12) месяц",
        lambda match: months_moment(
            Unit.SPAN, 1, next(int(count) for count in match.groups() if count)
        ),
    ),
    rule(
        "quarters and half-years",
        rf"(?P<numbers>{_ANY}(?:(?: (?:,|и|-|/|по|с))* {_ANY})*) (?P<unit>квартал|полугодие)",
        _units,
    ),
    rule(
        "half-year of a list",
        r"(?<=r1 квартал , )полугодие|полугодие(?= [,и] 9 месяц)",
        lambda _match: months_moment(Unit.HALF, 1, YEAR_MONTHS // 2),
    ),
    rule(
        "year of a list",
        r"(?<=9 месяц [,и] )год(?! \d)",
        lambda _match: months_moment(Unit.SPAN, 1, YEAR_MONTHS),
    ),
    rule(
        "no such unit",
        rf"{BEYOND} (?:половина|декада|четверть|месяц)|(?!{YEAR} )\d{{3,}} год",
        lambda _match: Mark("impossible"),
    ),
    rule(
        "last quarter or half-year",
        r"(?P<numbers>последний) (?P<unit>квартал|полугодие)",
        _units,
    ),
    rule("quarter, number last", rf"(?P<unit>квартал|полугодие) (?P<numbers>{NUMBER})", _units),
    rule(
        "years",
        rf"(?P<years>{YEAR}(?:(?: (?:,|и|-|/|по))? {YEAR}| [-/] \d\d(?= год))*)(?: год)*",
        _years,
    ),
    rule(
        "short year",
        r"(?P<short>[1-4]\d) год",
        lambda match: years_moment(2000 + int(match["short"]), 2000 + int(match["short"])),
    ),
    rule("plan of a year", r"(?<=план на )год|(?<=график на )год", lambda _m: Mark("noise", "год")),
    rule(
        "a year",
        rf"{EACH}год",
        lambda _match: Moment(Unit.YEAR, (1, 1), (12, LAST)),
    ),
)
