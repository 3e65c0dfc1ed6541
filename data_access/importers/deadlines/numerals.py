"""Numbers of quarters, half-years and the like, in whatever letters they are written.

Only before their unit do "П", "l" and "11" mean II, I and II; so the unit is found first and
what stands before it is read from right to left.
"""

import re
from dataclasses import replace
from itertools import pairwise

from data_access.importers.deadlines.lexicon import UNKNOWN
from data_access.importers.deadlines.tokens import Token

UNITS = {"квартал": 4, "полугодие": 2, "половина": 2, "декада": 3, "четверть": 4}
MONTHS = 12
BETWEEN = frozenset((",", "и", "-", "/", "по", "с"))
_LETTERS = str.maketrans({
    **dict.fromkeys("ilіӏ|1", "i"),
    **dict.fromkeys("vyу", "v"),
    "п": "ii",
    "н": "ii",
    "ш": "iii",
})  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_FURTHER = ("v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_X = str.maketrans("хіӏ|", "xiii")
_PIECE = re.compile(r"[ivylіӏ|пшун]+|1+")
_PLAIN_ROMAN = re.compile(r"[ivlіӏ|1]*[ivіӏ|][ivlіӏ|1]*")
#: A Roman number that lost the space before its unit.
GLUED = re.compile(r"([ivlіӏ|пшуy]{1,4})(кв(?:артал[а-я]*)?|полугоди[а-я]*|декад[а-я]*)")
#: One that lost the space after the word before it.
TAIL = re.compile(r"([а-я]+)([iv]{1,4})")


def numbered(tokens: list[Token]) -> list[Token]:
    """Return the tokens with the numbers of units as "r1" to "r5", "x6" where none has it."""
    result = list(tokens)
    place = len(result) - 1
    while place >= 0:
        if result[place].lemma in UNITS:
            place = _read_before(result, place)
        elif result[place].text == "месяц" and place:
            result[place - 1] = _no_month(result[place - 1])
        place -= 1
    return [_plain(token) for token in result]


def _read_before(tokens: list[Token], unit: int) -> int:
    """Turn the numbers before `unit` into lemmas in place; return where they begin."""
    most = UNITS[tokens[unit].lemma]
    place = unit - 1
    while place >= 0:
        token = tokens[place]
        width, value = _number_ending(tokens, place, most)
        if value:
            first = place - width + 1
            merged = replace(token, kind="roman", lemma=f"r{value}", start=tokens[first].start)
            tokens[first : place + 1] = [merged]
            place = first - 1
        elif (wrong := _beyond(token)) and (place == unit - 1 or not token.text.isdigit()):
            tokens[place] = replace(token, kind="roman", lemma=wrong)
            place -= 1
        elif token.lemma in BETWEEN and place < unit - 1:
            place -= 1
        else:
            break
    return place + 1


def _beyond(token: Token) -> str:
    """Return the lemma of a number that the unit cannot have ("VI квартал"); "" for none."""
    if figures := re.fullmatch(r"[or]?(\d\d?)", token.lemma):
        return f"x{figures[1]}"
    text = re.split(r"\s?-", token.text)[0].translate(_X)
    return f"x{_FURTHER.index(text) + 5}" if text in _FURTHER else ""


def _no_month(token: Token) -> Token:
    """Return "13" in "13 месяц" as a number that no month has; in "21 месяц" it counts them."""
    figures = token.lemma.removeprefix("o")
    ordinal = figures.isdigit() and int(figures) > MONTHS and int(figures) % 10 != 1
    return replace(token, kind="roman", lemma=f"x{figures}") if ordinal else token


def _number_ending(tokens: list[Token], place: int, most: int) -> tuple[int, int]:
    """Return how many tokens up to `place` make a number, and the number; zeros for none."""
    for width in (4, 3, 2, 1):
        pieces = tokens[max(place - width + 1, 0) : place + 1]
        if len(pieces) == width and (value := _value(pieces, most)) and value <= most:
            return width, value
    return 0, 0


def _value(pieces: list[Token], most: int) -> int:
    """Return the value of a number, broken into pieces or not; 0 if it is none."""
    if len(pieces) == 1 and (plain := re.fullmatch(r"[or]?(\d)", pieces[0].lemma)):
        return int(plain.group(1))
    texts = [_figures(piece) for piece in pieces]
    if not all(texts) or _is_list(texts, most):
        return 0
    return _roman("".join(texts))


def _figures(piece: Token) -> str:
    """Return what may be a number without the ending of its ordinal ("II-й"); "" for a word."""
    text = re.split(r"\s?-", piece.text)[0] if piece.kind == "roman" else piece.text
    return text if _PIECE.fullmatch(text) else ""


def _is_list(texts: list[str], most: int) -> bool:
    """Tell "I II" that lost its comma from "I V" that was broken."""
    values = [_roman(text) for text in texts]
    rising = all(a < b for a, b in pairwise(values))
    digits_only = all(text.isdigit() for text in texts)
    return len(texts) > 1 and (digits_only or (rising and values[0] > 0 and values[-1] <= most))


def roman_value(token: Token) -> int:
    """Return the value of a token that can be nothing but a Roman number; 0 for others."""
    return _roman(_figures(token)) if _PLAIN_ROMAN.fullmatch(_figures(token)) else 0


def _roman(text: str) -> int:
    return _ROMAN.get(text.translate(_LETTERS), 0)


def _plain(token: Token) -> Token:
    """Read a Roman number that cannot be anything else, wherever it stands."""
    if re.match(r"[rx]\d", token.lemma) or token.kind not in ("word", "roman"):
        return token
    if token.kind == "roman":
        value = _roman(_figures(token))
        return replace(token, lemma=f"r{value}" if value else UNKNOWN)
    value = roman_value(token)
    return replace(token, kind="roman", lemma=f"r{value}") if value else token
