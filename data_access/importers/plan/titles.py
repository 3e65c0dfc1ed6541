"""What an act "О плане мероприятий …" names, in the nominative.

"О внесении изменений" names a deed, not a plan: it stays as it is.
"""

import re

#: noun in the prepositional, in the nominative, the ending of its adjectives, in the nominative
NOUNS = (
    (r"плане", "план", "ом", "ый"),
    (r"комплексе мер", "комплекс мер", "ом", "ый"),
    (r"перечне", "перечень", "ом", "ый"),
    (r"дорожной карте", "дорожная карта", "ой", "ая"),
    (r"программе", "программа", "ой", "ая"),
    (r"мерах", "меры", "ых", "ые"),
    (r"мероприятиях", "мероприятия", "ых", "ые"),
)


def about(subject: str) -> str:
    """Return "План мероприятий" of "О плане мероприятий"; other subjects as they are."""
    for noun, nominative, ending, made in NOUNS:
        found = re.match(
            rf"об?\s+(?P<words>(?:[а-яё-]+{ending}\s+){{0,3}})[«\"]?{noun}\b", subject, re.I
        )
        if found:
            words = re.sub(rf"{ending}\s", f"{made} ", found["words"])
            return f"{words}{nominative}{subject[found.end() :]}"
    return subject
