"""Grammar: days, decades, months and seasons."""

import re

from data_access.importers.deadlines.moments import day_moment, months_moment
from data_access.importers.deadlines.parts import (
    LAST,
    Impossible,
    Mark,
    Moment,
    MonthDay,
    Part,
    Unit,
)
from data_access.importers.deadlines.rule import BEYOND, DAY, NUMBER, YEAR, Match, integer, rule

SEASONS = {"зима": (12, 2), "весна": (3, 5), "лето": (6, 8), "осень": (9, 11)}
DECADES = {1: (1, 10), 2: (11, 20), 3: (21, LAST)}
LAST_WEEK = 25
DECEMBER = 12
#: The numbers, in any of their lemmas, that a part of a month can have.
NUMBERS = {
    what: {"последний", *(f"{sign}{one}" for sign in ("", "o", "r") for one in range(1, most + 1))}
    for what, most in {"декада": 3, "неделя": 5, "половина": 2}.items()
}
_ORDINAL = rf"(?:{NUMBER}|{BEYOND}|o\d|\d|последний)"


def _date(lemma: str) -> Part:
    year, month, *day = lemma[1:].split("-")
    if year and not re.fullmatch(YEAR, year):
        return Mark("impossible")
    years = (int(year),) if year else ()
    if day:
        return day_moment(int(month), int(day[0]), years)
    return Moment(Unit.MONTH, (int(month), 1), (int(month), LAST), years)


def _days(match: Match) -> list[Part]:
    """ "1 марта", "5 и 20 мая", "с 1 по 15 июня"."""
    month = int(match["month"][1:])
    text = match["days"]
    days = [integer(day) for day in re.findall(r"\d+", text)]
    moments = [day_moment(month, day) for day in days]
    wrong = [one for one in moments if isinstance(one, Impossible)]
    if wrong:
        return list(wrong)
    if re.search(r"-|по", text):
        return [Moment(Unit.SPAN, (month, days[0]), (month, days[-1]), is_range=True)]
    return list(moments)


def _months(match: Match) -> Part:
    month = int(match["month"][1:])
    return months_moment(Unit.MONTH, month, month)


def _months_in_figures(match: Match) -> Part:
    """ "01-03.2024": from January to March, unless it is a slip for a day of March."""
    year, month = (int(part) for part in match["last"][1:].split("-"))
    first = integer(match["first"])
    if not first < month <= DECEMBER:
        return Mark("impossible")
    return Moment(Unit.SPAN, (first, 1), (month, LAST), (year,), is_range=True, vague=True)


def _days_in_figures(match: Match) -> Part:
    """ "01-15.03.2024": from the 1st to the 15th."""
    last = _date(match["last"])
    if not isinstance(last, Moment):
        return last
    month, day = last.first
    first = integer(match["first"])
    if not 0 < first < day:
        return Mark("backward")
    return Moment(Unit.SPAN, (month, first), (month, day), last.years, is_range=True)


def _part_of_month(match: Match) -> Part:
    """ "II декада мая", "последняя неделя августа", "первая половина июня"."""
    month = int(match["month"][1:])
    if not {match["number"], match["to"] or "o1"} <= NUMBERS[match["what"]]:
        return Mark("impossible")
    first = _days_of(match["what"], match["number"])
    last = _days_of(match["what"], match["to"]) if match["to"] else first
    return Moment(Unit.PART, (month, first[0]), (month, last[1]), is_range=bool(match["to"]))


def _days_of(what: str, number: str) -> MonthDay:
    if what == "неделя":
        count = integer(number) if number != "последний" else 0
        return ((count - 1) * 7 + 1, count * 7) if 0 < count < 5 else (LAST_WEEK, LAST)
    if what == "половина":
        return (1, 15) if number[-1] == "1" else (16, LAST)
    return DECADES[3 if number == "последний" else integer(number)]


def _season(match: Match) -> Part:
    return months_moment(Unit.SEASON, *SEASONS[match["season"]])


DAYS = (
    rule(
        "part of a month",
        rf"(?P<number>{_ORDINAL})(?: (?:-|и|,) (?P<to>{_ORDINAL}))? "
        r"(?P<what>декада|неделя|половина) (?P<month>m\d\d)",
        _part_of_month,
    ),
    rule("days", rf"(?P<days>{DAY}(?: (?:,|и|-|по) {DAY})*) (?P<month>m\d\d)", _days),
    rule(
        "days in figures",
        rf"(?P<first>{DAY}) - (?P<last>d(?:\d{{4}})?(?:-\d\d){{2}})",
        _days_in_figures,
    ),
    rule("months in figures", r"(?P<first>\d\d?) - (?P<last>d\d{4}-\d\d)", _months_in_figures),
    rule("date", r"d\S+", lambda match: _date(match.group())),
    rule("month", r"(?:месяц )?(?P<month>m\d\d)(?: месяц)?", _months),
    rule(
        "school holidays",
        r"(?:(?:осень|зима|весна|новогодний)(?: (?:,|и|-))* )+(?:учебный )?каникулы"
        rf"|{NUMBER} четверть|четверть",
        lambda _match: Mark("event", "school"),
    ),
    rule(
        "season",
        r"(?P<season>лето|осень|зима|весна)"
        r"(?: (?:оздоровительный|период|время|сезон|кампания|каникулы|учебный|месяц))*",
        _season,
    ),
    rule(
        "holidays",
        r"(?:учебный )?каникулы|(?:каникулярный|учебный) (?:время|период|день|неделя)",
        lambda _match: Mark("holidays"),
    ),
)
