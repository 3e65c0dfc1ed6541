"""From oblique cases to the nominative: for titles, territories and posts, by a few endings."""

import re

from data_access.importers.plan import titles
from data_access.importers.plan.org_words import starts_name
from data_access.importers.plan.text import capital, flat

SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
PERSON = re.compile(
    rf"\(?(?P<front>\b{SURNAME}\s+)?\b[А-ЯЁ]\.\s?[А-ЯЁ]\.(?P<back>\s?{SURNAME})?\)?|"
    rf"\b{SURNAME}\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вича|вну|вич|вна|вичу|вне)\b"
)
NAMED_AFTER = re.compile(r"\b(?:им\.?|имени|памяти|семьи)\s*$", re.I)
POSTS = (
    ("временно исполняющую", "временно исполняющая"),
    ("временно исполняющего", "временно исполняющий"),
    ("исполняющую", "исполняющая"),
    ("исполняющего", "исполняющий"),
    ("первого заместителя", "первый заместитель"),
    ("заместителя", "заместитель"),
    ("председателя", "председатель"),
    ("руководителя", "руководитель"),
    ("начальника", "начальник"),
    ("директора", "директор"),
    ("секретаря", "секретарь"),
    ("министра", "министр"),
    ("главу", "глава"),
    ("мэра", "мэр"),
    ("губернатора", "губернатор"),
    ("управляющего делами", "управляющий делами"),
    ("советника", "советник"),
    ("ведущего специалиста", "ведущий специалист"),
    ("главного специалиста", "главный специалист"),
    ("специалиста", "специалист"),
)
TITLE_WORDS = (
    (r"плана\b", "план"),
    (r"планов\b", "планы"),
    (r"комплекса мер\b", "комплекс мер"),
    (r"дорожной карты\b", "дорожная карта"),
    (r"дорожную карту\b", "дорожная карта"),
    (r"программы\b", "программа"),
    (r"перечня\b", "перечень"),
)
#: The title of another act stands as it is: "… «Об утверждении Плана мероприятий»".
CITED = re.compile(r"[«\"]\s*об?\s", re.I)
ADJECTIVE = re.compile(r"^((?:[а-яё-]+ого\s+)+)(?=план|комплекс|перечень)", re.I)


def without_person(text: str, by: str = " ") -> str:
    """Return a text without a person's name: the system holds posts, not people."""
    return flat(PERSON.sub(lambda match: _around(match, by), text)).strip(" ,;.–—-()")


def without_people(text: str) -> str:
    """Return a text without people's names; what is named after somebody keeps its name."""
    if PERSON.search(text) is None:
        return text
    return flat(PERSON.sub(_unless_named_after, text)).strip(" ,;–—-")


def _unless_named_after(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    quoted = before.count("«") > before.count("»") or before.count('"') % 2
    return match.group() if quoted or NAMED_AFTER.search(before) else _around(match, " ")


def _around(match: re.Match[str], by: str) -> str:
    """Return what is no name: words stand on both sides of the initials, one is the surname."""
    front, back = match["front"], match["back"]
    if not front or not back:
        return by
    return f"{by} {back}" if starts_name(back.strip()) else f"{front}{by}"


def title(subject: str) -> str:
    """Return the plan's title from "Об утверждении Плана …"."""
    text = re.sub(
        r"^об?\s+(?:[а-яё ]{3,60}?\sи\s+(?:об\s+)?(?=утверждении))?"
        r"(?:утверждении|принятии|реализации)\s+",
        "",
        flat(subject),
        flags=re.I,
    )
    text = titles.about(text)
    text = re.sub(r"^прилагаем\w+\s+", "", text, flags=re.I)
    bracket = re.search(r"[«\"(]", text)
    cited = CITED.search(text)
    edge = min(bracket.start() + 40 if bracket else 60, cited.start() if cited else len(text))
    start, rest = text[:edge], text[edge:]
    for oblique, nominative in TITLE_WORDS:
        start = re.sub(oblique, nominative, start, count=1, flags=re.I)
    start = ADJECTIVE.sub(lambda match: re.sub("ого ", "ый ", match.group()), start)
    start = re.sub(r"дорожной карт\w", "дорожная карта", start)
    start = re.sub(r"Дорожной карт\w", "Дорожная карта", start)
    return unshouted((start + rest).strip(" ."))


def unshouted(text: str) -> str:
    """Return a title whose first word alone stands in capitals ("ПЛАН мер") in ordinary case."""
    first, _, rest = text.partition(" ")
    return (
        capital(f"{first.lower()} {rest}") if first.isupper() and len(first) > 3 else capital(text)
    )
