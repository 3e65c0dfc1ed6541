"""Surnames without initials behind or in front of a post: posts are held, not people.

"… по социальным вопросам Крутикову" ends in a surname, "главы города Омска" and "Мэра" do not.
What may be either is kept, and asked about.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from data_access.importers.personal.given_names import is_given
from data_access.importers.plan.known_places import is_place
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
#: Behind these stands a place as often as a surname: the ending alone decides, without a doubt.
OF_A_PLACE = re.compile(r"\b(?:глав|мэр|администраци|губернатор|мэри|дум)[а-яё]*$", re.I)
INSTITUTION = re.compile(
    r"^(?:мэр|глав|губернатор|правительств|администраци|дум|собрани|совет|министерств|управлени|"
    r"комитет|департамент|президент|росси|федераци|комисси|отдел|палат|аппарат|председател|"
    r"заместител|служб|област|кра[йяю]|округ|район|город|республик|мэри|канцеляри)",
    re.I,
)


#: Stands in the words that are told where a person's name was left out, or may stand.
LEFT_OUT = "…"


@dataclass(frozen=True)
class Post:
    """A post as it was read; not sure where a word was left out that is likely a surname.

    `told` are the words of the act then, without any name; `is_kept` where the word stayed.
    """

    text: str
    is_sure: bool = True
    told: str = ""
    is_kept: bool = False


def without(text: str, own: Collection[str] = ()) -> Post:
    """Return a post without a surname that stands behind it, in front of it or amidst two.

    `own` are the names of the act's territory, which are no surnames.
    """
    amidst = AMIDST.sub("", text)
    found = _at_the_ends(amidst, own)
    if amidst == text:
        return found
    told = _at_the_ends(AMIDST.sub(f" {LEFT_OUT}", text), own)
    return replace(found, is_sure=False, told=told.told or told.text)


def _at_the_ends(text: str, own: Collection[str]) -> Post:
    first = FIRST.match(text)
    if first and not is_abbreviation(first["word"]) and not _is_common(first["word"]):
        rest = flat(text[first.end() :])
        return Post(rest, is_sure=False, told=f"{LEFT_OUT}, {rest}")
    pair, last = PAIR.match(text), LAST.match(text)
    if last is None or _is_quoted(last["before"]):
        return Post(text)
    if pair and _is_pair(pair["word"], pair["given"]):
        return _cut(pair["before"])
    before = _bare(last["before"])
    if _is_surname(last["word"], before, own):
        return _cut(before)
    if _may_be_surname(last["word"], before, own):
        return Post(text, is_sure=False, told=f"{before} {LEFT_OUT}", is_kept=True)
    return Post(text)


def _cut(before: str) -> Post:
    left = _bare(before)
    return Post(left, is_sure=False, told=f"{left} {LEFT_OUT}")


def _is_pair(*words: str) -> bool:
    """Tell whether two words are a surname and a given name."""
    return any(map(is_given, words)) and not any(map(_is_common, words))


def _is_surname(word: str, before: str, own: Collection[str]) -> bool:
    """Tell whether the last word of a post is a surname: its ending says so."""
    if _is_other(word):
        return False
    if OF_WOMEN.search(word):
        return True
    if PLACE.search(before) or is_place(word, own):
        return False
    if NAMED.search(before):
        return bool(OBLIQUE.search(word))
    return _is_like_surname(word)


def _may_be_surname(word: str, before: str, own: Collection[str]) -> bool:
    """Tell whether a last word without a surname's ending stands where one may."""
    is_named = any(one.search(before) for one in (PLACE, NAMED, OF_A_PLACE))
    if is_named or _is_other(word) or is_place(word, own):
        return False
    return not before.rpartition(" ")[2][:1].isupper()


def _is_like_surname(word: str) -> bool:
    """Tell it by the ending; "Петропавловска-Камчатского" begins like none."""
    return all(LIKE_SURNAME.search(part) for part in word.split("-"))


def _is_other(word: str) -> bool:
    """Tell whether a word is an abbreviation or one of bodies and posts."""
    return (word.isupper() and is_abbreviation(word) and len(word) < 6) or _is_common(word)


def _is_common(word: str) -> bool:
    low = word.casefold()
    return low in ONE or low in MANY or bool(INSTITUTION.match(word))


def _is_quoted(before: str) -> bool:
    return before.count("«") > before.count("»") or before.count('"') % 2 == 1


def _bare(text: str) -> str:
    return text.rstrip(" ,(–—-")
