"""Repair of damaged words: broken apart, glued together, misspelt.

Only words that the vocabulary lacks are touched, and only where the result is in it; every
repair is reported, so a person can see what was made of which letters.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from data_access.importers.deadlines.lexicon import UNKNOWN, forms, lemma_of, mended
from data_access.importers.deadlines.numerals import GLUED, TAIL
from data_access.importers.deadlines.records import Repair
from data_access.importers.deadlines.tokens import Token

LONGEST_BREAK = 4
LONGEST_GLUED = 40
#: A glued word must hold one known word at least that long, or any name could be cut up.
SHORTEST_SEED = 4

Step = Callable[[list[Token]], tuple[list[Token], list[Repair]]]


def repaired(tokens: list[Token]) -> tuple[list[Token], tuple[Repair, ...]]:
    """Return the tokens with damaged words mended, and what was mended."""
    repairs: list[Repair] = []
    steps: tuple[Step, ...] = (
        lambda broken: _merged(broken, _whole_year),
        lambda broken: _merged(broken, _whole_word),
        _split,
        _mended,
    )
    for step in steps:
        tokens, done = step(tokens)
        repairs += done
    return tokens, tuple(repairs)


def _merged(
    tokens: list[Token], whole: Callable[[list[Token]], Token | None]
) -> tuple[list[Token], list[Repair]]:
    result: list[Token] = []
    repairs: list[Repair] = []
    place = 0
    while place < len(tokens):
        made, used = _longest(tokens, place, whole)
        if used > 1:
            read = " ".join(token.text for token in tokens[place : place + used])
            repairs.append(Repair(read, made.text))
        result.append(made)
        place += used
    return result, repairs


def _longest(
    tokens: list[Token], place: int, whole: Callable[[list[Token]], Token | None]
) -> tuple[Token, int]:
    for count in range(2 * LONGEST_BREAK - 1, 1, -1):
        made = whole(tokens[place : place + count])
        if made and place + count <= len(tokens):
            return made, count
    return tokens[place], 1


def _whole_word(pieces: list[Token]) -> Token | None:
    """Join the pieces of a broken word: "ежекварталь но", "еже-квартально"."""
    words = [piece for piece in pieces if piece.lemma != "-"]
    breaks = len(pieces) - len(words)
    if not all(word.is_word for word in words) or not _may_break(pieces, breaks):
        return None
    if not any(word.is_unknown for word in words) or len(words) > LONGEST_BREAK:
        return None
    text = "".join(word.text for word in words)
    return _spanning(pieces, "word", text) if text in forms() else None


def _may_break(pieces: list[Token], breaks: int) -> bool:
    """A hyphen breaks a word only between its pieces, and at most between each two."""
    ends = pieces[0].lemma == "-" or pieces[-1].lemma == "-"
    return not ends and breaks < len(pieces) - breaks


def _whole_year(pieces: list[Token]) -> Token | None:
    """Join the pieces of a broken year: "20 24", "2 0 2 5"."""
    if not all(piece.kind == "number" and len(piece.text) < 4 for piece in pieces):
        return None
    text = "".join(piece.text for piece in pieces)
    is_year = len(text) == 4 and text[:2] == "20"
    return _spanning(pieces, "number", text) if is_year else None


def _spanning(pieces: list[Token], kind: str, text: str) -> Token:
    lemma = text if kind == "number" else str(lemma_of(text))
    return Token(kind, lemma, text, pieces[0].start, pieces[-1].end)


def _split(tokens: list[Token]) -> tuple[list[Token], list[Repair]]:
    """Cut glued words apart: "втечениегода"."""
    result: list[Token] = []
    repairs: list[Repair] = []
    for token in tokens:
        parts = _cut(token.text) if token.is_word and token.is_unknown else None
        if parts:
            repairs.append(Repair(token.text, " ".join(parts)))
        result += _pieces(token, parts) if parts else [token]
    return result, repairs


def _pieces(token: Token, parts: tuple[str, ...]) -> list[Token]:
    found, start = [], token.start
    for part in parts:
        found.append(Token("word", lemma_of(part) or UNKNOWN, part, start, start + len(part)))
        start += len(part)
    return found


@lru_cache(maxsize=4096)
def _cut(word: str) -> tuple[str, ...] | None:
    """Return the fewest known words that make up `word`, or None."""
    if len(word) > LONGEST_GLUED:
        return None
    if glued := GLUED.fullmatch(word):
        return glued[1], glued[2]
    if (tail := TAIL.fullmatch(word)) and lemma_of(tail[1]):
        return tail[1], tail[2]
    best: list[tuple[str, ...] | None] = [(), *([None] * len(word))]
    for end in range(1, len(word) + 1):
        known = [
            (*before, word[start:end])
            for start in range(end)
            if (before := best[start]) is not None and _is_seed(word[start:end])
        ]
        best[end] = min(known, key=len, default=None)
    parts = best[len(word)]
    return parts if parts and _is_plain(parts) else None


def _is_plain(parts: tuple[str, ...]) -> bool:
    """Tell whether the words are surely meant: a long one among them, or "год" at the end."""
    return max(map(len, parts)) >= SHORTEST_SEED or lemma_of(parts[-1]) == "год"


def _is_seed(part: str) -> bool:
    """Number words are no part of glued words: "семьи" is not "семь и"."""
    return not forms().get(part, "0")[0].isdigit()


def _mended(tokens: list[Token]) -> tuple[list[Token], list[Repair]]:
    """Mend misspelt words: "ежекватально"."""
    result: list[Token] = []
    repairs: list[Repair] = []
    for token in tokens:
        form = mended(token.text) if token.is_word and token.is_unknown else None
        if form:
            repairs.append(Repair(token.text, form))
        result.append(replace(token, lemma=str(lemma_of(form))) if form else token)
    return result, repairs
