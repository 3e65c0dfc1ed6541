"""Words with which the name of a body, an organisation or a post begins."""

import re

from data_access.importers.plan.text import roman

#: Nominative singular.
_ONE = """отдел отделение управление департамент министерство комитет комиссия служба центр
учреждение администрация прокуратура полиция орган организация школа гимназия лицей сад библиотека
музей дом больница поликлиника фонд совет палата ассоциация союз институт колледж техникум
университет академия редакция агентство инспекция сектор предприятие общество объединение аппарат
штаб клуб приют интернат диспансер станция филиал правительство дума уполномоченный консультант
советник начальник заместитель глава специалист руководитель директор председатель инспектор
секретарь врач психолог координатор куратор помощник представитель кафедра дворец подразделение
опека участковый госавтоинспекция военкомат комиссариат суд росгвардия газета губернатор мэр"""
#: Nominative plural; a body named so is a group.
_MANY = """отделы отделения департаменты министерства комитеты комиссии службы центры учреждения
органы организации школы гимназии лицеи сады библиотеки музеи дома больницы поликлиники фонды
советы ассоциации союзы институты колледжи техникумы университеты секторы предприятия общества
объединения клубы приюты интернаты субъекты участники волонтеры добровольцы образования
специалисты руководители директора председатели инспекторы начальники главы секретари врачи
психологи представители педагоги подразделения исполнители члены филиалы поселения сми нко
ответственные заместители сотрудники работники учителя воспитатели структуры"""
ONE = frozenset(_ONE.split())
MANY = frozenset(_MANY.split())
#: The same in the genitive singular: a name begins so only in the plural sense ("… районов").
DOUBTFUL = frozenset({"управления", "администрации"})
ADJECTIVE = re.compile(r"[а-яё-]+(?:ое|ее|ая|яя|ый|ий|ой|ые|ие|ого|ному|ым)")
PLURAL_NEXT = re.compile(r"[а-яё]+(?:ов|ев|ых|их|ий|й)\b")
TERRITORY = re.compile(
    r"[А-ЯЁ][а-яё-]+(?:ой|ого|ского)\s+(?:област|кра|район|округ|республик|город)"
)
WORD = re.compile(r"[А-ЯЁа-яёA-Za-z-]+")


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is an abbreviation: КДН, ООиП, МБУО."""
    capitals = sum(letter.isupper() for letter in word)
    return capitals >= 2 and len(word) <= 16 and word[0].isupper() and roman(word) is None


def starts_name(text: str) -> bool:
    """Tell whether a text begins like the name of an executor."""
    words = WORD.findall(text[:300])
    if not words or not text.lstrip(' «"(')[:1].isalpha():
        return False
    return is_abbreviation(words[0]) or head_of(text) is not None


def head_of(text: str) -> str | None:
    """Return the head noun with which a name begins, adjectives in front of it passed over."""
    if text.lstrip()[:1] in '«"„“(':
        return None
    words = WORD.findall(text[:300])[:8]
    for at, word in enumerate(words):
        low: str = word.casefold().replace("ё", "е")
        if low in ONE or low in MANY:
            return str(low)
        if low in DOUBTFUL:
            following = words[at + 1].casefold() if at + 1 < len(words) else ""
            plural = PLURAL_NEXT.fullmatch(following) is not None
            return str(low) if word[0].isupper() or plural else None
        if not ADJECTIVE.fullmatch(low) and low != "и":
            return None
    return None


def is_group(name: str) -> bool:
    """Tell whether a name means several bodies: "комиссии … административных округов"."""
    return head_of(name) in MANY


ENDINGS = (("ое", "ее"), ("ая", "яя"), ("ый", "ий", "ой"), ("ые", "ие"))
NEUTER = re.compile(r"(?:ие|ство|во)$")


def agreed(name: str) -> str | None:
    """Return a name with its adjectives agreeing ("Муниципальной бюджетное учреждение" → "…ное").

    None where they agree already, or where it is not clear which ending is right.
    """
    words = WORD.findall(name[:200])
    head = head_of(name)
    place = next((at for at, word in enumerate(words) if word.casefold() == head), 0)
    kinds = [_kind(word) for word in words[:place]]
    if (
        head is None
        or not NEUTER.search(head)
        or len(kinds) < 2
        or kinds.count(0) != len(kinds) - 1
    ):
        return None
    wrong = next(word for word, kind in zip(words, kinds, strict=False) if kind != 0)
    mended = str(wrong[:-2] + "ое")
    return name.replace(wrong, mended, 1) if wrong[-2:] in ("ой", "ая", "ые") else None


def _kind(word: str) -> int | None:
    """Return which of the ending sets an adjective has."""
    low = word.casefold()
    return next((at for at, endings in enumerate(ENDINGS) if low.endswith(endings)), None)
