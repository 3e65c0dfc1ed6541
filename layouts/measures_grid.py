"""The register as a grid: its columns, and a row of plain values for each measure."""

from collections.abc import Sequence

from dash.development.base_component import Component

from data_access.records.measures import ExecutorMark, MeasureRow
from data_access.records.status import RUNNING_LATE
from data_access.records.view import Filters
from layouts import cells, links, status_view
from layouts.grids import Definition, column, grid
from layouts.matches import beyond_short
from layouts.texts import NONE, _, fmt_date, fmt_days, ngettext

ID = "measures-grid"


def measures_grid(rows: Sequence[MeasureRow], filters: Filters, *, is_mixed: bool) -> Component:
    """Return the grid; `is_mixed` names each row's plan, where there are several."""
    data = [grid_row(place, row, filters, is_mixed=is_mixed) for place, row in enumerate(rows)]
    lines = 2 + is_mixed + any(row["match"] for row in data)
    return grid(ID, _columns(), data, label=_("Register of measures"), lines=lines)


def _columns() -> list[Definition]:
    """Return the columns; those that show more than their value name a renderer."""
    late_first = {"sortingOrder": ["desc", "asc", None]}
    return [
        column("place", _("No."), show="KartaNumber", width=60, minWidth=54),
        column("title", _("Measure"), show="KartaTitle", flex=2.8, minWidth=170),
        column("lead", _("Executors"), show="KartaExecutors", flex=1.8, minWidth=116),
        column("deadline", _("Deadline in the document"), show="KartaText", flex=1, minWidth=90),
        column("due", _("Control date"), show="KartaDue", width=100, minWidth=90),
        column("status", _("Status"), show="KartaStatus", flex=1.6, minWidth=148),
        column("days", _("Delay"), show="KartaDelay", width=90, minWidth=80, **late_first),
    ]


def grid_row(place: int, row: MeasureRow, filters: Filters, *, is_mixed: bool) -> Definition:
    """Return what the renderers of `assets/grid.js` take of a measure.

    The fields of the columns are what the grid sorts by; the others are only shown.
    """
    names = [_name(one, filters) for one in row.executors[:1]]
    rest = row.executors[1:]
    return {
        "id": str(row.id),
        "place": place,
        "number": row.number,
        "title": row.short_title,
        "full_title": row.title,
        "match": beyond_short(row.title, row.short_title, filters),
        "href": links.href("measure", filters, id=row.id),
        "plan": row.plan.short_title if is_mixed else "",
        "lead": names[0]["text"] if names else "",
        "names": names,
        "more": ngettext("and %(n)s more", "and %(n)s more", len(rest)) if rest else "",
        "more_hint": "; ".join(one.name for one in rest),
        "deadline": row.deadline_text,
        **_due(row),
        **_status(row),
        **_delay(row),
    }


def _name(one: ExecutorMark, filters: Filters) -> dict[str, str]:
    return {
        "text": one.short_name,
        "hint": one.name,
        "href": links.href("executor", filters, id=one.id),
        "note": _("(by agreement)") if one.by_agreement else "",
    }


def _due(row: MeasureRow) -> Definition:
    """Return the control date in force, and the original one where it was extended."""
    return {
        "due": row.due_on.isoformat() if row.due_on else None,
        "due_text": fmt_date(row.due_on),
        "was": fmt_date(row.original_due_on) if row.is_extended else "",
        "was_hint": _("Original due date"),
    }


def _status(row: MeasureRow) -> Definition:
    """Return the status: its place from good to bad for sorting, word, icon, classes."""
    look = status_view.LOOKS[row.status]
    return {
        "status": status_view.SHOWN_ORDER.index(row.status),
        "status_word": status_view.name(row.status),
        "status_icon": f"bi bi-{look.icon} {status_view.css(row.status)}",
        "status_css": f"st--{row.status.value.replace('_', '-')}",
        "flags": cells.flags(row),
    }


def _delay(row: MeasureRow) -> Definition:
    """Return the days of delay, in strong ink while the delay runs."""
    if row.days_overdue is None:
        return {"days": None, "delay": NONE, "delay_css": "muted"}
    css = "late" if row.status in RUNNING_LATE else "late late--past"
    return {"days": row.days_overdue, "delay": fmt_days(row.days_overdue), "delay_css": css}
