"""What the browser sends where a grid of a long list asks for its rows."""

from collections.abc import Sequence
from typing import Any

from layouts.grids import memory_of

#: By which columns, the first one counts: {"colId": …, "sort": "asc" or "desc"}.
Sort = Sequence[dict[str, str]]


def payload(
    grid: str, search: str = "", after: Sequence[object] | None = None, sort: Sort = ()
) -> dict[str, Any]:
    """Return what the browser sends where a grid asks for its first rows, or for later ones."""
    outputs = [(grid, "getRowsResponse"), (memory_of(grid), "data")]
    start = 0 if after is None else 100
    memory = {"sorted": ["place", False], str(start): after and list(after)}
    request = {"startRow": start, "endRow": start + 100, "sortModel": list(sort)}
    return {
        "output": ".." + "...".join(f"{id_}.{prop}" for id_, prop in outputs) + "..",
        "outputs": [{"id": id_, "property": prop} for id_, prop in outputs],
        "inputs": [{"id": grid, "property": "getRowsRequest", "value": request}],
        "changedPropIds": [f"{grid}.getRowsRequest"],
        "state": [
            {"id": "location", "property": "search", "value": search},
            {"id": memory_of(grid), "property": "data", "value": memory if after else None},
        ],
    }
