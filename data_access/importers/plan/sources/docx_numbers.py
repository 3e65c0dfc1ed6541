"""Automatic numbers of Word: what stands on the page but not in the text."""

from dataclasses import dataclass, replace

from lxml.etree import _Element

from data_access.importers.plan.sources.docx_xml import attribute, child, name, parse

ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
LEVELS = 9


@dataclass(frozen=True)
class Level:
    """A level of a numbering: format, pattern ("%1.%2."), first number."""

    format: str = "decimal"
    pattern: str = "%1."
    start: int = 1


class Numbers:
    """The numberings of a document with their counters."""

    def __init__(self, numbering: bytes, styles: bytes) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._own: dict[str, dict[int, Level]] = {}
        self._restarts: dict[str, list[int]] = {}
        if numbering:
            self._read_numbering(parse(numbering))
        if styles:
            self._read_styles(parse(styles))

    def next_for(self, paragraph: _Element) -> str:
        """Return the number that stands in front of a paragraph; "" for none."""
        properties = child(paragraph, "pPr")
        found = _reference(properties) or self._styles.get(
            attribute(child(properties, "pStyle"), "val") or ""
        )
        if found is None or found[0] == "0" or found[0] not in self._lists:
            return ""
        return self._count(found[0], min(found[1], LEVELS - 1))

    def _count(self, number: str, at: int) -> str:
        abstract = self._lists[number]
        levels = {**self._levels.get(abstract, {}), **self._own.get(number, {})}
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        for level in self._restarts.pop(number, ()):
            counts[level:] = [None] * (LEVELS - level)
        for level in range(at + 1):
            first = levels.get(level, Level()).start
            current = counts[level]
            if level == at:
                counts[level] = first if current is None else current + 1
            elif current is None:
                counts[level] = first
        counts[at + 1 :] = [None] * (LEVELS - at - 1)
        return _shown(levels, counts, at)

    def _read_numbering(self, root: _Element) -> None:
        for one in root:
            if name(one) == "abstractNum":
                levels = dict(_level(level) for level in _of(one, "lvl"))
                self._levels[attribute(one, "abstractNumId") or ""] = levels
            elif name(one) == "num":
                self._read_list(one)

    def _read_list(self, element: _Element) -> None:
        """Take in a list and where it departs from its numbering: other levels, other starts."""
        number = attribute(element, "numId") or ""
        abstract = attribute(child(element, "abstractNumId"), "val") or ""
        self._lists[number] = abstract
        for one in _of(element, "lvlOverride"):
            at = _integer(attribute(one, "ilvl"))
            given, start = child(one, "lvl"), child(one, "startOverride")
            level = self._levels.get(abstract, {}).get(at, Level())
            level = _level(given)[1] if given is not None else level
            if start is not None:
                level = replace(level, start=_integer(attribute(start, "val")))
                self._restarts.setdefault(number, []).append(at)
            self._own.setdefault(number, {})[at] = level

    def _read_styles(self, root: _Element) -> None:
        for one in root:
            found = _reference(child(one, "pPr")) if name(one) == "style" else None
            if found is not None:
                self._styles[attribute(one, "styleId") or ""] = found


def _of(element: _Element, wanted: str) -> list[_Element]:
    return [one for one in element if name(one) == wanted]


def _level(element: _Element) -> tuple[int, Level]:
    start = attribute(child(element, "start"), "val") or "1"
    return _integer(attribute(element, "ilvl")), Level(
        attribute(child(element, "numFmt"), "val") or "decimal",
        attribute(child(element, "lvlText"), "val") or "",
        _integer(start),
    )


def _reference(properties: _Element | None) -> tuple[str, int] | None:
    found = child(properties, "numPr")
    number = attribute(child(found, "numId"), "val")
    if number is None:
        return None
    return number, _integer(attribute(child(found, "ilvl"), "val"))


def _integer(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else 0


def _shown(levels: dict[int, Level], counts: list[int | None], at: int) -> str:
    level = levels.get(at, Level())
    if level.format in ("bullet", "none"):
        return "-" if level.format == "bullet" else ""
    text = level.pattern
    for place, count in enumerate(counts):
        text = text.replace(f"%{place + 1}", _digits(count or 0, levels.get(place, Level())))
    return text


def _digits(count: int, level: Level) -> str:
    if level.format.endswith("Roman"):
        return _roman(count) if level.format[0] == "u" else _roman(count).lower()
    if level.format == "russianLower" and 0 < count <= len(LETTERS):
        return LETTERS[count - 1]
    return str(count)


def _roman(number: int) -> str:
    text, number = "", min(number, 60)
    for value, letters in ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text
