"""Records of views of a whole country: the map's squares, and territories by the hundred."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data_access.records.common import GroupRow, PlanRef, Ratio, Ref, Totals
from data_access.records.ranking import DEFAULT


@dataclass(frozen=True)
class Place:
    """A square of the map: the region's code and short label, its row and column from 0."""

    code: str
    label: str
    row: int
    column: int


@dataclass(frozen=True)
class Standing:
    """How a territory stands, in the few counts by which very many are ranked.

    `reports` is told only where the order asks for it.
    """

    territory: Ref
    parent: Ref | None
    under_control: int
    done: int
    overdue: int
    due: int
    on_time: int
    worst_days: int | None
    reports: Ratio | None = None

    @property
    def execution(self) -> Ratio:
        """Return (done + done late) / (all − removed)."""
        return Ratio(self.done, self.under_control)

    @property
    def discipline(self) -> Ratio:
        """Return the control points done on time of those due."""
        return Ratio(self.on_time, self.due)


#: Both levels of a country: its regions with all below them, and every territory by itself.
LEVELS = ("regions", "all")


@dataclass(frozen=True)
class Listing:
    """Which part of a long list of territories is asked for, by the address.

    `level`: one of `LEVELS`; "" is regions where there are several. `name`: words of the name;
    `band`: "execution-20", a band of `records.bands`; `page` from 1.
    """

    level: str = ""
    order: str = DEFAULT
    name: str = ""
    band: str = ""
    page: int = 1


@dataclass(frozen=True)
class Spread:
    """Very many territories: how they lie over the bands, and one page of a list of them.

    `bands`: their numbers by measure and band; `rows`: the page asked for, `page` its number;
    `found`: how many fit the listing, by level; `all`: how many there are at all.
    """

    bands: Mapping[str, Mapping[str, int]]
    rows: Sequence[GroupRow]
    level: str
    page: int
    pages: int
    found: Mapping[str, int]
    all: int


NOTHING = Spread({}, (), LEVELS[1], 1, 1, {}, 0)


@dataclass(frozen=True)
class NationPage:
    """A country: its regions, and the territories by the hundred.

    `places` holds the square of each region that lies on the map, by the region's id.
    """

    plans: Sequence[PlanRef]
    totals: Totals
    regions: Sequence[GroupRow]
    places: Mapping[int, Place]
    spread: Spread = NOTHING
