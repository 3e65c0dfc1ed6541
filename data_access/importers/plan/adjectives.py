"""Adjectives of names from oblique cases to the nominative, and whether that is certain.

"Лесного района" is of Лесной, "Горного района" of Горный: the genitive does not tell which.
"""

import re

#: Names with the stress at the end, and those without: in the genitive.
_STRESSED = (
    "Лесного Степного Речного Донского Полевского Морского Городского Лугового Полевого Берегового"
    " Верхового Золотого Сухого Кривого Глухого Земляного Соляного Ключевого Дорогого"
    " Заводского Тверского Слободского Верхнедонского Волгодонского Чусовского Луговского Ямского"
    " Хуторского Обского"
)
_UNSTRESSED = (
    "Горного Северного Южного Восточного Западного Центрального Заречного Приречного Красного"
    " Грозного Железнодорожного Мирного Полярного Приморского Белого Черного Зеленого Нового"
    " Старого Великого Промышленного Юбилейного Свободного Отрадного Дружного Привольного"
    " Озерного Солнечного Каменного Кедрового Верхнего Нижнего"
    " Омского Томского Курского Пермского Псковского Брянского Тульского Крымского Невского"
    " Ленского Кольского Камского Волжского Братского Майского Бийского Канского Ейского Ржевского"
    " Клинского Орского Шацкого Вельского Бельского Кемского Рузского Лужского Мценского Тарского"
    " Зейского Чунского Бирского Ярского Окского Задонского Петрозаводского"
)
STRESSED = frozenset(_STRESSED.split())
UNSTRESSED = frozenset(_UNSTRESSED.split())
#: Endings that leave one nominative alone: "-ский" (but for the names above), "-ний".
CERTAIN = re.compile(r"(?:[сц]кого|его)$")
#: But where one syllable stands before "-ского", or a word that has the stress behind it elsewhere
#: (Донской and Ленский, Заводской and Петрозаводский).
EITHER = re.compile(
    r"(?:^[^аеиоуыэюя]*[аеиоуыэюя][^аеиоуыэюя]*[сц]кого|"
    r"(?:завод|дон|слобод|хутор|лугов|полев|мостов)ского)$",
    re.I,
)
AT = re.compile(r"(?<=[ое])м$")


def genitive_of(oblique: str) -> str:
    """Return the genitive of an adjective that stands so, or in "в Лесном районе"."""
    return AT.sub("го", oblique)


def masculine(genitive: str) -> tuple[str, bool]:
    """Return the masculine nominative: Токарёвского → Токарёвский, Лесного → Лесной."""
    last = genitive.rpartition("-")[2].replace("ё", "е")
    if last in STRESSED or re.search(r"[шжчщ]ого$", genitive):
        return genitive[:-3] + "ой", True
    is_sure = last in UNSTRESSED or bool(CERTAIN.search(last) and not EITHER.search(last))
    if re.search(r"[кгх]ого$", genitive):
        return genitive[:-3] + "ий", is_sure
    text = re.sub(r"ьего$", "ий", genitive)
    return re.sub(r"ого$", "ый", re.sub(r"его$", "ий", text)), is_sure


def neuter(genitive: str) -> str:
    """Return the neuter nominative, which is always certain: Заречного → Заречное."""
    return re.sub(r"ого$", "ое", re.sub(r"его$", "ее", re.sub(r"ьего$", "ье", genitive)))
