"""Edges of recurring periods: "в начале каждого месяца", "до начала каждого квартала"."""

from dataclasses import replace

from data_access.importers.deadlines.drafts import Case
from data_access.importers.deadlines.edges import edged
from data_access.importers.deadlines.items import Stretch
from data_access.importers.deadlines.moments import months_moment
from data_access.importers.deadlines.parts import Limit, Unit
from data_access.importers.deadlines.periods import Span, laid

#: Length of a period in months → what it is called.
UNITS = {1: Unit.MONTH, 3: Unit.QUARTER, 6: Unit.HALF, 12: Unit.YEAR}


def edge_of_each(case: Case, period: Span, months: int) -> Span:
    """Return what the edge word of the phrase leaves of a period; the very period without one."""
    edge, unit = case.said("edge"), UNITS.get(months)
    if not edge or unit is None:
        return period
    moment = months_moment(unit, period.start.month, period.end.month)
    moment, limit = edged(moment, edge, Limit(case.said("limited period")))
    if moment.vague:
        case.draft.ask("vague")
    dated = replace(moment, years=(period.start.year,))
    return laid(Stretch(dated, limit), case.term)[0]
