"""Addresses: a street with a house, written with all marks or with few.

A number alone is no house: "на улице Мира 12 детей", "ул. Ленина 5 мая", "к 15:00". Without a
comma before it, what follows has to end the address, and the street is a name with a capital.
"""

import re

_SHORT = r"(?i:\b(?:ул\.|пер\.|пр-т|просп\.|ш\.|б-р|мкр\.?|наб\.))"
_LONG = (
    r"(?i:\b(?:ул|улиц[аеыу]|переул\w+|проспект\w*|шоссе|бульвар\w*|микрорайон\w*|набережн\w+))\b"
)
_DASH = "–—"
#: "Ленина", "40 лет Победы", "8 Марта", "К. Маркса", "им. Юрия Гагарина"
_NAME = (
    r"(?:им(?:\.|ени)\s*)?(?:\d{1,3}(?:-?[а-я]{1,3})?\s+(?:лет\s+)?)?(?:[А-ЯЁ]\.\s?){0,2}"
    r"[А-ЯЁ][А-Яа-яЁё-]*(?:\s+[А-ЯЁ][А-Яа-яЁё-]*){0,2}"
)
_NUMBER = r"\d{1,3}(?:[а-яА-Я]\b|\s[а-гА-Г]\b)?(?:\s?[-/]\s?\d{1,4}[а-я]?)?"
_END = (
    rf"(?=\s*(?:\Z|\n|[,.:](?!\d)|[;)»\"(]|[{_DASH}]\s|(?i:кв|корп|стр|под\b|подъезд|эт\b|прожив)))"
)
_MONTH = (
    r"(?i:янв(?:аря)?|февр?(?:аля)?|мар(?:та)?|апр(?:еля)?|мая|июн[ья]?|июл[ья]?|авг(?:уста)?"
    r"|сент?(?:ября)?|окт(?:ября)?|нояб?(?:ря)?|дек(?:абря)?)(?![а-яё])"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
#: A day after a street: "ул. Ленина, 5 мая", "ул. Ленина, 5–12 мая", "ул. Ленина, 12.05.2024".
_NO_DAY = (
    rf"(?!{_DAY}(?:\s?[-{_DASH}]\s?{_DAY})?(?:-?(?:го|ого|е))?\s{{0,3}}{_MONTH}"
    rf"|{_DAY}\.(?:0?[1-9]|1[0-2])\.(?:20)?\d\d(?!\d))"
)
_HOUSE = r"(?i:д(?:\.|ом[аеу]?\b)\s?\d)"
#: A street by its name alone, where a family or an address is spoken of.
_OF_A_FAMILY = (
    r"(?i:\b(?:семь[яиюей]\w*|реб[её]н\w+|прожива\w+|прописан\w*|зарегистрирован\w*|адрес\w*))"
    r"[^.;\n]{0,40}?[\s,:]"
)
_GENITIVE = r"[А-ЯЁ][а-яё-]+(?:а|я|ой|ого|ов|ев|ых|их|ы|и|ый|ий|ая)"

FORMS = (
    re.compile(rf"(?:{_SHORT}|{_LONG})\s?[^.;\n]{{2,40}}?{_HOUSE}"),
    re.compile(rf"{_SHORT}\s?[^.;\n]{{2,40}}?,\s?{_NO_DAY}\d{{1,4}}[а-я]?\b"),
    re.compile(rf"{_LONG}\s{{1,3}}{_NAME},\s?{_NUMBER}{_END}"),
    re.compile(rf"(?:{_SHORT}\s?|{_LONG}\s{{1,3}}){_NAME}\s{{1,3}}{_NUMBER}{_END}"),
    re.compile(rf"{_OF_A_FAMILY}{_GENITIVE},?\s{{1,3}}(?:{_HOUSE}|{_NUMBER}{_END})"),
    # Not "IV кв. 2024".
    re.compile(r"\bкв(?:\.|артир[аеыу])\s?№?\s?\d{1,3}(?!\d)", re.IGNORECASE),
    re.compile(r"\bпроживающ\w+\s+(?:по\s+адресу|на\s+ул)", re.IGNORECASE),
)
