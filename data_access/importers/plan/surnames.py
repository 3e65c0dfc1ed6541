"""Surnames without initials behind or in front of a post: posts are held, not people.

"… по социальным вопросам Крутикову" ends in a surname, "главы города Омска" and "Мэра" do not.
"""

import re
from dataclasses import dataclass

from data_access.importers.personal.given_names import is_given
from data_access.importers.plan.org_words import MANY, ONE, is_abbreviation
from data_access.importers.plan.text import flat

_WORD = r"[А-ЯЁ](?:[а-яё]+|[А-ЯЁ]{2,})(?:-[А-ЯЁ](?:[а-яё]+|[А-ЯЁ]{2,}))?"
#: One initial beside a surname: "Иванова И.", "И. Иванова".
ONE_INITIAL = re.compile(rf"(?<![«\"\w])(?:{_WORD}\s+[А-ЯЁ]\.(?!\s?{_WORD})|[А-ЯЁ]\.\s?{_WORD})")
LAST = re.compile(rf"(?P<before>.*)[\s,(](?P<word>{_WORD})\)?$")
PAIR = re.compile(rf"(?P<before>.*)[\s,(](?P<word>{_WORD})\s+(?P<given>{_WORD})\)?$")
FIRST = re.compile(rf"^(?P<word>{_WORD})(?:\s+{_WORD}){{0,2}}\s*[,–—-]\s+(?=[а-яё])")
#: In the accusative of women a word ends like no place and no body in the genitive.
OF_WOMEN = re.compile(r"(?:[оеё]ву|[иы]ну|[сц]кую)$", re.I)
AMIDST = re.compile(
    r"(?<=[а-яё»)])\s+[А-ЯЁ][а-яё-]*(?:[оеё]ву|[иы]ну|[сц]кую)(?=,|\s+(?:и|или)\s+[а-яё])"
)
LIKE_SURNAME = re.compile(
    r"(?:[оеё]в|[иы]н)(?:а|у|ой|ым|ою|е)?$|[сц]к(?:ого|ой|ую|ому|ая|ий|им)$|[иы]х$|"
    r"(?:ко|[уюа]к|дзе|швили|ян)$",
    re.I,
)
#: A name of a place stands behind these.
PLACE = re.compile(
    r"(?:\bг\.|\bп\.|\bс\.|\b(?:город|посёл?о?к|поселк|сел|станиц|деревн|улиц|ЗАТО|имени|памяти|"
    r"пгт|рп)[а-яё]*)$",
    re.I,
)
#: And behind these, but in the nominative: "городского округа Королёв", "… Сидорова" is a person.
NAMED = re.compile(r"\b(?:округ|муниципальн\w+\s+образовани|поселени|республик)[а-яё]*$", re.I)
OBLIQUE = re.compile(r"(?:(?:[оеё]в|[иы]н)(?:а|ой|ым|у)|[сц]к(?:ого|ую))$", re.I)
#: Behind these stands a place or a surname, and the ending alone decides.
OF_A_PLACE = re.compile(r"\b(?:глав|мэр|администраци|губернатор|мэри|дум)[а-яё]*$", re.I)
INSTITUTION = re.compile(
    r"^(?:мэр|глав|губернатор|правительств|администраци|дум|собрани|совет|министерств|управлени|"
    r"комитет|департамент|президент|росси|федераци|комисси|отдел|палат|аппарат|председател|"
    r"заместител|служб|област|кра[йяю]|округ|район|город|республик|мэри|канцеляри)",
    re.I,
)


@dataclass(frozen=True)
class Post:
    """A post as it was read; not sure where a word was left out that is likely a surname."""

    text: str
    is_sure: bool = True


def without(text: str) -> Post:
    """Return a post without a surname that stands behind it, in front of it or amidst two."""
    amidst = _without_amidst(text)
    found = _at_the_ends(amidst.text)
    return Post(found.text, found.is_sure and amidst.is_sure)


def _at_the_ends(text: str) -> Post:
    first = FIRST.match(text)
    if first and not is_abbreviation(first["word"]) and not _is_common(first["word"]):
        return Post(flat(text[first.end() :]), is_sure=False)
    pair, last = PAIR.match(text), LAST.match(text)
    if last is None or _is_quoted(last["before"]):
        return Post(text)
    if pair and _is_pair(pair["word"], pair["given"]):
        return Post(_bare(pair["before"]), is_sure=False)
    if _is_surname(last["word"], _bare(last["before"])):
        return Post(_bare(last["before"]), is_sure=False)
    return Post(text)


def _is_pair(*words: str) -> bool:
    """Tell whether two words are a surname and a given name."""
    return any(map(is_given, words)) and not any(map(_is_common, words))


def _without_amidst(text: str) -> Post:
    """Return a text of several posts without the women's surnames between them."""
    left = AMIDST.sub("", text)
    return Post(left, is_sure=left == text)


def _is_surname(word: str, before: str) -> bool:
    """Tell whether the last word of a post is a surname."""
    if (word.isupper() and is_abbreviation(word) and len(word) < 6) or _is_common(word):
        return False
    if OF_WOMEN.search(word):
        return True
    if PLACE.search(before):
        return False
    if NAMED.search(before):
        return bool(OBLIQUE.search(word))
    if OF_A_PLACE.search(before):
        return bool(LIKE_SURNAME.search(word))
    last = before.rpartition(" ")[2]
    return not last[:1].isupper() or bool(LIKE_SURNAME.search(word))


def _is_common(word: str) -> bool:
    low = word.casefold()
    return low in ONE or low in MANY or bool(INSTITUTION.match(word))


def _is_quoted(before: str) -> bool:
    return before.count("«") > before.count("»") or before.count('"') % 2 == 1


def _bare(text: str) -> str:
    return text.rstrip(" ,(–—-")
