"""Charts as plain dictionaries for plotly.js; each page puts a table beside them."""

from layouts.figures.axes import shown_term
from layouts.figures.base import Figure, graph
from layouts.figures.curve import curve
from layouts.figures.gantt import gantt

__all__ = ["Figure", "curve", "gantt", "graph", "shown_term"]
