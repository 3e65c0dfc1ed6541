"""The options that decide who an undecided executor is, to be copied into the command."""

import shlex
from collections.abc import Iterator

from dashboard.cli.given import decision_text
from data_access.records.draft_matches import IN_ACT, OWN, Candidate
from data_access.records.drafts import DraftFault
from layouts.texts import _, fmt_number


def decisions(fault: DraftFault) -> Iterator[str]:
    """Yield a line for each that the name of a fault may mean; nothing of other faults."""
    if not fault.candidates:
        return
    name = fault.values["name"]
    for one in fault.candidates:
        yield f"  {_option(name, _who(one))}  {_shown(one)}"
    yield f"  {_option(name, OWN)}  {_('an executor of its own (decision)')}"


def _option(name: str, who: str) -> str:
    return f"--executor {shlex.quote(decision_text(name, who))}"


def _who(one: Candidate) -> str:
    return str(one.executor_id) if one.kind == "known" else f"{IN_ACT}{one.name}"


def _shown(one: Candidate) -> str:
    place = one.place if one.kind == "known" else _("named in this document")
    where = ", ".join(part for part in (one.name, place) if part)
    return _("%(where)s, likeness %(score)s %%", where=where, score=fmt_number(one.score))
