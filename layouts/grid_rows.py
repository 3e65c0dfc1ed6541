"""A measure as a row of a grid: plain values that the renderers of `assets/grid.js` show."""

from data_access.records.measures import ExecutorMark, MeasureRow
from data_access.records.status import RUNNING_LATE
from data_access.records.view import Filters
from layouts import cells, links, status_view
from layouts.grids import Definition
from layouts.matches import beyond_short
from layouts.texts import NONE, _, fmt_date, fmt_days, ngettext


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
        **(_extended(row) if row.is_extended else {"was": ""}),
    }


def _extended(row: MeasureRow) -> Definition:
    return {"was": fmt_date(row.original_due_on), "was_hint": _("Original due date")}


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


def reason(row: MeasureRow) -> Definition:
    """Return the last reason given and the date that the executor proposes."""
    proposed = row.proposed_due_on
    return {
        "reason": row.reason or _("no reason given"),
        "reason_css": "clamp" if row.reason else "clamp muted",
        "proposed": _("proposes %(date)s", date=fmt_date(proposed)) if proposed else "",
    }
