"""What each page is made of; each is filled by the query module of the same name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from data_access.records.common import Freshness, GroupRow, PlanRef, Ref, Totals
from data_access.records.indicators import IndicatorRow
from data_access.records.measures import (
    Change,
    ControlPointView,
    MeasureRow,
    MissingReport,
)
from data_access.records.nation import Place, Spread


@dataclass(frozen=True)
class Asked:
    """What an address names, before it is known whether the account may see it."""

    as_of: date | None = None
    plan: str = ""
    territory: int | None = None
    section: int | None = None
    executor: int | None = None


@dataclass(frozen=True)
class Choices:
    """What the filter bar offers, within the account's territories.

    `in_view` are the plans that the filters leave in view; of many, one for each date of the cut
    and kind of data. `is_wide`: the account sees so many plans that territories are looked for by
    name, and plans, sections and executors are offered within a chosen territory alone.
    `named_from` are the days from which acts name those executors that they added, `amended_days`
    those from which acts amended the plans in view (not told of very many plans).
    """

    plans: Sequence[PlanRef]
    territories: tuple[Ref, ...]
    sections: tuple[Ref, ...]
    executors: tuple[Ref, ...]
    in_view: Sequence[PlanRef] = ()
    is_wide: bool = False
    named_from: Mapping[int, date] = field(default_factory=dict)
    amended_days: tuple[date, ...] = ()


@dataclass(frozen=True)
class Ahead:
    """What an act added to a plan after the as-of date: a measure, a section, an executor.

    `began_on` is the day from which on (something of) it stands in the plan.
    """

    kind: str
    number: str
    name: str
    plan: PlanRef
    began_on: date


@dataclass(frozen=True)
class CurvePoint:
    """Control points on one day: those whose term has come, and those done by the record.

    `done` is None after the as-of date.
    """

    on: date
    due: int
    done: int | None


@dataclass(frozen=True)
class Overview:
    """The front page; also the totals of the meeting view.

    Of very many plans the lists are a `Cut`, and the territories are regions; `places` holds the
    square of the map of each that lies on it, by its id.
    """

    plans: Sequence[PlanRef]
    totals: Totals
    sections: Sequence[GroupRow]
    executors: Sequence[GroupRow]
    territories: Sequence[GroupRow]
    overdue: Sequence[MeasureRow]
    missing: Sequence[MissingReport]
    upcoming: Sequence[MeasureRow]
    indicators: Sequence[IndicatorRow]
    changes: Sequence[Change]
    since: date | None
    curve: tuple[CurvePoint, ...]
    freshness: Freshness
    places: Mapping[int, Place] = field(default_factory=dict)


@dataclass(frozen=True)
class Register:
    """A filtered list of measures; `found` counts all.

    A register that `is_long` has its first rows here, the others are asked for part by part.
    """

    plans: Sequence[PlanRef]
    rows: tuple[MeasureRow, ...]
    found: int
    totals: Totals
    is_long: bool = False


@dataclass(frozen=True)
class GroupPage:
    """The list of sections or territories with the totals above it."""

    plans: Sequence[PlanRef]
    totals: Totals
    rows: Sequence[GroupRow]


@dataclass(frozen=True)
class SectionDetail:
    """One section and its measures in the plan's order."""

    plans: Sequence[PlanRef]
    row: GroupRow
    measures: tuple[MeasureRow, ...]


@dataclass(frozen=True)
class TerritoryDetail:
    """One territory: its plans with their totals, and its municipalities where it is a region.

    Where these are very many, `of_many` holds some of them in their place. `whole` are the totals
    of a region with all its municipalities.
    """

    territory: Ref
    level: str
    parent: Ref | None
    plans: tuple[tuple[PlanRef, Totals], ...]
    municipalities: tuple[GroupRow, ...]
    of_many: Spread | None = None
    whole: Totals | None = None


@dataclass(frozen=True)
class OverduePage:
    """What is overdue, worst first; what was done in part or closed as not done; who is silent."""

    plans: Sequence[PlanRef]
    totals: Totals
    overdue: Sequence[MeasureRow]
    partial: Sequence[MeasureRow]
    not_done: Sequence[MeasureRow]
    missing: Sequence[MissingReport]


@dataclass(frozen=True)
class TimelineRow:
    """A measure's bar in the calendar with its control points."""

    measure: MeasureRow
    starts_on: date
    ends_on: date
    points: tuple[ControlPointView, ...]


@dataclass(frozen=True)
class TimelinePage:
    """The plans' calendar; `found` counts all measures in view, `rows` may be cut at a limit."""

    plans: Sequence[PlanRef]
    rows: tuple[TimelineRow, ...]
    found: int


@dataclass(frozen=True)
class MeetingPage:
    """What a commission's meeting is shown.

    `bases` holds the act behind an extension, a removal or a closing as not done, by the
    measure's id, where the decision names one.
    """

    overview: Overview
    extended: Sequence[MeasureRow]
    removed: Sequence[MeasureRow]
    partial: Sequence[MeasureRow]
    not_done: Sequence[MeasureRow]
    bases: Mapping[int, str] = field(default_factory=dict)
