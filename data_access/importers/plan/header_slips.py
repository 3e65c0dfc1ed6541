"""Misspelt column titles: "Срак исполнения", "Испалнитель".

A title that no synonym fits is compared with those of the columns that a plan needs. It counts
only beside others that are known, so that no row of a plan is taken for a header.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from data_access.importers.plan.header_words import SYNONYMS

#: The columns whose loss would be a loss, with the title to show for what is meant.
SHOWN = {
    "measure": "Мероприятие",
    "due": "Срок исполнения",
    "due_start": "Срок начала",
    "due_end": "Срок окончания",
    "executor": "Исполнитель",
    "coexecutor": "Соисполнители",
    "result": "Ожидаемый результат",
    "indicator": "Наименование показателя",
    "unit": "Единица измерения",
}
LONGEST = 60
SHORTEST = 4
#: From these lengths on a second and a third wrong letter are still a slip of the pen.
TWO, THREE = 10, 18
#: A shorter synonym must be the whole title, with its first letter right.
ANYWHERE = 8
#: Only from this length on may it stand behind other words.
BEHIND = 10


@dataclass(frozen=True)
class Slip:
    """A misspelt title, the role that it means and how that is called."""

    title: str
    role: str
    place: str = ""

    @property
    def meant(self) -> str:
        """Return the title that is meant."""
        return SHOWN[self.role]


@lru_cache(maxsize=4096)
def near_role(text: str) -> str | None:
    """Return the role whose synonym a normalised title is a few letters away from."""
    if not SHORTEST <= len(text) <= LONGEST or any(letter.isdigit() for letter in text):
        return None
    found = [
        (slips / len(word), -len(word), role)
        for role in SHOWN
        for word in SYNONYMS[role]
        if (slips := _slips(text, word)) is not None
    ]
    return min(found)[2] if found else None


def slips_in(titles: Collection[str], texts: Collection[str], taken: Collection[str]) -> list[Slip]:
    """Return the misspelt titles of a header, each for a role that nothing else has.

    `titles` are those without a role, `texts` the same as they are compared, `taken` the roles
    that are known.
    """
    free = set(SHOWN) - set(taken)
    found: dict[str, Slip] = {}
    for title, text in zip(titles, texts, strict=True):
        role = near_role(text)
        if role in free and role not in found:
            found[role] = Slip(title, role)
    known = set(taken) & set(SHOWN)
    return list(found.values()) if known or len(found) > 1 else []


def _slips(text: str, word: str) -> int | None:
    """Return how many letters lie between a synonym and the place most like it; None if many."""
    most = 1 + (len(word) >= TWO) + (len(word) >= THREE)
    if len(word) < SHORTEST:
        return None
    if len(word) < ANYWHERE and (text[0] != word[0] or " " in text):
        return None
    distances = [Levenshtein.distance(part, word, score_cutoff=most) for part in _parts(text, word)]
    least = min(distances, default=most + 1)
    return least if least <= most else None


def _parts(text: str, word: str) -> Iterator[str]:
    """Yield the pieces of a title that begin with a word and are about as long as the synonym."""
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == " ")]
    for start in starts if len(word) >= BEHIND else starts[:1]:
        for length in range(len(word) - 1, len(word) + 2):
            yield text[start : start + length]
