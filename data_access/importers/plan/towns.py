"""Names of towns from oblique cases to the nominative, and whether that is certain."""

import re
from dataclasses import dataclass

from data_access.importers.plan.adjectives import masculine

NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*"
#: "Нижнего Новгорода", "Великие Луки": an adjective, then no adjective of the region.
FIRST = r"(?:[А-ЯЁ][а-яё]+(?:его|ого|ий|ый|ые|ие|их|ых|ая|яя|ей|ой|ое|ее|ем|ом)|Сергиева?)"
TOWN = rf"(?:{FIRST}\s(?![А-ЯЁ][а-яё-]+(?:ой|ого|ая|ий|ый)\b){NAME}|{NAME})"
#: Names that acts leave as they are ("города Кола") or that are plural, where a rule would cut.
_KEPT = (
    "Анапа Алушта Балашиха Воркута Гатчина Инта Кинешма Кола Пенза Самара Тула Уфа Ухта"
    " Чита Шахунья Шумерля Ялта Вытегра Онега Печора Кема Вичуга Рузаевка"
    " Сочи Химки Мытищи Люберцы Чебоксары Апатиты Шахты Электросталь"
)
KEPT = frozenset(_KEPT.split())
#: "Вологда", "Лысьва", "Коломна": a consonant before the end tells the nominative.
WHOLE = re.compile(r"(?:[уюы]г|[^аеёиоуыэюя][вдн])а$")
#: Names of two words that are in the nominative already.
NOMINATIVE = re.compile(r"(?:ий|ый|ая|яя|ые|ие|ое|ее)$")
#: Where one ending alone comes into question: Омска, Петербурга, Белгорода. Not "-ова": Саратов
#: and Иваново end alike.
CERTAIN = (
    ("ска", "ск"),
    ("цка", "цк"),
    ("рга", "рг"),
    ("града", "град"),
    ("города", "город"),
    ("льца", "лец"),
    ("ьца", "ец"),
    ("ца", "ец"),
)
LIKELY = (
    ("да", "д"),
    ("ва", "в"),
    ("на", "н"),
    ("ы", "а"),
    ("ли", "ль"),
    ("ни", "нь"),
    ("ри", "рь"),
    ("ми", "мь"),
    ("и", "а"),
    ("я", "ь"),
    ("а", ""),
)
#: "В городе Омске".
AT = (("ске", "ск"), ("цке", "цк"), ("рге", "рг"), ("граде", "град"), ("городе", "город"))
ADJECTIVE = re.compile(r"(?:ого|его)$")
#: Vowels that come and go.
OWN = {
    "Ростова": "Ростов",
    "Орла": "Орёл",
    "Москвы": "Москва",
    "Перми": "Пермь",
    "Твери": "Тверь",
    "Казани": "Казань",
}
OWN_AT = {"Орле": "Орёл", "Москве": "Москва", "Самаре": "Самара", "Туле": "Тула", "Уфе": "Уфа"}


@dataclass(frozen=True)
class Town:
    """A town's name in the nominative; not sure where a rule of endings had to guess it."""

    name: str
    is_sure: bool = True


def town(name: str, after: str = "города") -> Town:
    """Return the town of "города Омска", "г. Омск", "городе Омске"; `after` is the word before."""
    before, on, river = name.partition("-на-")
    if on:
        found = town(before, after)
        return Town(f"{found.name}{on}{river}", found.is_sure)
    first, _, last = name.partition(" ")
    if last:
        return _two_words(first, last)
    if name in KEPT or name in OWN or WHOLE.search(name):
        return Town(OWN.get(name, name))
    if after == "городе":
        return _at(name)
    if ADJECTIVE.search(name):
        return Town(*masculine(name))
    return _by_ending(name)


def _two_words(first: str, last: str) -> Town:
    """Return a name like "Нижний Новгород"; other genders and plurals stay as they are."""
    if NOMINATIVE.search(first):
        return Town(f"{first} {last}")
    noun = _by_ending(last)
    if ADJECTIVE.search(first):
        adjective, is_sure = masculine(first)
        return Town(f"{adjective} {noun.name}", noun.is_sure and is_sure)
    return Town(f"{first} {last}", is_sure=False)


def _at(name: str) -> Town:
    """Return the town of "в городе …": acts leave names as they are there, or decline them."""
    if name in OWN_AT:
        return Town(OWN_AT[name])
    found = next((name[: -len(end)] + by for end, by in AT if name.endswith(end)), name)
    return Town(found, is_sure=found != name or not name.endswith(("е", "и", "ом", "ем")))


def _by_ending(name: str) -> Town:
    for endings, is_sure in ((CERTAIN, True), (LIKELY, False)):
        for ending, by in endings:
            if name.endswith(ending):
                return Town(name[: -len(ending)] + by, is_sure)
    return Town(name)
