"""Values that a plan cannot be saved without, where a finding is about their absence."""

from data_access.records.reading import Finding, PlanReading

#: Fields of an indicator, by those of the findings about them.
OF_INDICATORS = {"indicator.direction": "direction", "indicator.unit": "unit"}
OF_MEASURES = ("number", "title")
TERM = ("period", "term")


def is_lacking(reading: PlanReading, found: Finding) -> bool:
    """Tell whether a finding is about a needed value that is not there: it can only be given."""
    plan = reading.plan
    if not found.target:
        no_term = plan.period_start is None or plan.period_end is None
        return (found.field in TERM and no_term) or (
            found.field == "title" and not plan.title.strip()
        )
    if found.field in OF_INDICATORS:
        values = [
            getattr(one, OF_INDICATORS[found.field])
            for one in reading.indicators
            if one.key == found.target
        ]
    elif found.field in OF_MEASURES:
        values = [getattr(one, found.field) for one in reading.measures if one.key == found.target]
    else:
        return False
    return any(not value.strip() for value in values)
