"""Free text that looks like personal data, by its form alone.

Reports go to people who have no right to data of children and parents, which live in another
state system. What is refused here by mistake the coordinator can let pass, which is recorded.
"""

import re

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
_STREET = (
    r"\b(?:ул(?:\.|иц[аеыу])|пер(?:\.|еул\w+)|пр(?:-т|осп\.|оспект\w*)|ш(?:\.|оссе)|б-р|бульвар\w*"
    r"|мкр\.?|микрорайон\w*|наб\.)"
)
_HOUSE = r"(?:д(?:\.|ом[аеу]?\b)\s?\d|,\s?\d{1,4}[а-я]?\b)"

#: kind → the forms that it takes
KINDS: dict[str, tuple[re.Pattern[str], ...]] = {
    "full_name": (re.compile(rf"\b{_FULL}\b"), re.compile(_CAPITALS)),
    "birth_date": (
        re.compile(rf"{_ANY_DAY}\s*(?:г\.?|года)?\s*,?\s*{_BORN}", re.IGNORECASE),
        re.compile(rf"{_BORN}\w*\.?[\s:,]*{_ANY_DAY}", re.IGNORECASE),
        re.compile(rf"{_INITIALS}[\s,(]{{1,3}}{_ANY_DAY}"),
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
    "address": (
        re.compile(rf"{_STREET}\s?[^.;\n]{{2,40}}?{_HOUSE}", re.IGNORECASE),
        re.compile(r"\bкв(?:\.|артир[аеыу])\s?№?\s?\d", re.IGNORECASE),
        re.compile(r"\bпроживающ\w+\s+(?:по\s+адресу|на\s+ул)", re.IGNORECASE),
    ),
}
#: What stands before the name of somebody whom a school or a street is named after.
_NAMED_AFTER = re.compile(r"(?:\bим\.?|\bимени|\bпамяти)\s*$", re.IGNORECASE)


def kinds_in(text: str) -> list[str]:
    """Return the kinds of personal data that the text seems to hold, in a fixed order."""
    return [
        kind for kind, forms in KINDS.items() if any(_found(form, text, kind) for form in forms)
    ]


def _found(form: re.Pattern[str], text: str, kind: str) -> bool:
    for found in form.finditer(text):
        if kind != "full_name" or not _NAMED_AFTER.search(text[: found.start()]):
            return True
    return False
