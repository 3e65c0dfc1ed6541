"""What a page showed of an upload, in short: saving does that, or refuses."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from data_access.records.difference import Difference
from data_access.records.draft_matches import TargetChoice, TerritoryChoice
from data_access.records.forms import ImportOutcome

LENGTH = 24


@dataclass(frozen=True)
class Shown:
    """Marks of what a plan's draft showed; "" for what a page did not say.

    `changed_at` is when it had been changed last, `target` where it goes, `difference` what saving
    would change in the plan that it amends.
    """

    changed_at: str = ""
    target: str = ""
    difference: str = ""


def shown(
    changed_at: datetime,
    territory: TerritoryChoice,
    target: TargetChoice,
    difference: Difference | None,
) -> Shown:
    """Return the marks of a draft as it stands; another plan of the same act is part of them."""
    place = (territory.how, territory.territory, territory.new)
    chosen = (target.how, target.plan, target.basis, target.decided_on, target.is_confirmed)
    return Shown(
        mark(changed_at.isoformat()), mark(place, chosen, target.proposals), mark(difference)
    )


def sheet_mark(plan_id: int | None, outcome: ImportOutcome) -> str:
    """Return the mark of a filled-in form: the plan of its rows, and what they come to.

    What a person is asked about is the same whether it may pass or not; rows count where nothing is
    asked, since they are not complete otherwise.
    """
    asked = sorted(map(repr, (*outcome.faults, *outcome.allowed)))
    return mark(plan_id, asked, () if asked else outcome.rows)


def mark(*what: object) -> str:
    """Return a short mark that is another one for anything else."""
    return sha256(repr(what).encode()).hexdigest()[:LENGTH]
