"""Cells to columns where a row has too few or too many: text slid into a neighbouring column."""

from collections.abc import Sequence
from functools import lru_cache

from data_access.importers.plan.headers import Columns
from data_access.importers.plan.likeness import (
    executor_share,
    looks_due,
    looks_executor,
    names_time,
)

DUE = frozenset({"due", "due_start", "due_end"})
WHO = frozenset({"executor", "coexecutor"})
MOST_COLUMNS = 14
#: A row with more surplus cells than this is no slid row; what is left over goes last.
SURPLUS = 6
#: How much of a text tells what it is.
LOOKED_AT = 600


def placed(cells: Sequence[str], columns: Columns) -> list[str]:
    """Return the cells of a row, one for each column: what fits best, in their order."""
    width = len(columns.roles)
    texts = list(cells)
    while len(texts) > width and not texts[-1].strip():
        texts.pop()
    if len(texts) > width:
        texts = _merged(texts, columns)
    if len(texts) == width or width > MOST_COLUMNS:
        return [*texts, *[""] * (width - len(texts))]
    return _spread(texts, columns)


def _spread(texts: list[str], columns: Columns) -> list[str]:
    """Put fewer texts into the columns, their order kept; the first one stays first."""
    roles = columns.roles
    chosen = [0, *_best(texts[1:], roles)] if texts else []
    cells = [""] * len(roles)
    for text, column in zip(texts, chosen, strict=True):
        cells[column] = text
    return cells


def _best(texts: Sequence[str], roles: Sequence[str]) -> list[int]:
    """Return rising columns (from 1 on) for the texts, the sum of fits as high as can be."""
    reached: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for text in texts:
        following: dict[int, tuple[float, list[int]]] = {}
        for column in range(1, len(roles)):
            before = [reached[past] for past in reached if past < column]
            if before:
                score, path = max(before)
                fit = _fit(text, roles[column]) - column / 1000
                following[column] = (score + fit, [*path, column])
        reached = following
    return max(reached.values())[1]


@lru_cache(maxsize=8192)
def _fit(text: str, role: str) -> float:
    """Return how well a text suits a column."""
    if not text.strip():
        return 0.0
    text = text[:LOOKED_AT]
    if role in DUE:
        return 3.0 if looks_due(text) else -3.0
    due, who = names_time(text), executor_share(text)
    if role in WHO:
        return -3.0 if due else 3.0 * who + 0.2
    if role == "number":
        return 1.0 if len(text) < 10 else -3.0
    if role in ("measure", "result"):
        return -1.0 if due else 1.0 - who
    return 0.0


def _merged(texts: list[str], columns: Columns) -> list[str]:
    """Join neighbouring texts until there are as many as columns, by what fits the roles best."""
    most = len(columns.roles) + SURPLUS
    texts = [*texts[: most - 1], "\n".join(texts[most - 1 :])] if len(texts) > most else texts
    while len(texts) > len(columns.roles):
        options = [_joined(texts, at) for at in range(len(texts) - 1)]
        texts = max(options, key=lambda one: _total(one, columns))
    return texts


def _joined(texts: list[str], at: int) -> list[str]:
    return [*texts[:at], f"{texts[at]}\n{texts[at + 1]}", *texts[at + 2 :]]


def _total(texts: Sequence[str], columns: Columns) -> float:
    pairs = zip(texts, columns.roles, strict=False)
    return sum(_fit(text, role) + _whole(text) for text, role in pairs)


def _whole(text: str) -> float:
    """Prefer joins after which a text goes on in lower case."""
    return 0.3 if "\n" in text and text.partition("\n")[2].lstrip()[:1].islower() else 0.0


def swapped(cells: list[str], columns: Columns) -> list[str] | None:
    """Return the cells with deadline and executors exchanged where they stand in each other's."""
    due, who = columns.first("due"), columns.first("executor")
    if due is None or who is None:
        return None
    misplaced = looks_executor(cells[due]) and not looks_due(cells[due])
    if not misplaced or (cells[who].strip() and not looks_due(cells[who])):
        return None
    exchanged = list(cells)
    exchanged[due], exchanged[who] = cells[who], cells[due]
    return exchanged
