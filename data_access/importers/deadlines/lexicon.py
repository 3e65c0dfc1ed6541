"""The vocabulary: every form of every known word, with the lemma that the grammar sees."""

import re
from functools import cache, lru_cache

from data_access.importers.deadlines.lexicon_calendar import CALENDAR
from data_access.importers.deadlines.lexicon_numbers import NUMBERS, ORDINALS
from data_access.importers.deadlines.lexicon_words import WORDS

#: "пятидневный", "двухмесячный": a clock, however long.
CLOCK = re.compile(r"([а-я]*)(дневн|недельн|месячн|суточн)(?:ый|ого|ому|ым|ом|ая|ой|ую|ые|ых)")
#: Shorter words are too like one another to be mended by likeness.
SHORTEST_MENDED = 6
UNKNOWN = "~"


@cache
def forms() -> dict[str, str]:
    """Return form → lemma of the whole vocabulary."""
    found: dict[str, str] = {}
    for line in (CALENDAR + NUMBERS + WORDS).strip().splitlines():
        if line:
            lemma, stem, *endings = line.split()
            lemma = f"o{ORDINALS[lemma]}" if lemma in ORDINALS else lemma.replace("#", " ")
            found |= {stem + ending.replace(".", ""): lemma for ending in endings}
    return found


def lemma_of(word: str) -> str | None:
    """Return the lemma of a folded word; None for a word that is not in the vocabulary."""
    known = forms().get(word)
    if known is None and (clock := CLOCK.fullmatch(word)):
        count, unit = forms().get(clock[1], ""), f"{clock[2]}ый"
        return f"{count} {unit}" if count.isdigit() else unit
    return known


@lru_cache(maxsize=4096)
def mended(word: str) -> str | None:
    """Return the one known form that lies a slip of the pen away, else None.

    A slip: one letter wrong, missing, superfluous, or two neighbours swapped. The first letter
    is right: words that begin otherwise are other words ("введение" and "сведение").
    """
    if len(word) < SHORTEST_MENDED:
        return None
    near = {
        lemma: form
        for form, lemma in forms().items()
        if form[:1] == word[:1] and _is_slip(word, form)
    }
    return near.popitem()[1] if len(near) == 1 else None


def _is_slip(word: str, form: str) -> bool:
    if abs(len(word) - len(form)) > 1 or len(form) < SHORTEST_MENDED - 1:
        return False
    start = _common(word, form)
    end = _common(word[start:][::-1], form[start:][::-1])
    left, right = word[start : len(word) - end], form[start : len(form) - end]
    return max(len(left), len(right)) == 1 or (len(left) == 2 and left == right[::-1])


def _common(one: str, other: str) -> int:
    """Return the length of the common beginning."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
