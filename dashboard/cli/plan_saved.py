"""What saving a plan did, for people at a terminal and for programs."""

from collections.abc import Iterator
from typing import Any

from dashboard.cli.plan_summary import finding_lines
from data_access.commands.plan_import import TakenIn
from layouts.data_batch import counted_measures
from layouts.texts import N_, _, fmt_number

FATES = {
    "created": N_("Saved as the new plan %(code)s: %(title)s"),
    "amended": N_("Changed the plan %(code)s: %(title)s"),
    "unchanged": N_("Nothing new: the plan %(code)s says all of it already."),
}
#: Of a new plan: in a known territory, in one that is made for it.
TERRITORY = {
    False: N_("Territory of the plan: %(name)s"),
    True: N_("Territory of the plan, not known before: %(name)s"),
}
COUNTS = {
    "sections": N_("sections: %(n)s"),
    "measures": N_("measures: %(n)s"),
    "executors": N_("executors: %(n)s"),
    "indicators": N_("indicators: %(n)s"),
    "periods": N_("reporting periods: %(n)s"),
    "added": N_("measures added: %(n)s"),
    "removed": N_("measures removed: %(n)s"),
    "restored": N_("measures restored: %(n)s"),
    "changed": N_("measures changed: %(n)s"),
    "unchanged": N_("measures unchanged: %(n)s"),
}


def saved_lines(taken: TakenIn, *, is_trial: bool) -> Iterator[str]:
    """Yield what was saved, and the findings that are left open."""
    outcome = taken.outcome
    yield _(FATES[outcome.fate], code=outcome.plan_code, title=outcome.short_title)
    if outcome.fate == "created":
        yield _(TERRITORY[outcome.made_territory], name=outcome.territory)
    counts = [
        _(text, n=fmt_number(outcome.counts[name]))
        for name, text in COUNTS.items()
        if outcome.counts.get(name)
    ]
    if counts:
        yield "; ".join(counts)
    for fate in ("removed", "restored", "added"):
        if named := outcome.named.get(fate):
            yield f"{counted_measures(fate, len(named))}:"
            yield from (f"  {one}" for one in named)
    if is_trial:
        yield _("Nothing was written: it was a trial run.")
    left = tuple(one.finding for one in taken.findings if one.settlement.is_open)
    if left and outcome.fate != "unchanged":
        yield _("Findings left open: %(n)s", n=fmt_number(len(left)))
        yield from finding_lines(left)


def saved_json(taken: TakenIn) -> dict[str, Any]:
    """Return the same as JSON values."""
    outcome = taken.outcome
    return {
        "fate": outcome.fate,
        "plan": outcome.plan_code,
        "plan_id": outcome.plan_id,
        "territory": outcome.territory,
        "counts": dict(outcome.counts),
        "measures": {fate: list(named) for fate, named in outcome.named.items()},
        "findings_open": outcome.open_findings,
    }
