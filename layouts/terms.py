"""What is said where the date of the cut lies outside the plans' terms."""

from collections.abc import Sequence

from data_access.records.common import PlanRef
from data_access.records.cut import Cut, found
from layouts.texts import _, fmt_date, ngettext


def not_begun(plans: Sequence[PlanRef]) -> bool:
    """Tell whether none of the plans has begun on its date: nothing can be late or done yet."""
    return bool(plans) and all(plan.as_of < plan.starts_on for plan in plans)


def term_words(plans: Sequence[PlanRef]) -> str:
    """Return that a plan has not begun or that its term is over, with the day; "" within terms.

    Of several plans it says how many; of very many only where it is so with all, since those at
    hand, among them the first to begin and the last to end, stand for the others.
    """
    ahead = _number(plans, [plan for plan in plans if plan.as_of < plan.starts_on])
    over = _number(plans, [plan for plan in plans if plan.as_of > plan.ends_on])
    if found(plans) == 1:
        return _of_one(plans[0]) if ahead or over else ""
    parts = (
        ngettext("%(n)s plan has not begun", "%(n)s plans have not begun", ahead) if ahead else "",
        ngettext("the term of %(n)s plan is over", "the terms of %(n)s plans are over", over)
        if over
        else "",
    )
    return "; ".join(part for part in parts if part)


def _number(plans: Sequence[PlanRef], some: Sequence[PlanRef]) -> int:
    """Return how many of the plans these are; 0 where that cannot be told."""
    if not isinstance(plans, Cut):
        return len(some)
    return plans.found if len(some) == len(plans) else 0


def _of_one(plan: PlanRef) -> str:
    if plan.as_of < plan.starts_on:
        return _("the plan has not begun, its first day is %(date)s", date=fmt_date(plan.starts_on))
    return _("the term of the plan ended on %(date)s", date=fmt_date(plan.ends_on))
