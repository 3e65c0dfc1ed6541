"""Ids that a request names, wherever they stand in it."""

from typing import Any

from dash.exceptions import PreventUpdate

#: The largest id that both databases can have.
LARGEST = 2**31 - 1


def id_in(value: Any) -> int | None:
    """Return the id that a request names by a number or its digits; None for what is no id."""
    text = str(value).strip() if isinstance(value, str) else ""
    if isinstance(value, int) and not isinstance(value, bool):
        text = str(value) if 0 <= value <= LARGEST else ""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST))):
        return None
    return int(text) if int(text) <= LARGEST else None


def number_of(value: Any) -> int:
    """Return a number that the id of a button carries; nothing is to be done for what is none."""
    found = id_in(value)
    if found is None:
        raise PreventUpdate
    return found
