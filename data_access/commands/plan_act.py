"""An act's file, and all that was said about it on the command line."""

from dataclasses import dataclass
from datetime import date

from data_access.importers.draft.state import TargetDecision

#: Between the number of a new measure and that of the saved one that it is.
BETWEEN = "="


@dataclass(frozen=True)
class Act:
    """A file to take in, and what was said about it.

    `territory` is a name, of a known territory or, with `makes_territory`, of one to be made;
    `plan_id` the plan to amend, `is_confirmed` although the act looks like that of another one;
    `is_new` that it is a new one. `accept` takes all proposals for what must be decided. `same` and
    `other` are numbers of measures whose title is another one than that of the saved measure;
    "2.3=1.4" among `same` says that the new 2.3 is the saved 1.4, which would go otherwise.
    `executors` are names of the act with what was said of each: see `identified`.
    """

    file_name: str
    data: bytes
    today: date
    territory: str = ""
    plan_id: int | None = None
    is_new: bool = False
    accept: bool = False
    is_trial: bool = False
    makes_territory: bool = False
    is_confirmed: bool = False
    same: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    executors: tuple[tuple[str, str], ...] = ()

    def amends(self, plan_id: int) -> TargetDecision:
        """Return that the act amends a plan."""
        return TargetDecision(plan_id, is_confirmed=self.is_confirmed)

    @property
    def said(self) -> dict[str, str]:
        """Return how the questions about retitled measures are settled, by number."""
        same = [one for one in self.same if BETWEEN not in one]
        return dict.fromkeys(same, "accepted") | dict.fromkeys(self.other, "dismissed")

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the numbers of new measures and of the saved ones that they are."""
        told = [one.partition(BETWEEN) for one in self.same if BETWEEN in one]
        return tuple((new.strip(), old.strip()) for new, _sign, old in told)
