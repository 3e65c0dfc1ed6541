"""Directions of support from the letter on best practices."""

from dataclasses import dataclass

from data_access.records.common import PlanRef, Ref


@dataclass(frozen=True)
class PracticeFit:
    """A measure that a practice fits."""

    measure: Ref
    number: str
    plan: PlanRef


@dataclass(frozen=True)
class Practice:
    """One direction of support from the letter on best practices."""

    id: int
    name: str
    organisations: int | None
    regions: int | None
    organisation_kind: str
    source: str
    note: str
    fits: tuple[PracticeFit, ...]
