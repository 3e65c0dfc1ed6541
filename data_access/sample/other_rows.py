"""Inserts what surrounds a plan: indicators, findings about its source, best practices."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from data_access.models import (
    ImportFinding,
    Indicator,
    IndicatorValue,
    PracticeDirection,
    PracticeFit,
)
from data_access.plan_rows.inserting import insert_rows
from data_access.sample.moments import opening_of
from data_access.sample.plan_records import FindingText, IndicatorText, PlanFile
from data_access.sample.plan_rows import PlanIds, entered_at
from data_access.sample.practice_file import PracticeFile
from data_access.sample.story_records import ActualText


def insert_indicators(
    session: Session, file: PlanFile, ids: PlanIds, actuals: tuple[ActualText, ...]
) -> None:
    """Insert the indicators with their published targets and the demonstration's actuals."""
    rows = [
        {
            "plan_id": ids.plan,
            "position": position,
            "name": one.name,
            "short_name": one.short_name,
            "unit": one.unit,
            "direction": one.direction,
            "decimals": one.decimals,
            "form": one.form,
            "row_code": one.row,
        }
        for position, one in enumerate(file.indicators, start=1)
    ]
    found = insert_rows(session, Indicator, rows)
    keys = {one.key: id_ for one, id_ in zip(file.indicators, found, strict=True)}
    targets = [row for one in file.indicators for row in _targets(file, one, keys[one.key])]
    insert_rows(session, IndicatorValue, targets)
    insert_rows(session, IndicatorValue, [_actual(one, keys[one.indicator]) for one in actuals])


def _targets(file: PlanFile, indicator: IndicatorText, id_: int) -> list[dict[str, Any]]:
    return [
        {
            "indicator_id": id_,
            "year": year,
            "kind": "target",
            "value": value,
            "source": file.plan.act,
            "submitted_on": file.plan.act_date or file.plan.starts_on,
            "recorded_at": entered_at(file),
        }
        for year, value in sorted(indicator.targets.items())
    ]


def _actual(actual: ActualText, id_: int) -> dict[str, Any]:
    return {
        "indicator_id": id_,
        "year": actual.year,
        "kind": "actual",
        "value": actual.value,
        "source": actual.source,
        "submitted_on": actual.submitted_on,
        "recorded_at": opening_of(actual.submitted_on),
    }


def insert_findings(session: Session, file: PlanFile, ids: PlanIds) -> None:
    """Insert the doubtful places of the act; an error stays open until a person decides."""
    insert_rows(session, ImportFinding, [_finding(file, ids, one) for one in file.findings])


def _finding(file: PlanFile, ids: PlanIds, finding: FindingText) -> dict[str, Any]:
    is_open = finding.severity == "error" or not finding.resolution
    return {
        "plan_id": ids.plan,
        "document": file.plan.act,
        **vars(finding),
        "measure_id": ids.measures.get(finding.place),
        "resolved_at": None if is_open else entered_at(file),
    }


def insert_practices(
    session: Session, file: PracticeFile, measures: Mapping[tuple[str, str], int]
) -> None:
    """Insert the directions and the measures that they fit, by plan code and number."""
    rows = [
        {
            "position": position,
            "name": one.name,
            "organisations": one.organisations,
            "regions": one.regions,
            "organisation_kind": one.organisation_kind,
            "source": file.source,
            "note": one.note,
        }
        for position, one in enumerate(file.practices, start=1)
    ]
    ids = insert_rows(session, PracticeDirection, rows)
    fits = [
        {"practice_id": id_, "measure_id": measures[fit.plan, fit.number]}
        for one, id_ in zip(file.practices, ids, strict=True)
        for fit in one.fits
    ]
    if fits:
        session.execute(insert(PracticeFit), fits)
