"""Abbreviations that the act's own text explains: "Управлению образования (далее – УО)"."""

import re
from collections.abc import Collection, Iterator

from data_access.importers.plan.act_text import ActText
from data_access.importers.plan.executors import Name
from data_access.importers.plan.org_words import ONE
from data_access.importers.plan.text import capital, flat, squeezed

DEFINED = re.compile(r"\(\s*далее\s*(?:по тексту)?\s*[-–—:]*\s*(?P<short>[^()]{2,60}?)\s*\)", re.I)
#: A name and what leads to it are no longer, and begin after one of these signs.
LONGEST = 300
BREAK = re.compile(r"[.;:()]")
#: Words that name a person's post or part, no body.
_POSTS = """консультант советник начальник заместитель глава специалист руководитель директор
председатель инспектор секретарь врач психолог координатор куратор помощник представитель
участковый губернатор мэр уполномоченный"""
BODIES = ONE - set(_POSTS.split())
WORD = re.compile(r"[А-ЯЁа-яё-]+")
#: Endings of nouns in other cases → in the nominative; what is no known head word is tried on.
NOUNS = (
    *(
        ("", ""),
        ("ию", "ия"),
        ("ии", "ия"),
        ("ией", "ия"),
        ("ию", "ие"),
        ("ия", "ие"),
        ("ием", "ие"),
    ),
    *(("у", ""), ("а", ""), ("ом", ""), ("у", "о"), ("а", "о"), ("ом", "о")),
    *(("у", "а"), ("ы", "а"), ("е", "а"), ("ой", "а")),
)
#: Endings of adjectives → by the ending of their noun.
ADJECTIVE = re.compile(r"(?:ому|ого|ым|ую|ой|ый|ая|ое)$")
ENDINGS = {"я": "ая", "а": "ая", "е": "ое", "о": "ое"}


def learned(act: ActText, defined: Collection[str]) -> list[Name]:
    """Return the names that the act's text gives for abbreviations, but for those of `defined`.

    The names are put into the nominative, so a person should look at them.
    """
    known = {squeezed(one) for one in defined}
    found = _definitions(flat(" ".join((*act.body, *act.lines))))
    names = {squeezed(short): Name(full, defines=short) for short, full in found}
    return [name for short, name in names.items() if short not in known]


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    for match in DEFINED.finditer(text):
        before = text[max(0, match.start() - LONGEST) : match.start()]
        full = named(BREAK.split(before)[-1])
        if full:
            yield match["short"].strip(' «»"'), full


def named(text: str) -> str:
    """Return the body that a text ends with, in the nominative; "" where it names none."""
    words = list(WORD.finditer(text))
    for at, word in enumerate(words):
        head = _noun(word.group())
        if head:
            first = _first_adjective(words, at)
            adjectives = [_agreed(one.group(), head) for one in words[first:at]]
            return capital(" ".join([*adjectives, head]) + text[word.end() :].rstrip(" ,"))
    return ""


def _noun(word: str) -> str:
    low = word.casefold()
    tried = (low[: len(low) - len(end)] + other for end, other in NOUNS if low.endswith(end))
    return next((one for one in tried if one in BODIES), "")


def _first_adjective(words: list[re.Match[str]], at: int) -> int:
    while at and ADJECTIVE.search(words[at - 1].group()):
        at -= 1
    return at


def _agreed(adjective: str, head: str) -> str:
    return ADJECTIVE.sub(ENDINGS.get(head[-1], "ый"), adjective)
