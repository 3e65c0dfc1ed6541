"""Tables as plain semantic HTML that turns into rows of two lines on a small screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from layouts import elements as html
from layouts.components import Content
from layouts.texts import NONE


@dataclass(frozen=True)
class Column:
    """One column.

    `kind`: text | title (wraps at two lines, takes the room) | name (an executor: wraps, keeps
    its width) | number (right, tabular) | date | code (the "2.3" of a measure) | status | bar.
    `small` is its place at 390 px: lead (before the title), main (first line), sub (second
    line), side (second line, right), hide; `label` goes before the value there.
    `is_header` makes its cells row headers (one column of a table).
    """

    title: Content
    kind: str = "text"
    small: str = "sub"
    label: str = ""
    is_header: bool = False
    hint: str = ""

    @property
    def css(self) -> str:
        """Return the classes of its cells."""
        return f"c-{self.kind} s-{self.small}"


@dataclass(frozen=True)
class Row:
    """Cells in the order of the columns; `css` marks the row ("is-total", "is-bad")."""

    cells: Sequence[Content]
    css: str = ""


def table(
    caption: str,
    cols: Sequence[Column],
    rows: Sequence[Row | Sequence[Content]],
    *,
    show_caption: bool = False,
    foot: Sequence[Row] = (),
    css: str = "",
) -> Component:
    """Return a table; its `caption` is read aloud and shown only with `show_caption`.

    An empty cell (None or "") shows a dash. `css`: "t--dense", "t--fixed" (columns keep their
    width), "t--plain" (stays a table at 390 px, scrolls sideways).
    Raises ValueError when a row has another number of cells than there are columns.
    """
    body = [_row(cols, row if isinstance(row, Row) else Row(row)) for row in rows]
    parts = [
        html.Caption(caption, className=None if show_caption else "visually-hidden"),
        html.Thead(html.Tr([_head(col) for col in cols])),
        html.Tbody(body),
    ]
    if foot:
        parts.append(html.Tfoot([_row(cols, row) for row in foot]))
    return html.Div(html.Table(parts, className=f"t {css}".strip()), className="t-wrap")


def _head(col: Column) -> Component:
    """Return a column header."""
    return html.Th(col.title, scope="col", className=col.css, title=col.hint or None)


def _row(cols: Sequence[Column], row: Row) -> Component:
    """Return a row of cells."""
    cells = [_cell(col, value) for col, value in zip(cols, row.cells, strict=True)]
    return html.Tr(cells, className=row.css or None)


def _cell(col: Column, value: Content) -> Component:
    """Return a cell; a row header where the column says so."""
    shown = NONE if value is None or value == "" else value
    label = {"data-label": col.label} if col.label else {}
    if col.is_header:
        return html.Th(shown, scope="row", className=col.css, **label)
    return html.Td(shown, className=col.css, **label)
