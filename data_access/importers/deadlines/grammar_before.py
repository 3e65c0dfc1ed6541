"""Grammar: the year or the period before one that is not named on the calendar.

Before which one, only a person can tell: the part raises a question and moves no date.
"""

from data_access.importers.deadlines.parts import Mark
from data_access.importers.deadlines.rule import LENGTHS, PERIODS, Match, rule

_EARLIER = r"(?:предыдущий|предшествующий)"
_UNIT = "месяц|квартал|полугодие"


def _period(match: Match) -> tuple[Mark, Mark]:
    """Return how long the reported period is, and that a date lies before it."""
    unit = match["base"] or match["what"]
    return Mark("generic", str(LENGTHS[unit])), Mark("earlier")


BEFORE = (
    rule(
        "previous year",
        rf"(?:(?<=m\d\d )|(?<=-\d\d )|(?<=конец )){_EARLIER} (?:календарный )?год"
        r"|год(?: ,)? предшествующий(?: отчетный)?(?: год| период)?",
        lambda _match: Mark("earlier"),
    ),
    rule(
        "period before the reported one",
        rf"(?P<what>{_UNIT})(?: ,)? предшествующий(?: (?:отчетный|следующий|~))*"
        rf"(?: (?P<base>{PERIODS.removesuffix('|период')}))?",
        _period,
    ),
    rule(
        "day of the previous month",
        rf"(?<=число ){_EARLIER} (?P<what>{_UNIT})(?P<base>)",
        _period,
    ),
)
