"""Where a search found its words in the full title alone: what to show beside the short one."""

from data_access.records.letters import same_letters
from data_access.records.view import Filters

#: A piece of a text, and whether it is a word that was looked for.
Piece = tuple[str, bool]
#: So much stands before the first word that was found.
_BEFORE = 24


def beyond_short(name: str, short_name: str, filters: Filters) -> list[Piece]:
    """Return the full title from its first word found, in pieces, where the short title lacks a
    word of the search that the full one has; nothing where the short title shows why it is here.
    """
    if not filters.q:
        return []
    full, short = same_letters(name), same_letters(short_name)
    words = [word for word in same_letters(filters.q).split() if word in full and word not in short]
    if not words or len(full) != len(name):
        return []
    start = _beginning(full, min(full.index(word) for word in words))
    pieces = _pieces(name[start:], full[start:], words)
    return [("…", False), *pieces] if start else pieces


def _beginning(text: str, found: int) -> int:
    """Return where to begin: at a word's start a little before what was found."""
    if found <= _BEFORE:
        return 0
    return text.find(" ", found - _BEFORE, found) + 1 or found


def _pieces(shown: str, folded: str, words: list[str]) -> list[Piece]:
    """Return the text in pieces, every occurrence of a word apart."""
    pieces: list[Piece] = []
    place = 0
    while hit := _next(folded, words, place):
        at, word = hit
        pieces += [(shown[place:at], False), (shown[at : at + len(word)], True)]
        place = at + len(word)
    return [piece for piece in [*pieces, (shown[place:], False)] if piece[0]]


def _next(text: str, words: list[str], place: int) -> tuple[int, str] | None:
    """Return the next word found from a place on, the longest of those that begin there."""
    hits = [(at, -len(word), word) for word in words if (at := text.find(word, place)) >= 0]
    return (min(hits)[0], min(hits)[2]) if hits else None
