"""Grammar: days counted from the edge of a period."""

from data_access.importers.deadlines.parts import Offset, Part
from data_access.importers.deadlines.rule import EACH, LENGTHS, PERIODS, Match, integer, rule


def _after_end(match: Match) -> Part:
    """ "в течение 10 дней после окончания квартала"."""
    count = integer(match["count"], 1)
    return Offset(count, _offset_unit(match), LENGTHS[match["base"]])


def _before_edge(match: Match) -> Part:
    """ "не позднее чем за два месяца до начала следующего года"."""
    count = integer(match["count"], 1)
    from_start = match["edge"] == "начало"
    months = LENGTHS[match["base"]] if match["base"] else -1
    return Offset(count, _offset_unit(match), months, None, True, from_start)


def _offset_unit(match: Match) -> str:
    unit = {"дневный": "день", "месячный": "месяц", "недельный": "неделя"}
    name = unit.get(match["what"], match["what"])
    return "рабочий" if match["working"] else name


_LENGTH = (
    r"(?:(?P<count>o?\d{1,3}) )?(?:- )?(?:(?P<working>рабочий) |календарный )?"
    r"(?P<what>день|неделя|месяц|дневный|месячный|недельный)"
)
OFFSETS = (
    rule(
        "after the end of a period",
        rf"(?:не позднее )?(?:чем )?(?:через )?(?:в )?(?:течение )?{_LENGTH}(?: срок)? "
        r"(?:после|по|с)(?: (?:день|момент|дата))? "
        rf"(?:конец {EACH}|отчетный )(?P<base>{PERIODS})",
        _after_end,
    ),
    rule(
        "before the edge of a period",
        rf"(?:не (?:позднее|менее)(?: чем)?(?: за)?|за) {_LENGTH} до"
        rf"(?: (?P<edge>начало|конец)(?: (?:следующий |очередной )?{EACH}(?P<base>{PERIODS}))?)?",
        _before_edge,
    ),
)
