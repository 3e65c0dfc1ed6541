"""AG Grid (community): for registers that are sorted and resized; every text is ours.

A cell shows either its plain value or what one of the renderers in `assets/grid.js` makes of
the row's data: React elements, never HTML text, so nothing of the data can become markup.
"""

from collections.abc import Sequence
from typing import Any

import dash_ag_grid as dag
from dash import dcc, html
from dash.development.base_component import Component

from layouts.texts import _

#: A column definition or a row as AG Grid takes it.
Definition = dict[str, Any]

LINE_HEIGHT = 18
ROW_PADDING = 12
#: The height of the heads: two lines.
HEAD = 40
#: Up to this many rows the grid is as high as its rows; beyond, it scrolls within itself.
MOST_OPEN_ROWS = 60


def grid(
    id: str,
    columns: Sequence[Definition],
    rows: Sequence[Definition],
    *,
    label: str,
    lines: int = 2,
) -> Component:
    """Return a grid in its frame; `label` names it for screen readers, rows have room for `lines`.

    Each row has an `id`. The server's copy of the page shows a plain list in its place.
    """
    is_open = len(rows) <= MOST_OPEN_ROWS
    table = dag.AgGrid(
        id=id,
        className="grid__table",
        columnDefs=list(columns),
        rowData=list(rows),
        defaultColDef=_DEFAULT,
        dashGridOptions=_options(is_open, lines),
        getRowId="params.data.id",
        dangerously_allow_code=False,
        # The height comes from the rows or from grid.css; Dash's own default is 400 px.
        style={"height": None},
    )
    css = "grid" if is_open else "grid grid--scrolling"
    return html.Div(table, className=css, role="group", **{"aria-label": label})


def endless_grid(
    id: str, columns: Sequence[Definition], *, label: str, lines: int = 2, head: int = HEAD
) -> Component:
    """Return a grid in its frame that asks the server for its rows, a block at a time.

    Sorting is the server's too. `assets/grid.js` and `callbacks.endless` go with it.
    """
    table = dag.AgGrid(
        id=id,
        className="grid__table",
        columnDefs=list(columns),
        rowModelType="infinite",
        defaultColDef=_DEFAULT,
        dashGridOptions={**_options(False, lines), **_ENDLESS, "headerHeight": head},
        getRowId="params.data.id",
        dangerously_allow_code=False,
        style={"height": None},
    )
    memory = dcc.Store(id=memory_of(id), data=None)
    css = "grid grid--scrolling grid--endless"
    return html.Div([table, memory], className=css, role="group", **{"aria-label": label})


def memory_of(id: str) -> str:
    """Return the id of what a grid remembers of the parts that it has."""
    return f"{id}-parts"


#: One block after another: each begins where the one before ended. Blocks far away are let go.
_ENDLESS: Definition = {
    "cacheBlockSize": 100,
    "maxConcurrentDatasourceRequests": 1,
    "maxBlocksInCache": 20,
    "cacheOverflowSize": 1,
    "infiniteInitialRowCount": 1,
}


def column(field: str, title: str, *, show: str = "", **parts: Any) -> Definition:
    """Return a column; `show` names its renderer, `parts` are further settings of AG Grid."""
    renderer = {"cellRenderer": show} if show else {}
    return {"field": field, "headerName": title, **renderer, **parts}


_DEFAULT: Definition = {
    "sortable": True,
    "resizable": True,
    "filter": False,
    "suppressMovable": True,
    "suppressHeaderMenuButton": True,
    "wrapHeaderText": True,
}


def _options(is_open: bool, lines: int) -> Definition:
    return {
        "domLayout": "autoHeight" if is_open else "normal",
        "localeText": locale_text(),
        "rowHeight": ROW_PADDING + lines * LINE_HEIGHT,
        "headerHeight": HEAD,
        "accentedSort": True,
        "animateRows": False,
        "suppressColumnMoveAnimation": True,
        "suppressDragLeaveHidesColumns": True,
        "suppressMenuHide": True,
        "enableCellTextSelection": True,
        "ensureDomOrder": True,
        # Tab leaves the grid at once; within it the arrow keys move (see assets/grid.js).
        "tabToNextCell": {"function": "kartaLeaveGrid(params)"},
    }


def locale_text() -> dict[str, str]:
    """Return every text of the grid that a person can meet with the features in use."""
    return {
        "loadingOoo": _("Loading…"),
        "noRowsToShow": _("No measures"),
        "noMatchingRows": _("No measures"),
        "loadingError": _("Error"),
        "ariaSortableColumn": _("Press Enter to sort"),
        "ariaSortableColumnWithCellSelection": _("Press Enter to sort"),
        "ariaLabelTooltip": _("Hint"),
        "ariaSkeletonCellLoading": _("Loading…"),
        "ariaDeferSkeletonCellLoading": _("Loading…"),
        "ariaSkeletonCellLoadingFailed": _("Error"),
    }
