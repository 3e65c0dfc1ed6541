"""A plan by what somebody calls it on the command line."""

from dashboard.cli.common import refuse
from data_access.db import Database
from data_access.importers.reports.handing_out import PlanName, plan_names
from layouts.texts import _


def find_plan(database: Database, name: str) -> PlanName:
    """Return the plan with this code, id or title; refuse an unknown or an ambiguous name."""
    known = plan_names(database)
    exact = [one for one in known if name in (one.code, str(one.id))]
    found = exact[:1] or [one for one in known if name in (one.title, one.short_title)]
    if not found:
        refuse(_("There is no plan “%(name)s”.", name=name), *(one.code for one in known[:20]))
    if len(found) > 1:
        codes = ", ".join(one.code for one in found)
        refuse(
            _(
                "Several plans are called “%(name)s”: give the code of one: %(codes)s.",
                name=name,
                codes=codes,
            )
        )
    return found[0]
