"""What all charts share: the one `graph` helper, paper, type, ink.

Charts are made in the colours of the light paper; `assets/50-figures.css` turns each of them
into its dark counterpart, so no chart has to be drawn anew when the theme changes.
"""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from layouts.texts import get_locale

#: A chart for plotly.js: {"data": […], "layout": {…}}.
Figure = dict[str, Any]

INK = "#1B2430"
MUTED = "#55606E"
HAIRLINE = "#DDE2E8"
ACCENT = "#1F5F8B"
CARD = "#FFFFFF"
CLEAR = "rgba(0,0,0,0)"
FONT = "'PT Astra Sans','PT Sans','Segoe UI','Liberation Sans',Arial,sans-serif"

#: Heights of the rows of a chart with one row per thing; the classes .fig-r-N follow them.
ROW_HEIGHT = 26
ROWS_FRAME = 64
MOST_ROWS = 160

_CONFIG = {
    "displaylogo": False,
    "displayModeBar": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}


def graph(
    id: str,
    figure: Figure,
    summary: str,
    *,
    size: str = "md",
) -> Component:
    """Return a chart in its frame; every chart of the product goes through here.

    `summary` says in words what the chart shows; it is read aloud and stands in its place until
    the chart is drawn. `size`: sm (180 px), md (260), lg (380), or rows: as high as
    the figure says (those with a row per measure).
    """
    height = _rows_class(figure) if size == "rows" else f"fig--{size}"
    chart = dcc.Graph(
        id=id,
        figure=figure,
        config={**_CONFIG, "locale": get_locale()},
        responsive=True,
        className="fig__graph",
    )
    return html.Figure(
        [
            html.Div(chart, className=f"fig__box {height}"),
            html.Figcaption(summary, className="visually-hidden"),
        ],
        className="fig" + (" fig--rows" if size == "rows" else ""),
    )


def layout(**parts: Any) -> dict[str, Any]:
    """Return a chart's layout: our type on clear paper, nothing that can be dragged."""
    decimal, thousands = (".", ",") if get_locale() == "en" else (",", "\u00a0")
    return {
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": 13, "color": INK},
        "hoverlabel": {
            "bgcolor": CARD,
            "bordercolor": HAIRLINE,
            "align": "left",
            "font": {"family": FONT, "size": 13, "color": INK},
        },
        "separators": decimal + thousands,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "autosize": True,
        **parts,
    }


def axis(**parts: Any) -> dict[str, Any]:
    """Return a bare axis: no grid, no zero line, muted ticks, fixed range."""
    return {
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "showline": False,
        "ticks": "",
        "tickfont": {"color": MUTED, "size": 12},
        **parts,
    }


def label(text: str, x: Any, y: Any, **parts: Any) -> dict[str, Any]:
    """Return a direct label at a point of the chart."""
    return {
        "text": text,
        "x": x,
        "y": y,
        "showarrow": False,
        "font": {"size": 13, "color": INK},
        **parts,
    }


def rows_height(rows: int) -> int:
    """Return the height in pixels of a chart with so many rows."""
    return ROWS_FRAME + ROW_HEIGHT * rows


def _rows_class(figure: Figure) -> str:
    """Return the class that keeps the room for a chart of rows until it is drawn."""
    rows = round((figure["layout"]["height"] - ROWS_FRAME) / ROW_HEIGHT)
    return f"fig-r-{min(rows, MOST_ROWS)}"
