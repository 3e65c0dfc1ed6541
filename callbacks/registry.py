"""Which module shows which page: explicit, nothing is found by scanning the disk."""

from collections.abc import Mapping
from types import ModuleType

from callbacks import (
    account,
    data,
    executors,
    indicators,
    measures,
    meeting,
    overdue,
    overview,
    practices,
    sections,
    territories,
    timeline,
)

#: By `layouts.pages.Page.module`. Each has `render(db, frame, view[, id])`, which returns the
#: page or None where there is nothing to see, and `register(app, db)` where it has callbacks.
MODULES: Mapping[str, ModuleType] = {
    "account": account,
    "data": data,
    "executors": executors,
    "indicators": indicators,
    "measures": measures,
    "meeting": meeting,
    "overdue": overdue,
    "overview": overview,
    "practices": practices,
    "sections": sections,
    "territories": territories,
    "timeline": timeline,
}
