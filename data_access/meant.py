"""Which of many a name means: the one called so, else those that are called likest."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from data_access.folding import fold
from data_access.records.named import Named

#: From here on (0 to 100) a name may be meant by a misspelt or shortened one.
ALIKE = 60
MOST = 5


def called(name: str, known: Sequence[Named]) -> list[Named]:
    """Return the one of this code or id, else those of this name whatever its case and ё."""
    exact = [one for one in known if name in (one.code, str(one.id))]
    if exact:
        return exact[:1]
    folded = fold(name)
    return [one for one in known if folded in {fold(other) for other in one.names}]


def likest(name: str, known: Sequence[Named]) -> list[Named]:
    """Return up to five whose names are most like this one, the likest first."""
    scored = [(_score(name, one), one) for one in known]
    alike = [pair for pair in scored if pair[0] >= ALIKE]
    alike.sort(key=lambda pair: (-pair[0], pair[1].name))
    return [one for _score_of, one in alike[:MOST]]


def _score(name: str, one: Named) -> float:
    folded = fold(name) or ""
    return max((fuzz.WRatio(folded, fold(other) or "") for other in one.names if other), default=0)
