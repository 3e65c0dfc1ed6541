"""The filter bar's controls: each writes its filter into the address, the rest follows from it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dash import Dash, Input, Output, State, no_update

from callbacks.render import make_frame
from callbacks.visitor import visitor
from data_access.db import Database
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import ids, links
from layouts.filters import shown_as_of
from layouts.frame import Frame


def _number(value: Any) -> int | None:
    return None if value in (None, "") else int(value)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value[:10]) if value else None


def _statuses(values: list[str] | None) -> tuple[Status, ...]:
    return tuple(Status(value) for value in values or ())


def _text(value: str | None) -> str:
    return (value or "").strip()


@dataclass(frozen=True)
class Control:
    """A control: its id, the property that changes, the filter that it sets, and how."""

    id: str
    prop: str
    field: str
    read: Callable[[Any], Any]


CONTROLS = (
    Control(ids.FILTER_PLAN, "value", "plan", _number),
    Control(ids.FILTER_TERRITORY, "value", "territory", _number),
    Control(ids.FILTER_SECTION, "value", "section", _number),
    Control(ids.FILTER_EXECUTOR, "value", "executor", _number),
    Control(ids.FILTER_STATUS, "value", "statuses", _statuses),
    Control(ids.FILTER_AS_OF, "date", "as_of", _day),
    Control(ids.FILTER_SINCE, "date", "since", _day),
    Control(ids.FILTER_Q, "value", "q", _text),
)
#: What is chosen within a plan says nothing in another one.
WITHIN_A_PLAN = {"section": None, "executor": None}


def register(app: Dash, db: Database) -> None:
    """Bind every control of the filter bar to the address."""
    for control in CONTROLS:
        _bind(app, db, control)


def _bind(app: Dash, db: Database, control: Control) -> None:
    @app.callback(
        Output(ids.LOCATION, "search", allow_duplicate=True),
        Input(control.id, control.prop),
        State(ids.LOCATION, "pathname"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def write(value: Any, pathname: str | None, search: str | None) -> Any:
        who = visitor()
        frame = make_frame(db, who.account, pathname or "/", search or "", who.today)
        return changed_search(frame, control, value)


def changed_search(frame: Frame, control: Control, value: Any) -> Any:
    """Return the query string after a control changed; `no_update` where nothing changes.

    Dash calls this as well when the router draws the controls anew, with the values that the
    address gave them.
    """
    try:
        wanted = control.read(value)
    except (TypeError, ValueError):
        return no_update
    if wanted == _shown(frame, control.field):
        return no_update
    return links.query(_replaced(frame.filters, control.field, wanted))


def _shown(frame: Frame, field: str) -> Any:
    return shown_as_of(frame) if field == "as_of" else getattr(frame.filters, field)


def _replaced(filters: Filters, field: str, value: Any) -> Filters:
    changes: dict[str, Any] = {**(WITHIN_A_PLAN if field == "plan" else {}), field: value}
    return replace(filters, **changes)
