"""Which square of the map a region is: by its OKTMO code, else by its name however written."""

import re

from data_access.folding import fold
from data_access.records.nation import Place
from data_access.region_table import PLACES

#: Words that say what kind of region it is; its name is what remains.
KINDS = frozenset(
    (
        *("республика", "респ", "область", "обл", "край", "автономная", "автономный", "округ"),
        *("ао", "народная", "город", "г", "федерального", "значения"),
    )
)
_BRACKETS = re.compile(r"\([^)]*\)")
_BETWEEN = re.compile(r"[^0-9a-zа-я]+")
_LONGEST_CODE = 3


def stem(name: str) -> str:
    """Return what tells a region from others: "Респ. Саха (Якутия)" → "саха"."""
    bare = _BRACKETS.sub(" ", fold(name) or "")
    words = _BETWEEN.sub(" ", bare).split()
    return " ".join(word for word in words if word not in KINDS)


def place_of(name: str, oktmo: str | None = None) -> Place | None:
    """Return the square of a region; None where it is none of those on the table."""
    return _by_code(oktmo or "") or _BY_STEM.get(stem(name))


def _by_code(oktmo: str) -> Place | None:
    """Return the place by the longest beginning: an autonomous district lies within a region."""
    for length in range(_LONGEST_CODE, 1, -1):
        if found := _BY_CODE.get(oktmo[:length]):
            return found
    return None


_BY_CODE = {place.code: place for place, _names in PLACES}
_BY_STEM = {stem(name): place for place, names in PLACES for name in names}
