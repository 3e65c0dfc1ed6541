"""Scanning: from a phrase to its named parts in order."""

from data_access.importers.deadlines import letters, number_words, numerals, repair
from data_access.importers.deadlines.grammar_days import DAYS
from data_access.importers.deadlines.grammar_offsets import OFFSETS
from data_access.importers.deadlines.grammar_other import EVENTS, LIMITS, SIGNS, TERM
from data_access.importers.deadlines.grammar_recurrence import PERIOD, RECURRENCE
from data_access.importers.deadlines.grammar_school import SCHOOL
from data_access.importers.deadlines.grammar_units import UNITS
from data_access.importers.deadlines.parts import Found, Part
from data_access.importers.deadlines.records import Repair
from data_access.importers.deadlines.rule import Match, Rule
from data_access.importers.deadlines.tokens import Token, tokenise

#: In this order: the first rule that matches at a place makes the part.
GRAMMAR = (
    *OFFSETS,
    *RECURRENCE,
    *DAYS,
    *SCHOOL,
    *UNITS,
    *TERM,
    *EVENTS,
    *LIMITS,
    *PERIOD,
    *SIGNS,
)


def scan(phrase: str) -> tuple[list[Found], tuple[Repair, ...]]:
    """Return the parts of a composed phrase with their places, and the repairs made."""
    folded = letters.folded(phrase)
    tokens, repairs = repair.repaired(tokenise(folded))
    tokens = number_words.said_once(number_words.joined(tokens))
    tokens, first = number_words.first_days(numerals.numbered(tokens))
    return _parts(tokens), (*repairs, *first)


def _parts(tokens: list[Token]) -> list[Found]:
    text = " ".join(token.lemma for token in tokens)
    owners = _owners(tokens)
    found: list[Found] = []
    place = 0
    while place < len(text):
        rule, match = _first(text, place, found)
        start, end = tokens[owners[place]].start, tokens[owners[match.end() - 1]].end
        found += [Found(part, start, end) for part in _made(rule, match)]
        place = match.end() + 1
    return found


def _owners(tokens: list[Token]) -> list[int]:
    """Return for each character of the lemmas the token it comes from."""
    owners: list[int] = []
    for index, token in enumerate(tokens):
        owners += [index] * (len(token.lemma) + 1)
    return owners


def _first(text: str, place: int, before: list[Found]) -> tuple[Rule, Match]:
    """Return the first rule that matches; "по делам" after an unknown word names no event."""
    in_words = bool(before) and before[-1].marks("unread")
    for rule in GRAMMAR:
        if in_words and rule in EVENTS:
            continue
        match = rule.pattern.match(text, place)
        if match and match.end() > place:
            return rule, match
    raise AssertionError("the last rule matches anything")


def _made(rule: Rule, match: Match) -> list[Part]:
    made = rule.build(match)
    return list(made) if isinstance(made, list | tuple) else [made]  # type: ignore[list-item]
