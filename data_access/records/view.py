"""What somebody asks for: filters of the URL, the account's territories, today's date."""

from dataclasses import dataclass, field
from datetime import date

from data_access.records.status import Status


@dataclass(frozen=True)
class Filters:
    """The filters that live in the URL; None, "" and () mean "not filtered".

    `as_of` None means each plan's own opening date where it has one (samples), else today.
    """

    as_of: date | None = None
    plan: int | None = None
    territory: int | None = None
    section: int | None = None
    executor: int | None = None
    statuses: tuple[Status, ...] = ()
    q: str = ""
    since: date | None = None


@dataclass(frozen=True)
class Scope:
    """The territories that an account may see; None means all of them."""

    territory_ids: frozenset[int] | None

    @classmethod
    def everything(cls) -> "Scope":
        """Return the scope of an account that may see all territories."""
        return cls(None)


@dataclass(frozen=True)
class View:
    """One request for data: every query takes it and honours all of it.

    What the queries find out first: `plans`, the plans in view where they are few enough to be
    named one by one, and `is_wide`, that there are so many that lists show their beginning only.
    `is_open`: it stands for all views with filters of the same kinds (`queries/opened.py`).
    """

    scope: Scope
    today: date
    filters: Filters = field(default_factory=Filters)
    plans: tuple[int, ...] | None = None
    is_wide: bool = False
    is_open: bool = False
