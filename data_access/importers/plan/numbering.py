"""Numbers of sections and measures: "2.3", "2.3.", "1.12.Организация", "Раздел II. …"."""

import re
from dataclasses import dataclass

from data_access.importers.plan.text import flat, roman

NUMBER = re.compile(r"\d{1,3}(?:\s?\.\s?\d{1,3}){0,4}\s?[.)]?")
GLUED = re.compile(r"(\d{1,3}(?:\.\s?\d{1,3}){1,4})[.)]?\s*(?=[^\d\s.,)%])(.+)", re.S)
SHORT = re.compile(r"(\d{1,3})[.)]\s*(?=[^\d\s.,)])(.+)", re.S)
NAMED = re.compile(
    r"(?:раздел|направление|блок|глава|задача|подпрограмма)\s*№?\s*"
    r"([IVXLІХivxlіх]{1,6}|\d{1,2})\s*[.:)–—-]?\s*(.*)",
    re.I | re.S,
)
ROMAN = re.compile(r"([IVXLІХУ]{1,6})\s*[.)]\s*(.+)", re.S)
ROMAN_ALONE = re.compile(r"[IVXLІХ]{1,6}\s*[.)]?")
GAP = 8


@dataclass(frozen=True)
class Numbered:
    """A text with the number in front of it; `named` where only a section can be called so.

    `is_bare`: nothing else stands there ("Раздел II").
    """

    number: str
    title: str
    named: bool = False
    is_bare: bool = False

    @property
    def parts(self) -> tuple[int, ...]:
        """Return the number's parts: (2, 3) for "2.3"."""
        return parts_of(self.number)


def parts_of(number: str) -> tuple[int, ...]:
    """Return the parts of a number; a Roman one has a single part, no number none."""
    digits = tuple(int(one) for one in re.findall(r"\d+", number))
    value = None if digits else roman(number)
    return digits or ((value,) if value else ())


def bare(text: str) -> str | None:
    """Return the number that makes up a whole cell, without its last dot; None for other text."""
    text = flat(text)
    if NUMBER.fullmatch(text):
        return re.sub(r"\s", "", text).rstrip(".)")
    if ROMAN_ALONE.fullmatch(text):
        return _latin(text.rstrip(".) "))
    return None


def split(text: str) -> Numbered | None:
    """Return the number in front of a text and the rest; None where there is none."""
    text = text.strip()
    named = NAMED.fullmatch(text)
    if named and parts_of(named.group(1)):
        title = flat(named.group(2))
        return Numbered(_latin(named.group(1)), title or flat(text), True, is_bare=not title)
    latin = ROMAN.fullmatch(text)
    if latin and roman(latin.group(1)):
        return Numbered(_latin(latin.group(1)), flat(latin.group(2)), named=True)
    match = GLUED.fullmatch(text) or SHORT.fullmatch(text)
    if match is None:
        return None
    return Numbered(re.sub(r"\s", "", match.group(1)), flat(match.group(2)))


def _latin(number: str) -> str:
    return number.upper().translate(str.maketrans("ІХУ", "IXV"))


def follows(number: tuple[int, ...], before: tuple[int, ...] | None) -> bool:
    """Tell whether a number can come next: a neighbour, a first child or the next section."""
    if not before or not number:
        return True
    if number[: len(before)] == before:
        return len(number) > len(before) and number[-1] <= 2
    if before[: len(number)] == number:
        return False
    pairs = list(zip(number, before, strict=False))
    place = next(at for at, (part, past) in enumerate(pairs) if part != past)
    step = number[place] - before[place]
    rest_first = all(part <= 2 for part in number[place + 1 :])
    return 0 < step <= GAP and rest_first
