"""What is doubtful about a deadline as it was read: at the first reading and at every later one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from data_access.importers.plan.deadline import Understood

#: The deadline reader's own question about dates outside the plan's term.
OUTSIDE = "outside_term"
#: Questions of the deadline reader begin so; the other codes are of `doubts` and `absent`.
ASKED = "deadline."
#: Of two columns the start says nothing of time.
START_UNREAD = "deadline_start_unread"
CODES = frozenset(
    {
        START_UNREAD,
        "deadline_absent",
        "deadline_repaired",
        "deadline_unknown",
        "deadline_before_act",
        "deadline_after_plan",
    }
)


@dataclass(frozen=True)
class Doubt:
    """A finding about a phrase, whatever measure it belongs to."""

    code: str
    severity: str
    read: str = ""
    proposal: str = ""
    parameters: dict[str, str] = field(default_factory=dict)


def follows_from_reading(code: str) -> bool:
    """Tell whether a finding of this code follows from the reading of a phrase alone."""
    return code.startswith(ASKED) or code in CODES


def doubts(phrase: str, found: Understood, term: tuple[date, date]) -> Iterator[Doubt]:
    """Yield what has to be said of a phrase that was read within a term."""
    proposal = listed(found.proposal)
    for code, values in found.questions:
        named = {**values}
        proposed = named.pop("proposal", proposal)
        named.pop("read", None)
        yield Doubt(f"{ASKED}{code}", "warning", phrase, proposed, named)
    for read, made in found.repairs:
        yield Doubt("deadline_repaired", "info", read, made)
    if found.schedule.kind == "unknown" and not found.questions:
        yield Doubt("deadline_unknown", "warning", phrase, proposal)
    if found.dropped:
        yield Doubt("deadline_before_act", "warning", listed(found.dropped))
    late = [due for due in found.schedule.due_dates if due > term[1]]
    if late and OUTSIDE not in dict(found.questions):
        yield Doubt("deadline_after_plan", "info", listed(late))


def absent(term: tuple[date, date]) -> Doubt:
    """Return the doubt about a measure without a deadline: the plan's last day is proposed."""
    return Doubt("deadline_absent", "warning", proposal=listed(term[1:]))


def listed(days: Sequence[date]) -> str:
    """Return dates as findings write them."""
    return ", ".join(f"{day:%d.%m.%Y}" for day in days)
