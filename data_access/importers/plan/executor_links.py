"""Executors that "и", "/" or "совместно с" link: parted where both are whole, else asked about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data_access.importers.plan.org_words import MANY, ONE, WORD, head_of, is_abbreviation

LINK = re.compile(r"\s+(?:и|совместно\s+со?)\s+|\s*/\s*", re.I)
#: Names are looked at no further than this.
LONGEST = 600
#: "… культуры и дополнительного образования": no name of its own begins in an oblique case.
OBLIQUE = re.compile(r"(?:ого|его|ому|ему|ой|ей|ым|им|ых|их)$")
#: Plural forms that are the genitive of one body as well: "управление культуры и образования".
GENITIVE_TOO = re.compile(r"(?:ия|ния|ства|ии|бы|лы|цы|ки|ты|общества)$")


@dataclass(frozen=True)
class Linked:
    """The executors of a text; `is_doubtful` where it may hold several but is left as one."""

    texts: tuple[str, ...]
    is_doubtful: bool = False


def parted(text: str) -> Linked:
    """Return the executors that a text without commas names."""
    found: list[str] = []
    start, is_doubtful = 0, False
    for match in _links(text):
        left, right = text[start : match.start()], text[match.end() :]
        if not _begins(left) or not _begins(right) or _is_one(left, right):
            continue
        if _is_whole(left) and _is_sure(right):
            found.append(left)
            start = match.end()
        elif match.group().strip() != "/":
            is_doubtful = is_doubtful or _is_sure(right) or head_of(left) == head_of(right)
    return Linked((*found, text[start:]), is_doubtful)


def _links(text: str) -> Iterator[re.Match[str]]:
    """Yield the links outside quotes and brackets."""
    if len(text) < LONGEST:
        for match in LINK.finditer(text):
            before = text[: match.start()]
            pairs = all(before.count(one) == before.count(two) for one, two in ("()", "«»"))
            if pairs and before.count('"') % 2 == 0:
                yield match


def _begins(text: str) -> bool:
    """Tell whether a text begins like a name in the nominative."""
    words = WORD.findall(text[:100])
    if not words or not text[:1].isalpha():
        return False
    return is_abbreviation(words[0]) or (
        head_of(text) is not None and not OBLIQUE.search(words[0].casefold())
    )


def _is_one(left: str, right: str) -> bool:
    """Tell whether abbreviations on both sides make one: "КДН и ЗП"."""
    return is_abbreviation(left.split()[-1]) and is_abbreviation(WORD.findall(right[:100])[0])


def _is_whole(left: str) -> bool:
    """Tell whether more than the head noun stands on the left: not "глава и секретарь …"."""
    words = WORD.findall(left)
    head = head_of(left)
    return is_abbreviation(words[0]) or words[-1].casefold().replace("ё", "е") != head


def _is_sure(right: str) -> bool:
    """Tell whether the right side can only be a name of its own."""
    head = head_of(right)
    if head is None or right[0].isupper():
        return True
    return head in ONE or (head in MANY and not GENITIVE_TOO.search(head))
