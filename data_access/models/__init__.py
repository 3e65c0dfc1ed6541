"""The tables as SQLAlchemy models; `docs/schema.md` describes them for other programs."""

from data_access.models.base import Base, check_dates
from data_access.models.derived import (
    COMPUTED,
    AssignmentSpan,
    MeasureSpan,
    Obligation,
    PointSpan,
    RecomputeQueue,
)
from data_access.models.executors import Assignment, EarlierLead, Executor, ExecutorAlias
from data_access.models.facts import Decision, Indicator, IndicatorValue, Report
from data_access.models.imports import ImportBatch, ImportDraft, ImportFinding
from data_access.models.other import (
    Account,
    AccountTerritory,
    AuditEvent,
    LoginAttempt,
    PracticeDirection,
    PracticeFit,
)
from data_access.models.plans import (
    ControlPoint,
    Measure,
    Plan,
    ReportingPeriod,
    Section,
)
from data_access.models.territories import Territory
from data_access.models.versions import DataChange, DataVersion

check_dates(Base.metadata, computed=COMPUTED)

__all__ = [
    "Account",
    "AccountTerritory",
    "Assignment",
    "AssignmentSpan",
    "AuditEvent",
    "Base",
    "ControlPoint",
    "DataChange",
    "DataVersion",
    "Decision",
    "EarlierLead",
    "Executor",
    "ExecutorAlias",
    "ImportBatch",
    "ImportDraft",
    "ImportFinding",
    "Indicator",
    "IndicatorValue",
    "LoginAttempt",
    "Measure",
    "MeasureSpan",
    "Obligation",
    "Plan",
    "PointSpan",
    "PracticeDirection",
    "PracticeFit",
    "RecomputeQueue",
    "Report",
    "ReportingPeriod",
    "Section",
    "Territory",
]
