"""Cells merged over several rows and lost on the way: deadlines and executors handed back.

What is moved here is a proposal that a person confirms: each row concerned carries an error.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from data_access.importers.plan import executors
from data_access.importers.plan.deadline import kind_of
from data_access.importers.plan.drafts import Draft
from data_access.importers.plan.text import flat, fold

Span = tuple[date, date]
RECURS = re.compile(r"^(?:еже|постоян|регуляр|систематич|раз )")
YEAR_FIRST = re.compile(r"^20\d\d(?!\s*-)\D*[а-я]{4,}")
HAS_YEAR = re.compile(r"20\d\d")
MOST_WORDS = 30
LONGEST_PART = 10


def deadlines(drafts: Sequence[Draft], term: Span) -> None:
    """Hand the parts of a deadline that is several in one to the rows below that have none."""
    for at, draft in enumerate(drafts):
        phrase = flat(draft.text("due"))
        below = _without_due(drafts, at) if phrase else []
        if not below or kind_of(phrase, term) != "unknown":
            continue
        parts = _parts(phrase, len(below) + 1, term)
        if parts is None:
            draft.note("deadline_text", "deadline_merged", "error", read=phrase)
            continue
        for one, part in zip([draft, *below], parts, strict=True):
            one.put("due", part)
            one.note("deadline_text", "deadline_redistributed", "error", read=phrase, proposal=part)


def _without_due(drafts: Sequence[Draft], at: int) -> list[Draft]:
    found: list[Draft] = []
    for draft in drafts[at + 1 :]:
        if draft.section != drafts[at].section or draft.text("due", "due_start", "due_end"):
            break
        found.append(draft)
    return found


def _parts(phrase: str, count: int, term: Span) -> list[str] | None:
    """Return the phrase cut into as many deadlines as there are rows, the likeliest cut."""
    words = phrase.split()
    if len(words) > MOST_WORDS:
        return None

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[str, ...]] | None:
        if left == 0:
            return (0.0, ()) if start == len(words) else None
        options = []
        for end in range(start + 1, min(len(words), start + LONGEST_PART) + 1):
            text = " ".join(words[start:end])
            rest = best(end, left - 1) if _is_phrase(text, term) else None
            if rest is not None:
                options.append((_likely(text) + rest[0], (text, *rest[1])))
        return max(options, default=None)

    found = best(0, count)
    return list(found[1]) if found else None


def _is_phrase(text: str, term: Span) -> bool:
    dash = "-–—"
    return text[0] not in dash and text[-1] not in dash and kind_of(text, term) != "unknown"


def _likely(text: str) -> float:
    """Return how much a text is like one whole deadline: with its year, nothing turned round."""
    text = fold(text)
    whole = 2.0 if HAS_YEAR.search(text) or RECURS.match(text) else 0.0
    turned = 3.0 if YEAR_FIRST.match(text) else 0.0
    late = 2.0 if re.search(r"^\D*[а-я]{3,}\b.* еже", text) and not RECURS.match(text) else 0.0
    return whole - turned - late


def executor_cells(drafts: Sequence[Draft], aliases: Sequence[str]) -> None:
    """Give a row without executors those that stand before a missing comma in the next row."""
    for draft, following in pairwise(drafts):
        cell = flat(following.text("executor"))
        if draft.text("executor", "coexecutor") or not cell:
            continue
        names = executors.split(cell, aliases)
        joined = [name.text for name in names[1:] if name.joined]
        at = cell.find(joined[0]) if len(joined) == 1 else -1
        if at > 0:
            for one, part in ((draft, cell[:at].strip()), (following, cell[at:])):
                one.put("executor", part)
                one.note("executors", "executors_redistributed", "error", read=cell, proposal=part)
