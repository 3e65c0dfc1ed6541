"""Bodies and posts from the accusative to the nominative, as far as that is certain."""

import re
from collections.abc import Collection
from dataclasses import replace

from data_access.importers.plan.declension import POSTS, without_person
from data_access.importers.plan.surnames import Post, without

_ADJECTIVES = r"(?P<adjectives>(?:[а-яё-]+(?:ую|юю)\s+)*)"
_NOUNS = {
    "комиссию": "комиссия",
    "администрацию": "администрация",
    "службу": "служба",
    "инспекцию": "инспекция",
    "организацию": "организация",
    "группу": "группа",
    "палату": "палата",
    "прокуратуру": "прокуратура",
    "думу": "дума",
    "мэрию": "мэрия",
    "дирекцию": "дирекция",
    "школу": "школа",
    "библиотеку": "библиотека",
}
FEMININE = re.compile(rf"^(?P<mark>\W*){_ADJECTIVES}(?P<noun>{'|'.join(_NOUNS)})\b", re.I)
#: An adjective that stands in front of what is no noun of the list.
OBLIQUE = re.compile(r"^\W*[а-яё-]+(?:ую|юю|ого|его|ому|ему|ию|ой)\b", re.I)


def body(text: str, own: Collection[str] = ()) -> Post:
    """Return a body or a post in the nominative; not sure where its case was not understood.

    `own` are the names of the act's territory.
    """
    found = without(without_person(text), own)
    low = found.text.casefold()
    for oblique, nominative in POSTS:
        if low.startswith(oblique):
            return replace(found, text=nominative + found.text[len(oblique) :])
    text = FEMININE.sub(_nominative, found.text)
    if not OBLIQUE.match(text):
        return replace(found, text=text)
    return replace(found, text=text, is_sure=False, told=found.told or found.text)


def _nominative(match: re.Match[str]) -> str:
    adjectives = re.sub(r"ую\b", "ая", re.sub(r"юю\b", "яя", match["adjectives"]))
    noun = _NOUNS[match["noun"].casefold()]
    noun = noun.capitalize() if match["noun"][:1].isupper() else noun
    return f"{match['mark']}{adjectives}{noun}"
