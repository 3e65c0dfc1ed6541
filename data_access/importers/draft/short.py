"""Short titles and codes, made of long ones."""

import re
from collections.abc import Collection
from datetime import date

LENGTH = 100
CODE_LENGTH = 60
#: Words with which no shortened title ends.
DANGLING = frozenset(
    [
        "и",
        "или",
        "а",
        "но",
        "с",
        "со",
        "в",
        "во",
        "на",
        "по",
        "о",
        "об",
        "от",
        "до",
        "из",
        "за",
        "к",
        "для",
        "при",
        "не",
        "под",
        "над",
        "у",
    ]
)
#: Words that say what kind of territory it is, not which one.
KINDS = re.compile(
    r"\b(?:муниципальн|городск|сельск|област|кра[йяе]|район|округ|образовани|поселени|город|"
    r"республик|зато|г\.)\w*",
    re.IGNORECASE,
)
LETTERS = dict(
    zip(
        "абвгдезийклмнопрстуфыэ",
        "abvgdezijklmnoprstufye",
        strict=True,
    )
) | {
    "ё": "yo",
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
}


def short(text: str, length: int = LENGTH) -> str:
    """Return a text of at most `length` signs, cut at a word with "…"."""
    if len(text) <= length:
        return text
    words = text[: length - 1].rpartition(" ")[0].split() or [text[: length - 1]]
    while len(words) > 1 and words[-1].strip(",.;:()«»–—-").lower() in DANGLING:
        words.pop()
    return " ".join(words).rstrip(" ,.;:(«–—-") + "…"


def follows(old: str, old_short: str, new: str) -> bool:
    """Tell whether a short title was made of the long one, which changes: then it changes too.

    One that a person gave stays.
    """
    return old != new and old_short == short(old)


def short_plan(title: str, territory: str, starts: date | None, ends: date | None) -> str:
    """Return a plan's short title: what it is, of which territory, for which years.

    Titles of plans begin alike and tell the territory last, where a cut would take it away.
    """
    if len(title) <= LENGTH or not (territory and starts and ends):
        return short(title)
    what = "Дорожная карта" if "дорожн" in title.casefold() else "План"
    years = f"{starts.year}–{ends.year}" if starts.year != ends.year else str(starts.year)
    return f"{what}: {short(territory, LENGTH - 30)}, {years}"


def code_of(territory: str, starts: date, ends: date, taken: Collection[str]) -> str:
    """Return a free code of a plan: "sosnovskij-2023-2024", with "-2" behind where it is taken."""
    years = f"{starts.year}-{ends.year}" if starts.year != ends.year else str(starts.year)
    name = slug(KINDS.sub(" ", territory)) or slug(territory) or "plan"
    code = f"{name[: CODE_LENGTH - 16].rstrip('-')}-{years}"
    number = 2
    free = code
    while free in taken:
        free, number = f"{code}-{number}", number + 1
    return free


def slug(text: str) -> str:
    """Return a text in Latin letters and digits, other signs as dashes."""
    latin = "".join(LETTERS.get(letter, letter) for letter in text.lower())
    return re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
