"""What a draft is matched with: executors, the territory, the plan that it amends."""

from dataclasses import dataclass
from datetime import date

from data_access.records.common import Ref

#: Said of a name in a command: it is an executor of its own; or, in front of another name of the
#: act, that one, whoever else is called so.
OWN, IN_ACT = "own", "act:"


@dataclass(frozen=True)
class Place(Ref):
    """A known territory; `region` is the name of that in which it lies, where it is known."""

    region: str = ""

    @property
    def full_name(self) -> str:
        """Return the name with its region: there are namesakes."""
        return f"{self.name}, {self.region}" if self.region else self.name


@dataclass(frozen=True)
class TargetPlan:
    """A saved plan that a draft may amend.

    `why` it is proposed: "same_file", "same_act", "amended" (the act says that it changes it)
    or "alike"; "listed" is any other plan.
    `is_own_file` tells that the plan was made of this very file.
    """

    id: int
    code: str
    title: str
    short_title: str
    act: str
    why: str = "listed"
    score: int = 100
    is_own_file: bool = False


@dataclass(frozen=True)
class Candidate:
    """Who an executor of the document may be.

    `kind` is "known" (`executor_id` of the database) or "document" (`key` of another name of it).
    `place` is the territory of a known one, where that is another than the plan's.
    """

    kind: str
    name: str
    score: int
    executor_id: int | None = None
    key: str = ""
    place: str = ""


@dataclass(frozen=True)
class NameChoice:
    """What a person decided about a name.

    `kind` is "known" (the executor `executor_id`), "same" (another name of the same document, by
    `key`) or "new" (an executor of its own; `name` corrects its spelling).
    """

    kind: str
    executor_id: int | None = None
    key: str = ""
    name: str = ""


@dataclass(frozen=True)
class ExecutorMatch:
    """An executor of the draft and who it is.

    `state` is "equal" (taken silently), "new" (nothing is like it), "undecided" (a likely match,
    which blocks saving) or "decided" (see `choice`). `resolved` is the name that will stand.
    """

    key: str
    name: str
    spellings: tuple[str, ...]
    measures: tuple[str, ...]
    is_group: bool
    state: str
    resolved: str
    executor_id: int | None = None
    candidates: tuple[Candidate, ...] = ()
    choice: NameChoice | None = None


@dataclass(frozen=True)
class NewTerritory:
    """A territory to be made; only with the scope of everything."""

    name: str
    level: str
    region: str = ""


@dataclass(frozen=True)
class TerritoryChoice:
    """Where the plan belongs.

    `how` is "equal" (the act's name is a known one), "chosen", "new" (will be made) or "undecided".
    `is_other` tells that the act names another one than was chosen.
    """

    how: str
    read: str
    territory: Place | None = None
    new: NewTerritory | None = None
    candidates: tuple[Place, ...] = ()
    may_make: bool = False
    is_other: bool = False


@dataclass(frozen=True)
class TargetChoice:
    """Whether the draft makes a new plan or amends a saved one.

    `how` is "new", "amends" (with `plan`) or "undecided". For amendments `basis` is the document
    that decisions rest on and `decided_on` the day from which they count; `is_confirmed` tells that
    a person meant it, though the act looks like that of another plan.
    """

    how: str
    plan: TargetPlan | None = None
    proposals: tuple[TargetPlan, ...] = ()
    others: tuple[TargetPlan, ...] = ()
    basis: str = ""
    decided_on: date | None = None
    is_confirmed: bool = False
