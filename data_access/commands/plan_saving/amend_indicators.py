"""Indicators of a plan brought in line with an act: new values are newer rows."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from data_access.commands.plan_saving.terms import Amending
from data_access.importers.indicators.decimals import widen
from data_access.models import Indicator, IndicatorValue
from data_access.plan_rows.inserting import insert_rows
from data_access.plan_rows.texts import IndicatorText
from data_access.records.difference import IndicatorChange, ValueChange


def amend_indicators(work: Amending) -> None:
    """Make the changes of indicators; those that the act does not name stay."""
    texts = {one.key: one for one in work.order.indicators}
    fresh = [texts[one.key] for one in work.changes.indicators if one.fate == "added"]
    insert_indicators(work.session, fresh, work.saved.id, work.basis, work.on, work.now)
    named = {one.id: one.targets_on for one in work.saved.indicators}
    for change in work.changes.indicators:
        if change.fate == "changed" and change.indicator_id:
            _change(work, change, texts[change.key], named[change.indicator_id])


def _change(
    work: Amending, change: IndicatorChange, text: IndicatorText, named: Mapping[int, date]
) -> None:
    columns: dict[str, Any] = {one.field: one.new for one in change.changes}
    if columns:
        query = update(Indicator).where(Indicator.id == change.indicator_id).values(columns)
        work.session.execute(query)
    rows = [
        _value(change.indicator_id or 0, one, text, work.basis, _day(work, one, named), work.now)
        for one in change.values
    ]
    insert_rows(work.session, IndicatorValue, rows)
    widen(work.session, change.indicator_id or 0, text.decimals)


def _day(work: Amending, change: ValueChange, named: Mapping[int, date]) -> date:
    """Return from when on a value stands: no earlier than the target that it replaces.

    What the plan's own act corrects it corrects from the day of the wrong one on.
    """
    last = named.get(change.year) if change.kind == "target" else None
    return max(work.on, last or work.on) if not work.corrects else last or work.on


def insert_indicators(
    session: Session,
    texts: Sequence[IndicatorText],
    plan_id: int,
    act: str,
    on: date,
    now: datetime,
) -> None:
    """Insert indicators with the targets and actual values that the act names."""
    last = select(func.max(Indicator.position)).where(Indicator.plan_id == plan_id)
    first = (session.scalar(last) or 0) + 1
    rows = [
        {
            "plan_id": plan_id,
            "position": position,
            "name": one.name,
            "short_name": one.short_name,
            "unit": one.unit,
            "direction": one.direction,
            "decimals": one.decimals,
        }
        for position, one in enumerate(texts, start=first)
    ]
    ids = insert_rows(session, Indicator, rows)
    values = [
        _value(id_, ValueChange(year, kind, None, value), one, act, on, now)
        for one, id_ in zip(texts, ids, strict=True)
        for kind, of_kind in (("target", one.targets), ("actual", one.actuals))
        for year, value in of_kind.items()
    ]
    insert_rows(session, IndicatorValue, values)


def _value(
    indicator_id: int,
    change: ValueChange,
    text: IndicatorText,
    act: str,
    on: date,
    now: datetime,
) -> dict[str, Any]:
    return {
        "indicator_id": indicator_id,
        "year": change.year,
        "kind": change.kind,
        "value": change.new,
        "source": text.source if change.kind == "actual" and text.source else act,
        "submitted_on": on,
        "recorded_at": now,
    }
