"""Free text that looks like personal data, by its form alone.

Reports go to people who have no right to data of children and parents, which live in another
state system. What is refused here by mistake the coordinator can let pass, which is recorded.
"""

import re

from data_access.importers.personal import addresses
from data_access.importers.personal.given_names import is_person, may_be_person

_NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
#: Adjectives and nouns that end like the patronymics of women.
_NO_PATRONYMIC = (
    r"(?!(?:Основ|Духов|Церков|Верхов|Уров|Винов|Услов|Кров|Любов|Ров|Дерев|Древ|Днев|Ежеднев"
    r"|Повседнев|Душев|Плачев|Гнев|Царев)н)"
)
#: In all cases.
_PATRONYMIC = (
    r"[А-ЯЁ][а-яё]+(?:[ое]вич|ьич)(?:а|у|ем|е)?"
    r"|(?:Лук|Фом|Кузьм|Никит|Савв|Фок)ич(?:а|у|ем|ом|е)?"
    rf"|{_NO_PATRONYMIC}[А-ЯЁ][а-яё]+[ое]вн(?:а|ы|е|у|ой|ою)"
    r"|(?:Ильин|Лукин|Фомин|Кузьмин|Никит|Савв|Фок)ичн(?:а|ы|е|у|ой|ою)"
)
_FULL = rf"(?:{_NAME}\s+{_NAME}\s+(?:{_PATRONYMIC})|{_NAME}\s+(?:{_PATRONYMIC})\s+{_NAME})"
_CAPITALS = r"\b[А-ЯЁ-]{2,}\s+[А-ЯЁ]{2,}\s+[А-ЯЁ]{2,}(?:[ОЕ]ВИЧ|[ОЕ]ВНА|ИЧНА|ЬИЧ)\b"
_INITIALS = rf"(?:{_NAME}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?{_NAME})"
_DAY = r"\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}"
_MONTHS = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-яё]*"
_ANY_DAY = rf"(?:{_DAY}|\d{{1,2}}\s+{_MONTHS}\s+(?:19|20)\d{{2}})"
_BORN = r"(?:г\.?\s?р(?:\.|\b)|года?\s+рожд|рожд|род(?:ил|\.))"
#: "2010 г.р.", "2010 года рождения", "род. в 2010": a cohort where no name stands before it.
_YEAR = r"(?:19|20)\d\d"
_BORN_IN = (
    rf"(?:{_YEAR}\s*(?:г\.?\s?/?\s?р\b|г(?:од)?а?\.?\s*р(?:ожд|\.))"
    rf"|род(?:\.|ил\w+)\s+(?:в\s+)?{_YEAR})"
)
_ANY_BIRTH = rf"(?:{_ANY_DAY}|\d{{1,2}}\.\d{{1,2}}\.\d\d\b|{_YEAR}-\d\d-\d\d)"
_BESIDE = r"[\s,;:(–—-]{1,4}"
_WORDS = rf"\b({_NAME})(?:\s+({_NAME}))?"

#: "8 лет", "8-ми лет", "8-летняя", as an age beside a name.
_AGE = r"\d{1,2}(?:\s?-?(?:ми|ти|и))?\s?(?:лет|год(?:а|ик\w*)?|мес(?:яц\w*)?)\b"
_ANY_NAME = rf"(?:{_NAME}|[А-ЯЁ]{{2,}}(?:-[А-ЯЁ]{{2,}})?)"
#: With the word before, which may say that a club is meant.
_ANY_WORDS = rf"(?:\b([а-яё]+)\s+)?\b({_ANY_NAME})(?:\s+({_ANY_NAME}))?"
BESIDE_AGE = re.compile(rf"{_ANY_WORDS}{_BESIDE}{_AGE}")
AGED = re.compile(rf"\b\d{{1,2}}\s?-?\s?летн\w+\s+{_ANY_WORDS}")
#: A name beside a date, and beside a year of birth; the words are looked at besides.
BESIDE_DAY = re.compile(rf"\b({_NAME})\s+({_NAME}){_BESIDE}{_ANY_BIRTH}")
BESIDE_YEAR = re.compile(rf"{_WORDS}{_BESIDE}{_BORN_IN}")

#: kind → the forms that it takes
KINDS: dict[str, tuple[re.Pattern[str], ...]] = {
    "full_name": (re.compile(rf"\b{_FULL}\b"), re.compile(_CAPITALS)),
    "birth_date": (
        re.compile(rf"{_ANY_DAY}\s*(?:г\.?|года)?\s*,?\s*{_BORN}", re.IGNORECASE),
        re.compile(rf"{_BORN}\w*\.?[\s:,]*{_ANY_DAY}", re.IGNORECASE),
        re.compile(
            rf"(?:{_INITIALS}|{_NAME}\s+[А-ЯЁ]\.){_BESIDE}(?:{_ANY_BIRTH}|{_BORN_IN}|{_AGE})"
        ),
    ),
    "snils": (
        re.compile(r"\b\d{3}-\d{3}-\d{3}[\s-]?\d{2}\b"),
        re.compile(r"\bСНИЛС\D{0,12}\d[\d\s-]{9,14}", re.IGNORECASE),
    ),
    "passport": (
        re.compile(r"\b\d{2}\s\d{2}\s(?:№\s?)?\d{6}\b"),
        re.compile(r"\b(?:паспорт|сери[яию])[^\d\n]{0,30}\d{2}\s?\d{2}\D{0,4}\d{6}\b", re.I),
        re.compile(r"\b[IVXLC]{1,6}-[А-Я]{2}\s?№?\s?\d{6}\b"),
    ),
    "phone": (
        re.compile(
            r"(?<![\d.,])(?:\+7|8)[\s(-]{0,2}\d{3}[\s)-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)"
        ),
        re.compile(r"\bтел(?:\.|ефон\w*)[\s:]{0,3}[+\d(][\d\s()-]{4,}", re.IGNORECASE),
    ),
    "address": addresses.FORMS,
}
#: What stands before the name of somebody whom a school or a street is named after.
_NAMED_AFTER = re.compile(
    r"\b(?:им\.?|имени|памяти|храм\w*|собор\w*|церк\w+|парк\w*|сквер\w*|площад\w+|улиц\w+|музе\w+"
    r"|стадион\w*|школ\w+|библиотек\w+|святы?\w*)\s*$",
    re.IGNORECASE,
)

_JUDGES = (
    (BESIDE_DAY, is_person),
    (BESIDE_YEAR, may_be_person),
    (BESIDE_AGE, is_person),
    (AGED, is_person),
)
#: Names as they stand beside a post: with initials, or a surname beside a given name.
_IN_POST = re.compile(rf"\b{_INITIALS}")
_TWO_NAMES = re.compile(rf"\b({_NAME})\s+({_NAME})\b")


def kinds_in_post(text: str) -> list[str]:
    """Return the same of a cell that names a post, where also a name without more is too much."""
    named = any(not _is_named_after(text, found) for found in _IN_POST.finditer(text)) or any(
        is_person(list(found.groups())) and not _is_named_after(text, found)
        for found in _TWO_NAMES.finditer(text)
    )
    kinds = kinds_in(text)
    return kinds if not named or "full_name" in kinds else ["full_name", *kinds]


def kinds_in(text: str) -> list[str]:
    """Return the kinds of personal data that the text seems to hold, in a fixed order."""
    return [
        kind
        for kind, forms in KINDS.items()
        if any(_found(form, text, kind) for form in forms)
        or (kind == "birth_date" and _is_born(text))
    ]


def _is_born(text: str) -> bool:
    """Tell whether a name without a patronymic stands beside a date, a year of birth, an age."""
    return any(
        judge([one for one in found.groups() if one]) and not _is_named_after(text, found)
        for form, judge in _JUDGES
        for found in form.finditer(text)
    )


def _is_named_after(text: str, found: re.Match[str]) -> bool:
    return bool(_NAMED_AFTER.search(text[: found.start()]))


def _found(form: re.Pattern[str], text: str, kind: str) -> bool:
    for found in form.finditer(text):
        if kind != "full_name" or not _is_named_after(text, found):
            return True
    return False
