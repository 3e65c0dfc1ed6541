"""Grammar: how often something recurs, and which day of a recurring period is meant."""

import re

from data_access.importers.deadlines.counted import WORKING
from data_access.importers.deadlines.grammar_before import BEFORE
from data_access.importers.deadlines.parts import (
    DayOfMonth,
    Following,
    Frequency,
    Mark,
    MonthOf,
    Part,
)
from data_access.importers.deadlines.rule import DAY, EACH, LENGTHS, PERIODS, Match, integer, rule

WORDS = {"ежегодно": 12, "ежеполугодно": 6, "ежеквартально": 3, "ежемесячно": 1}
ENDLESS = {"еженедельно": "weekly", "неделя": "weekly", "ежедневно": "daily", "день": "daily"}
#: "Раз в две недели": no period of a plan, and yet rarer than what nobody counts.
SEVERAL = "several days or weeks"
LAST_DAY = 31
#: What every month has of working days and of each weekday.
MOST_WORKING, MOST_WEEKDAYS = 20, 4
#: What follows a working day of a month; after other words a time runs from an event.
_ORDINAL = r"o\d\d?"
_OF_MONTH = rf" {EACH}(?:{PERIODS}|m\d\d|следующий)(?: |$)"
_UNITS = "год|лет|полугодие|квартал|месяц|неделя|день"
_AFTER = rf"(?:,? ?следующий (?:за|после)|(?:, )?после(?=(?: конец)? (?:отчетный|{PERIODS})))"


def _recurring(unit: str, every: int = 1, times: int = 1, at_least: bool = False) -> Part:
    """Return "3 раза в 2 года" as a frequency; days and weeks recur without end."""
    if unit in ENDLESS:
        return Mark("ongoing", ENDLESS[unit] if every == 1 else SEVERAL)
    months = {**LENGTHS, **WORDS}[unit] * every
    if times > 1 and months % times == 0:
        return Frequency(months // times, 1, at_least)
    return Frequency(months, times, at_least and times > 1)


def _times(match: Match) -> Part:
    every = integer(match["every"], 1) or 1
    return _recurring(match["unit"], every, integer(match["times"], 1) or 1, bool(match["least"]))


def _each(match: Match) -> Part:
    return _recurring(match["unit"], integer(match["every"], 1) or 1)


def _word(match: Match) -> Part:
    return _recurring(match["unit"])


def _day_of_month(match: Match) -> Part:
    """ "5 и 20 числа"; "с 1 по 5 число" is done by the last of them."""
    lasts = re.sub(r"\S+ (?:-|по) ", "", match["days"])
    days = tuple(integer(day) for day in re.findall(r"\d+", lasts))
    return DayOfMonth(days) if all(1 <= day <= LAST_DAY for day in days) else Mark("impossible")


def _ordinal_day(match: Match) -> Part:
    """ "20-го ежемесячно", "до 25-го"."""
    day = integer(match["days"] or match["until"] or match["by"])
    return DayOfMonth((day,)) if 1 <= day <= LAST_DAY else Mark("impossible")


def _counted(match: Match) -> Part:
    """ "5 рабочего дня", "последняя пятница"; a month may lack a fifth one of a weekday."""
    what = match["what"]
    last = match["number"] == "последний"
    number = LAST_DAY if last else integer(match["number"])
    most = MOST_WORKING if what.startswith("рабочий") else MOST_WEEKDAYS
    if not (last or 0 < number <= most):
        return Mark("impossible" if number > most + 1 or not number else "weekday")
    return DayOfMonth((number,), WORKING if what.startswith("рабочий") else what[1:])


def _month_of(match: Match) -> Part:
    number = 0 if match["number"] == "последний" else integer(match["number"])
    months = LENGTHS[match["unit"]] if match["unit"] else 0
    return MonthOf(number, months, bool(match["next"]))


def _following(match: Match) -> Part:
    base, late, what = match["base"], match["late"], match["what"]
    if late and not what:
        what = late
    return Following(LENGTHS[what or base or "период"], LENGTHS[base or "период"])


def _next(match: Match) -> Part:
    return Following(LENGTHS[match["what"]])


RECURRENCE = (
    rule(
        "so many times",
        r"(?:(?P<least>не (?:реже|менее)|минимум) )?(?:чем )?(?:по )?(?:(?P<times>o?\d{1,3}) )?раз "
        rf"(?:(?:в|за|на|/) )?(?:течение )?{EACH}(?:(?P<every>[rox]?\d\d?) )?"
        rf"(?P<unit>{_UNITS}|ежегодно|ежеквартально|ежемесячно)",
        _times,
    ),
    rule(
        "month of a longer period",
        rf"(?:каждый (?=\S+ месяц {EACH}(?:квартал|полугодие|год)))?(?P<number>o\d|последний) месяц"
        rf"(?: {EACH}(?P<next>следующий )?(?P<unit>квартал|полугодие|год))?",
        _month_of,
    ),
    rule(
        "following the reported period",
        rf"(?:(?P<what>{PERIODS}) )?{_AFTER}(?: конец)?(?: отчетный)?(?: (?P<base>{PERIODS}))?"
        r"(?: (?P<late>месяц|год))?",
        _following,
    ),
    rule(
        "year before",
        r"год(?: ,)? предшествующий(?: (?:~|следующий|календарный|учебный))+(?: год| период)?",
        lambda _match: Mark("noise", "год"),
    ),
    *BEFORE,
    rule("next period", rf"следующий (?:календарный )?(?P<what>{PERIODS})", _next),
    rule(
        "every such time",
        r"каждый(?= (?:m\d\d|лето|осень|зима|весна|r\d (?:квартал|полугодие)))",
        lambda _match: Frequency(WORDS["ежегодно"]),
    ),
    rule(
        "each period",
        rf"(?:в )?каждый (?:(?P<every>[rox]?\d\d?) )?(?P<unit>{_UNITS})(?! следующий)",
        _each,
    ),
    rule("by periods", r"по (?P<every>)(?P<unit>полугодие|квартал|месяц|неделя|год)", _each),
    rule(
        "weekday of a month",
        r"(?:каждый )?(?P<number>последний|o?\d\d?|r\d) (?P<what>w\d)",
        _counted,
    ),
    rule(
        "last working day",
        rf"(?P<number>последний) (?P<what>рабочий день)(?={_OF_MONTH}| ?$| [,;)])",
        _counted,
    ),
    rule(
        "working day of a month",
        r"(?:в )?(?:течение )?(?:o1 (?=\d))?(?P<number>o?\d\d?) (?P<what>рабочий день)"
        rf"(?:(?={_OF_MONTH})|(?<=o\d рабочий день)(?= ?$| [,;)]))",
        _counted,
    ),
    rule(
        "every week",
        r"(?:в )?каждый w\d|(?:в )?рабочий день|круглый год",
        lambda match: Mark("ongoing", "continuous" if "день" in match.group() else "weekly"),
    ),
    rule("recurring", rf"(?P<unit>{'|'.join([*WORDS, 'еженедельно', 'ежедневно'])})", _word),
    rule(
        "last day",
        rf"последний (?:календарный )?(?:день|число)(?= {EACH}(?:{PERIODS}))",
        lambda _match: DayOfMonth((LAST_DAY,)),
    ),
    rule(
        "day of a month",
        rf"(?:с (?={DAY} по))?(?P<days>{DAY}(?: (?:,|и|-|по) {DAY})*) число",
        _day_of_month,
    ),
    rule(
        "ordinal of a month",
        rf"(?P<days>o\d\d?)(?= (?:ежемесячно|каждый месяц))|(?<=до )(?P<until>{_ORDINAL})(?= ?$)"
        rf"|(?<=не позднее )(?P<by>{_ORDINAL})(?= ?$)",
        _ordinal_day,
    ),
)
#: Tried late: "квартал" in "I квартал" or "до конца плана" belongs to something longer.
PERIOD = (
    rule(
        "a period",
        rf"{EACH}(?P<unit>квартал|полугодие|месяц)",
        lambda match: Mark("generic", str(LENGTHS[match["unit"]])),
    ),
)
