"""What somebody means by a name on the command line; else what may be meant, and where all are."""

from collections.abc import Sequence

from dashboard.cli.common import refuse
from data_access.db import Database
from data_access.meant import called, likest
from data_access.queries import names
from data_access.records.named import Named
from layouts.texts import N_, _

#: Kind, as `karta list` calls it → what is said where nothing is called so.
UNKNOWN = {
    "plans": N_("There is no plan “%(name)s”."),
    "territories": N_("There is no territory “%(name)s”."),
    "executors": N_("There is no executor “%(name)s”."),
    "executors in a plan": N_("There is no executor “%(name)s” in this plan."),
    "periods": N_("There is no reporting period “%(name)s” in this plan."),
    "sections": N_("There is no section “%(name)s” in this plan."),
}


def find_plan(database: Database, name: str) -> Named:
    """Return the plan with this code, id or title."""
    return _chosen(name, names.plans(database), "plans")


def find_territory(database: Database, name: str) -> Named:
    """Return the territory with this id or name; behind it may stand its region."""
    return _chosen(name, names.territories(database), "territories")


def find_executor(database: Database, name: str, plan: Named | None = None) -> Named:
    """Return the executor, of a plan if one is given, with this id, name or other spelling."""
    known = names.executors(database, plan.id if plan else None)
    return _chosen(name, known, "executors", plan)


def find_period(database: Database, name: str, plan: Named) -> Named:
    """Return the plan's reporting period with this label or id."""
    return _chosen(name, names.periods(database, plan.id), "periods", plan)


def find_section(database: Database, name: str, plan: Named) -> Named:
    """Return the plan's section with this title or id."""
    return _chosen(name, names.sections(database, plan.id), "sections", plan)


def _chosen(name: str, known: Sequence[Named], kind: str, plan: Named | None = None) -> Named:
    """Return the one that is called so; refuse an unknown name and one that fits several."""
    found = called(name, known)
    if not found:
        refuse(*_unknown(name, known, kind, plan), _all_of(kind, plan))
    if len(found) > 1:
        several = _("“%(name)s” fits several, give the code or the number of one:", name=name)
        refuse(several, *_lines(found))
    return found[0]


def _unknown(name: str, known: Sequence[Named], kind: str, plan: Named | None) -> list[str]:
    within = f"{kind} in a plan" if plan and kind == "executors" else kind
    reasons = [_(UNKNOWN[within], name=name)]
    if alike := likest(name, known):
        reasons += [_("Perhaps one of these is meant:"), *_lines(alike)]
    return reasons


def _lines(found: Sequence[Named]) -> list[str]:
    return [f"  {one.key}  {one.name}" for one in found]


def _all_of(kind: str, plan: Named | None) -> str:
    command = f"karta list {kind}" + (f" --plan {plan.code}" if plan else "")
    return _("All of them: %(command)s", command=command)
