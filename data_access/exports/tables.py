"""Rows of each export, as mappings from column keys to plain values."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.exports.assignments import assignments, missing, plan_text
from data_access.exports.measures import measures, overdue
from data_access.exports.points import discipline, own_discipline
from data_access.models import Assignment
from data_access.queries.base import measure_conditions
from data_access.queries.groups import by_territory
from data_access.queries.indicators import in_parts
from data_access.queries.moments import Moment, begin
from data_access.queries.reports import stream_reports
from data_access.queries.shown_groups import all_executors, all_sections
from data_access.records.common import GroupRow, Totals
from data_access.records.exports import ExportTexts
from data_access.records.indicators import IndicatorRow, is_met
from data_access.records.status import Status
from data_access.records.view import View

Record = Mapping[str, Any]
Source = Callable[[Session, View, Moment, ExportTexts], Iterator[Record]]


def records(db: Database, table: str, view: View, texts: ExportTexts) -> Iterator[Record]:
    """Yield the rows of a table in view; the session stays open while they are read."""
    with db.read() as session:
        yield from SOURCES[table](session, *begin(session, view), texts)


def _totals(totals: Totals) -> dict[str, Any]:
    counts = {status.value: totals.by_status[status] for status in Status}
    reports = totals.reports
    return {
        **counts,
        "measures": totals.all,
        "worst_days": totals.worst_days,
        "execution": totals.execution.share,
        "discipline_on_time": totals.discipline.part,
        "discipline_due": totals.discipline.whole,
        "discipline": totals.discipline.share,
        "reports_on_time": reports.part if reports else None,
        "reports_due": reports.whole if reports else None,
        "missing_reports": totals.missing_reports if reports else None,
    }


def _groups(texts: ExportTexts, rows: Iterable[GroupRow]) -> Iterator[Record]:
    for row in rows:
        territory = row.plan.territory if row.plan else row.parent
        name = territory.name if territory else row.name
        is_marked = row.totals.is_demo and not row.plan
        yield {
            **_totals(row.totals),
            "territory": f"{name} ({texts.demo})" if is_marked else name,
            "plan": plan_text(row.plan, texts) if row.plan else "",
            "number": row.number,
            "section": row.name,
            "executor": row.name,
            "lead": row.lead,
            "by_agreement": row.by_agreement,
            "as_of": row.totals.as_of,
        }


def _sections(session: Session, view: View, moment: Moment, texts: ExportTexts) -> Iterator[Record]:
    return _groups(texts, all_sections(session, view, moment))


def _executors(
    session: Session, view: View, moment: Moment, texts: ExportTexts
) -> Iterator[Record]:
    return _groups(texts, all_executors(session, view, moment))


def _territories(
    session: Session, view: View, moment: Moment, texts: ExportTexts
) -> Iterator[Record]:
    rows = by_territory(session, view, moment)
    alone = [GroupRow(one.id, "", one.name, one.short_name, one.totals) for one in rows]
    return _groups(texts, alone)


def _indicators(
    session: Session, view: View, moment: Moment, texts: ExportTexts
) -> Iterator[Record]:
    for row in in_parts(session, view, moment):
        for year in sorted(row.targets.keys() | row.actuals.keys()):
            yield _indicator(row, year, texts)


def _indicator(row: IndicatorRow, year: int, texts: ExportTexts) -> Record:
    target, actual = row.targets.get(year), row.actuals.get(year)
    gap = actual.value - target.value if target and actual else None
    met = is_met(row.direction, gap)
    return {
        "territory": row.plan.territory.name,
        "plan": plan_text(row.plan, texts),
        "indicator": row.name,
        "unit": row.unit,
        "direction": row.direction,
        "year": year,
        "target": target.value if target else None,
        "actual": actual.value if actual else None,
        "gap": gap,
        "met": None if met is None else ("met" if met else "missed"),
        "source": actual.source if actual else "",
        "as_of": row.plan.as_of,
    }


def _reports(session: Session, view: View, moment: Moment, texts: ExportTexts) -> Iterator[Record]:
    conditions = measure_conditions(view, Assignment.executor_id)
    for report, measure, plan in stream_reports(session, moment, *conditions):
        yield {
            **{name: getattr(report, name) for name in REPORT_FIELDS},
            "territory": plan.territory.name,
            "plan": plan_text(plan, texts),
            "number": measure.short_name,
            "title": measure.name,
            "executor": report.executor.name,
            "period": report.period_label,
            "control_point": report.point_label,
            "as_of": plan.as_of,
        }


REPORT_FIELDS = (
    "outcome",
    "completed_on",
    "submitted_on",
    "recorded_at",
    "narrative",
    "quantity",
    "unit",
    "evidence",
    "reason",
    "proposed_due_on",
    "author_post",
)

SOURCES: dict[str, Source] = {
    "measures": measures,
    "overdue": overdue,
    "executors": _executors,
    "sections": _sections,
    "territories": _territories,
    "indicators": _indicators,
    "reports": _reports,
    "assignments": assignments,
    "missing": missing,
    "discipline": discipline,
    "own_discipline": own_discipline,
}
