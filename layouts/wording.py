"""Sentences that several pages build: the date in front of a finding, filters in words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data_access.records.common import PlanRef, Ref
from layouts import pages, status_view
from layouts.frame import Frame
from layouts.terms import not_begun, term_words
from layouts.texts import NBSP, _, fmt_date, fmt_date_long


def dated(plans: Sequence[PlanRef], finding: str) -> str:
    """Return the finding as a sentence that begins with the date of the cut.

    Where the plans are looked at on different dates there is none to name. A date outside their
    terms is said; before the plans have begun that is the whole finding.
    """
    term = term_words(plans)
    parts = (term, finding) if len(plans) == 1 else (finding, term)
    text = term if not_begun(plans) else clauses(*parts)
    dates = {plan.as_of for plan in plans}
    if len(dates) != 1:
        return sentence(text)
    return _("On %(date)s %(finding)s", date=fmt_date_long(dates.pop()), finding=text)


def sentence(text: str) -> str:
    """Return the text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def clauses(*parts: str) -> str:
    """Return the parts that are not empty as one sentence, set apart by semicolons."""
    return "; ".join(part for part in parts if part)


def continued(text: str) -> str:
    """Return a sentence as it goes on after a colon: with a small letter."""
    return text[:1].lower() + text[1:]


def act(plan: PlanRef) -> str:
    """Return the plan's act in short: kind, date and number, as far as they are known."""
    parts = (
        plan.act_kind,
        _("of %(date)s", date=fmt_date(plan.act_date)) if plan.act_date else "",
        _("No. %(number)s", number=plan.act_number).replace(" ", NBSP) if plan.act_number else "",
    )
    return " ".join(part for part in parts if part)


def plan_line(plans: Sequence[PlanRef]) -> str | None:
    """Return the plan's name with territory and act; None where there are several plans."""
    if len(plans) != 1:
        return None
    plan = plans[0]
    return " · ".join(one for one in (plan.short_title, plan.territory.name, act(plan)) if one)


@dataclass(frozen=True)
class Places:
    """What tells the rows of one plan from those of others; nothing where there is one plan."""

    is_needed: bool
    repeated: frozenset[int]

    def of(self, plan: PlanRef) -> str:
        """Return the plan's territory, or its title where the territory has several."""
        if not self.is_needed:
            return ""
        has_several = plan.territory.id in self.repeated
        return plan.short_title if has_several else plan.territory.short_name


def places(plans: Sequence[PlanRef]) -> Places:
    """Return what tells the rows of these plans from one another."""
    number = Counter(plan.territory.id for plan in plans)
    return Places(len(plans) > 1, frozenset(one for one in number if number[one] > 1))


def filter_words(frame: Frame) -> str:
    """Return the filters that act on the page in words ("Раздел 2; «опека»"); "" for none."""
    now, offered = frame.filters, frame.choices
    words = {
        "plan": next((one.short_title for one in offered.plans if one.id == now.plan), ""),
        "territory": _name(offered.territories, now.territory),
        "section": _name(offered.sections, now.section),
        "executor": _name(offered.executors, now.executor),
        "statuses": ", ".join(status_view.name(one) for one in now.statuses),
        "q": _("search: %(words)s", words=now.q) if now.q else "",
    }
    return clauses(*(text for field, text in words.items() if pages.honours(frame.path, field)))


def _name(refs: Iterable[Ref], chosen: int | None) -> str:
    return next((one.short_name for one in refs if one.id == chosen), "")
