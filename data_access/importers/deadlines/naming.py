"""Names of the dates of a list: "проект до 1 марта, утверждение до 1 июня".

A list is cut at its commas and semicolons. Where each piece has one date, the words of the piece
are its label, be they before the date or after it, with a dash or without, known to the grammar
("программа", "отчёт") or not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data_access.importers.deadlines.items import Item, Statement
from data_access.importers.deadlines.labels import bare, with_sign
from data_access.importers.deadlines.letters import folded
from data_access.importers.deadlines.parts import Found, Mark, Moment, Unit

#: Known words that may name what is due.
NOUNS = frozenset(("план", "план-график", "график", "мероприятие", "реализация"))
#: Known words that only lead to a date or follow it; no name begins or ends with them.
_LEADING = "в с по до к о на за от из при для не чем под срок период течение"
LEADING = frozenset(_LEADING.split())
#: Signs that end a name and are no parts of the grammar.
CLOSING = ("»", '"')
PLANS = ("план", "график", "программ", "подпрограмм", "расписани", "циклограмм")
SIGNS = ("-", "limit", "to", "edge", "from")


@dataclass(frozen=True)
class Name:
    """What a date may be called: the words, and whether a dash ties them to it."""

    text: str = ""
    dashed: bool = False


def name_dates(statement: Statement, found: Sequence[Found], phrase: str) -> list[str]:
    """Set the labels of a list's dates and return them; where one has no name, only sure ones."""
    found = [_as_words(one) if _is_plan(one, phrase) else one for one in found]
    pieces = list(_pieces(statement, found))
    if len(pieces) < 2:
        return []
    named = [(_name(piece, item, phrase), item, piece) for item, piece in pieces]
    about = {item.start for item in statement.items if item.about}
    has_all = all(
        name.text or item.label or any(one.start in about for one in piece)
        for name, item, piece in named
    )
    given = []
    for name, item, _piece in named:
        if name.text and (has_all or name.dashed) and item.label in name.text:
            item.label = name.text
            given.append(name.text)
    return given


def _is_plan(one: Found, phrase: str) -> bool:
    """ "План работы" beside other dates is what is due, elsewhere a document with the date."""
    return one.marks("event") and folded(phrase[one.start : one.end]).startswith(PLANS)


def _as_words(one: Found) -> Found:
    return Found(Mark("unread"), one.start, one.end)


def is_named(one: Found, phrase: str, names: Sequence[str]) -> bool:
    """Tell whether the words of a part are in one of the names."""
    return any(phrase[one.start : one.end] in name for name in names)


def _pieces(statement: Statement, found: Sequence[Found]) -> Iterator[tuple[Item, list[Found]]]:
    """Yield each date with the parts of its piece; nothing where pieces hold several dates."""
    dated = [item for item in statement.items if not (item.about or item.is_year)]
    starts = {item.start: item for item in dated}
    years = {item.start: item for item in statement.items if item.is_year and item.years}
    waiting: list[Found] = []
    result: list[tuple[Item, list[Found]]] = []
    for piece in _cut(found):
        items = [starts[one.start] for one in piece if _is_moment(one) and one.start in starts]
        if len(items) > 1:
            return
        if not items and any(_names(one) for one in piece):
            items = [years[one.start] for one in piece if one.start in years][:1]
        if items:
            result.append((items[0], waiting + piece))
            waiting = []
        elif result and not _is_before(*result[-1]):
            result[-1][1].extend(piece)
        else:
            waiting += piece
    if len([item for item, _piece in result if not item.is_year]) == len(dated):
        yield from result


def _cut(found: Sequence[Found]) -> Iterator[list[Found]]:
    """Yield the pieces between commas and semicolons, each with the sign that ends it."""
    piece: list[Found] = []
    for one in found:
        piece.append(one)
        if one.marks(",", ";"):
            yield piece
            piece = []
    yield piece


def _is_before(item: Item, piece: Sequence[Found]) -> bool:
    """Tell whether words stand before the date of a piece."""
    return any(_names(one) for one in piece if one.start < item.start)


def _name(piece: Sequence[Found], item: Item, phrase: str) -> Name:
    before = [one for one in piece if one.end <= item.start]
    after = [one for one in piece if one.start >= item.end]
    own = 1 if after and _is_year(after[0]) else 0
    names = [_words(before[::-1], phrase), _words(after[own:], phrase)]
    found = [name for name in names if name.text]
    return next((name for name in found if name.dashed), found[0] if found else Name())


def _words(run: Sequence[Found], phrase: str) -> Name:
    """Return the words next to a date, the nearest first in `run`; they end at another date."""
    words: list[Found] = []
    dashed = False
    for one in run:
        if not words and one.marks(*SIGNS):
            dashed = dashed or one.marks("-")
        elif not _may_name(one):
            break
        else:
            words.append(one)
    while words and _is_leading(words[-1]):
        words.pop()
    while words and _is_leading(words[0]):
        words.pop(0)
    if not any(_names(one) for one in words):
        return Name()
    start, end = min(one.start for one in words), max(one.end for one in words)
    end = with_sign(phrase, end)
    end += phrase[end : end + 1] in CLOSING
    return Name(bare(phrase[start:end]), dashed)


def _names(one: Found) -> bool:
    """Tell whether a part can be a name by itself."""
    part = one.part
    known = isinstance(part, Mark) and part.name == "noise" and part.value in NOUNS
    return known or one.marks("unread", "report", "generic")


def _may_name(one: Found) -> bool:
    """Tell whether a part can be a piece of a name."""
    part = one.part
    is_year = isinstance(part, Moment) and part.unit is Unit.YEAR
    return is_year or _names(one) or one.marks("about", "noise", ",")


def _is_leading(one: Found) -> bool:
    part = one.part
    return one.marks(",") or (
        isinstance(part, Mark) and part.name == "noise" and part.value in LEADING
    )


def _is_year(one: Found) -> bool:
    """Tell whether a part is the year of a date: "1 октября 2026 г."."""
    return isinstance(one.part, Moment) and one.part.unit is Unit.YEAR and bool(one.part.years)


def _is_moment(one: Found) -> bool:
    return isinstance(one.part, Moment)
