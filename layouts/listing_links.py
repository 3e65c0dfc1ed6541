"""Addresses of the parts of a long list: the filters of the page, and what is shown of the list."""

from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

from data_access.records.nation import Listing
from data_access.records.view import Filters
from layouts import links

#: Field of `Listing` → its name in the query string, in the order in which links write them.
NAMES = {"level": "show", "band": "band", "name": "name", "order": "order", "page": "page"}


def href(path: str, filters: Filters, listing: Listing, **changes: Any) -> str:
    """Return the address of a list with another part of it shown.

    Whatever changes, the list begins anew, unless the page is what changes.
    """
    changed = replace(listing, **{"page": 1, **changes})
    query = links.query(filters)
    own = _query(changed)
    if not own:
        return path + query
    return f"{path}{query}&{own}" if query else f"{path}?{own}"


def _query(listing: Listing) -> str:
    usual = Listing()
    given = {
        name: getattr(listing, field)
        for field, name in NAMES.items()
        if getattr(listing, field) != getattr(usual, field)
    }
    return urlencode(given, quote_via=quote)
