"""The register of measures and the page of one measure."""

from dataclasses import replace
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from data_access.commands.facts_of import load_bases
from data_access.db import Database
from data_access.models import (
    Assignment,
    ImportFinding,
    Measure,
    MeasureSpan,
    Plan,
    PracticeDirection,
    PracticeFit,
)
from data_access.queries.acts import later_acts
from data_access.queries.ahead import measure_ahead
from data_access.queries.moments import Moment, begin
from data_access.queries.plans import plans
from data_access.queries.points import points_of
from data_access.queries.reports import decisions_on, reports_where
from data_access.queries.row_lists import in_plan_order
from data_access.queries.rows import rows_of
from data_access.queries.totals import totals
from data_access.records.common import Ref
from data_access.records.doubts import SourceDoubt
from data_access.records.measures import MeasureDetail, MeasureRow, SpanView
from data_access.records.pages import Ahead, Register
from data_access.records.status import Status
from data_access.records.view import Filters, View
from data_access.rules.explain import explain

#: Up to so many measures a register is sent whole and sorted where it is shown.
MOST_WHOLE = 500
#: So many are at hand of a longer one.
PAGE = 100


def load(db: Database, view: View) -> Register:
    """Return the measures in view; the totals leave the status filter aside."""
    with db.read() as session:
        view, moment = begin(session, view)
        whole = totals(session, view, moment)
        found = sum(whole.by_status[one] for one in view.filters.statuses or Status)
        is_long = found > MOST_WHOLE
        return Register(
            plans=plans(session, view, moment),
            rows=tuple(in_plan_order(session, view, moment, PAGE if is_long else MOST_WHOLE)),
            found=found,
            totals=whole,
            is_long=is_long,
        )


def detail(db: Database, view: View, measure_id: int) -> MeasureDetail | Ahead | None:
    """Return one measure; None when there is none in the account's rights.

    Of the filters only the as-of date counts. One that an act added later is only named.
    """
    with db.read() as session:
        plan = session.scalar(select(Measure.plan_id).where(Measure.id == measure_id))
        if plan is None:
            return None
        filters = Filters(as_of=view.filters.as_of, plan=plan)
        alone, moment = begin(session, replace(view, filters=filters))
        rows = rows_of(session, moment, [measure_id] if alone.plans else [])
        if not rows:
            return measure_ahead(session, alone, moment, measure_id)
        return _detail(session, moment, rows[0])


def _detail(session: Session, moment: Moment, row: MeasureRow) -> MeasureDetail:
    measure = session.get_one(Measure, row.id)
    plan = session.get_one(Plan, measure.plan_id)
    later = later_acts(session, plan.id, row.as_of)
    explained = explain(load_bases(session, [row.id])[0].facts, row.as_of)
    return MeasureDetail(
        row=row,
        schedule_kind=measure.schedule_kind,
        completion_rule=plan.completion_rule,
        requires_acceptance=plan.requires_acceptance,
        points=points_of(session, moment, [row.id]).get(row.id, ()),
        reports=reports_where(session, moment, Assignment.measure_id == row.id),
        decisions=decisions_on(session, row.id, row.as_of),
        spans=_spans(session, row.id, row.as_of),
        deciding_point=explained.point_id,
        deciding_reports=explained.report_ids,
        rule=explained.rule,
        findings=_findings(session, measure),
        practices=_practices(session, row.id),
        began_on=measure.began_on,
        worded_on=max((day for _act, day in later), default=None),
    )


def _spans(session: Session, measure_id: int, as_of: date) -> tuple[SpanView, ...]:
    """Return the spans up to the as-of date, neighbours of one status joined."""
    rows = session.scalars(
        select(MeasureSpan)
        .where(MeasureSpan.measure_id == measure_id, MeasureSpan.valid_from <= as_of)
        .order_by(MeasureSpan.valid_from)
    )
    return joined([SpanView(one.valid_from, one.valid_to, Status(one.status)) for one in rows])


def joined(spans: list[SpanView]) -> tuple[SpanView, ...]:
    """Return the spans with neighbours of the same status made one."""
    result: list[SpanView] = []
    for span in spans:
        if result and result[-1].status is span.status:
            result[-1] = replace(result[-1], valid_to=span.valid_to)
        else:
            result.append(span)
    return tuple(result)


def _findings(session: Session, measure: Measure) -> tuple[SourceDoubt, ...]:
    """Return what was doubtful in the source about this measure, with its resolution.

    A number may be another measure's by now. By it alone are told those that no upload found:
    they came with the plan as it was first entered.
    """
    by_number = and_(
        ImportFinding.measure_id.is_(None),
        ImportFinding.batch_id.is_(None),
        ImportFinding.plan_id == measure.plan_id,
        ImportFinding.place == measure.number,
    )
    rows = session.scalars(
        select(ImportFinding)
        .where(or_(ImportFinding.measure_id == measure.id, by_number))
        .where(ImportFinding.plan_id == measure.plan_id)
        .order_by(ImportFinding.id)
    )
    return tuple(_doubt(one) for one in rows)


def _doubt(one: ImportFinding) -> SourceDoubt:
    return SourceDoubt(
        message=one.message,
        resolution=one.resolution,
        code=one.code,
        read=one.read_text,
        proposal=one.proposal,
        parameters=one.parameters or {},
    )


def _practices(session: Session, measure_id: int) -> tuple[Ref, ...]:
    rows = session.scalars(
        select(PracticeDirection)
        .join(PracticeFit, PracticeFit.practice_id == PracticeDirection.id)
        .where(PracticeFit.measure_id == measure_id)
        .order_by(PracticeDirection.position)
    )
    return tuple(Ref(one.id, one.name, one.name) for one in rows)
