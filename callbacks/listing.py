"""Which part of a long list an address asks for: its own names beside those of the filters."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any
from urllib.parse import parse_qs, urlencode

from callbacks.filter_values import FilterError, repeated, short, wrong
from data_access.records.bands import BANDS
from data_access.records.nation import LEVELS, Listing
from data_access.records.ranking import ORDERS
from layouts.listing_links import NAMES
from layouts.texts import _

MOST_FIELDS = 50
LONGEST_NAME = 200
_PAGE = re.compile(r"[1-9]\d{0,5}", re.ASCII)


def split(query: str) -> tuple[str, Mapping[str, list[str]]]:
    """Return the query string without the names of a listing, and what those say.

    What cannot be read at all is left to the filters, which say what is wrong with it.
    """
    try:
        given = parse_qs(query.lstrip("?"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return query, {}
    own = {name: values for name, values in given.items() if name in NAMES.values()}
    rest = {name: values for name, values in given.items() if name not in own}
    return urlencode(rest, doseq=True), own


def read(given: Mapping[str, list[str]]) -> tuple[Listing, tuple[str, ...]]:
    """Return the listing and the sentences about what is wrong with it."""
    values: dict[str, Any] = {}
    errors = []
    for field, name in NAMES.items():
        texts = [text.strip() for text in given.get(name, []) if text.strip()]
        try:
            if len(texts) > 1:
                raise repeated(name)
            if texts:
                values[field] = _READERS[field](name, texts[0])
        except FilterError as error:
            errors.append(str(error))
    return Listing(**values), tuple(errors)


def _among(known: Collection[str]) -> Callable[[str, str], str]:
    def read(name: str, text: str) -> str:
        if text in known:
            return text
        values = ", ".join(known)
        raise wrong(name, text, _("one of these is expected: %(values)s", values=values))

    return read


def _words(name: str, text: str) -> str:
    if len(text) > LONGEST_NAME or not text.isprintable():
        raise wrong(name, short(text), _("it is too long, or cannot be typed"))
    return text


def _page(name: str, text: str) -> int:
    if _PAGE.fullmatch(text):
        return int(text)
    raise wrong(name, text, _("the number of a page is expected"))


_READERS: Mapping[str, Callable[[str, str], Any]] = {
    "level": _among(LEVELS),
    "order": _among(ORDERS),
    "name": _words,
    "band": _among(BANDS),
    "page": _page,
}
