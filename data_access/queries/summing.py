"""Totals of groups that have nothing in common, added up."""

from collections import Counter
from collections.abc import Sequence

from data_access.records.common import Ratio, Totals
from data_access.records.status import Status


def summed(parts: Sequence[Totals]) -> Totals:
    """Return the totals of all parts; each executor belongs to one of them."""
    by_status: Counter[Status] = Counter()
    for one in parts:
        by_status.update(one.by_status)
    reports = [one.reports for one in parts if one.reports is not None]
    dates = {one.as_of for one in parts}
    return Totals(
        by_status={status: by_status[status] for status in Status},
        discipline=_sum([one.discipline for one in parts]),
        reports=_sum(reports) if reports else None,
        worst_days=max((one.worst_days for one in parts if one.worst_days), default=None),
        missing_reports=sum(one.missing_reports for one in parts),
        silent_executors=sum(one.silent_executors for one in parts),
        due_soon=sum(one.due_soon for one in parts),
        as_of=dates.pop() if len(dates) == 1 else None,
        is_demo=any(one.is_demo for one in parts),
    )


def _sum(ratios: Sequence[Ratio]) -> Ratio:
    return Ratio(sum(one.part for one in ratios), sum(one.whole for one in ratios))
