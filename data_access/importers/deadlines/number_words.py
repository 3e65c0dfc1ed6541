"""Numbers in words: put together ("двадцать пятого"), and dropped where figures say the same.

"До 15 (пятнадцатого) марта" says one number twice. What stands in the brackets is compared and
left out, so that every other part of the grammar sees "до 15 марта". Two numbers that differ are
marked for a question; the one outside the brackets is read.
"""

import re
from dataclasses import replace
from itertools import pairwise

from data_access.importers.deadlines.numerals import roman_value
from data_access.importers.deadlines.records import Repair
from data_access.importers.deadlines.tokens import Token

#: The lemma of a place where figures and words disagree.
OTHERWISE = "otherwise"
_NUMBER = re.compile(r"o?(\d{1,4})")
THOUSAND = 1000
_TENS = ("20", "30", "40", "50", "60", "90")
_LONGEST = 3


def joined(tokens: list[Token]) -> list[Token]:
    """Return the tokens with "двадцать пятого" as one number."""
    result: list[Token] = []
    for token in tokens:
        before = result[-1] if result else None
        if before and before.is_word and (value := _sum(before, token)):
            sign = "o" if token.lemma.startswith("o") else ""
            text = f"{before.text} {token.text}"
            result[-1] = replace(before, lemma=f"{sign}{value}", text=text, end=token.end)
        else:
            result.append(token)
    return result


def said_once(tokens: list[Token]) -> list[Token]:
    """Return the tokens without brackets that repeat the number before them."""
    result: list[Token] = []
    wrong: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        result.append(token)
        end = _closing(tokens, place + 1)
        if end and (outside := _value(token)) and (inside := _inside(tokens, place + 2, end)):
            if inside != outside:
                last = tokens[end]
                wrong.append(Token("mark", OTHERWISE, "", token.start, last.end))
            place = end
        place += 1
    return result + wrong


def first_days(tokens: list[Token]) -> tuple[list[Token], list[Repair]]:
    """Return the tokens with "I мая" as the first of May, and what was mended so."""
    result = list(tokens)
    repairs: list[Repair] = []
    for place, (token, following) in enumerate(pairwise(tokens)):
        if token.lemma == "r1" and len(token.text) == 1 and following.lemma.startswith("m"):
            result[place] = replace(token, kind="number", lemma="1")
            repairs.append(Repair(token.text, "1"))
    return result, repairs


def _sum(before: Token, token: Token) -> int:
    """Return the number that two words make: "двадцать пятого", "две тысячи"; 0 for none."""
    if not (before.lemma.isdigit() and token.is_word):
        return 0
    first, second = int(before.lemma), _value(token)
    if token.lemma == "тысяча":
        return first * THOUSAND if first < 10 else 0
    fits = 0 < second < (THOUSAND if first % THOUSAND == 0 else 10)
    return first + second if fits and (before.lemma in _TENS or first >= THOUSAND) else 0


def _closing(tokens: list[Token], place: int) -> int:
    """Return where a short bracket that opens at `place` closes; 0 where none does."""
    if place >= len(tokens) or tokens[place].lemma != "(":
        return 0
    ends = range(place + 2, min(place + _LONGEST + 1, len(tokens)))
    return next((end for end in ends if tokens[end].lemma == ")"), 0)


def _inside(tokens: list[Token], start: int, end: int) -> int:
    """Return the number that is all a bracket holds, and one of the two is in words; else 0."""
    inside = tokens[start:end]
    in_words = inside[0].is_word or tokens[start - 2].is_word
    return _value(inside[0]) if len(inside) == 1 and in_words else 0


def _value(token: Token) -> int:
    """Return the number of a token in figures, Roman ones or words; 0 for none."""
    found = _NUMBER.fullmatch(token.lemma)
    return int(found[1]) if found else roman_value(token)
