"""What saving a plan did, for people at a terminal and for programs."""

from collections.abc import Iterator
from typing import Any

from dashboard.cli.plan_summary import finding_lines
from data_access.commands.plan_import import TakenIn
from data_access.records.difference import Difference, ValueChange, ValueKept
from layouts.data_batch import counted_measures
from layouts.difference_words import FATES as FATE_WORDS
from layouts.difference_words import indicator
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
    yield from _indicator_lines(taken.difference)
    if is_trial:
        yield _("Nothing was written: it was a trial run.")
    left = tuple(one.finding for one in taken.findings if one.settlement.is_open)
    if left and outcome.fate != "unchanged":
        yield _("Findings left open: %(n)s", n=fmt_number(len(left)))
        yield from finding_lines(left)


def _indicator_lines(found: Difference | None) -> Iterator[str]:
    """Yield the indicators that change, or keep what was entered since, value by value."""
    for one in found.indicators if found else ():
        told = list(indicator(one))
        if told:
            yield f"{_('Indicator')} {one.name} – {_(FATE_WORDS[one.fate])}:"
            yield from (f"  {text}" for text in told)


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
        "indicators": _indicators_json(taken.difference),
        "findings_open": outcome.open_findings,
    }


def _indicators_json(found: Difference | None) -> list[dict[str, Any]]:
    """Return each indicator that changes or keeps what was entered since, with both values."""
    return [
        {
            "name": one.name,
            "fate": one.fate,
            "fields": {it.field: {"old": it.old, "new": it.new} for it in one.changes},
            "values": [_change_json(it) for it in one.values],
            "kept": [_kept_json(it) for it in one.kept],
        }
        for one in (found.indicators if found else ())
        if one.changes or one.values or one.kept
    ]


def _change_json(one: ValueChange) -> dict[str, Any]:
    old = None if one.old is None else float(one.old)
    return {"year": one.year, "kind": one.kind, "old": old, "new": float(one.new)}


def _kept_json(one: ValueKept) -> dict[str, Any]:
    return {
        "year": one.year,
        "kind": one.kind,
        "value": float(one.value),
        "in_act": float(one.said),
    }
