"""Other forms of one executor's name: shortened, in another grammatical case, words turned round.

"Управление культуры" may be the "Управление культуры администрации …округа", "отделом
образования" the "отдел образования". Such names are proposed with a score and never merged.
"""

import re
from functools import lru_cache

from data_access.importers.plan.org_words import WORD, is_group
from data_access.importers.plan.text import fold

#: The same words in another case; in another order; one name the beginning of the other.
CASE_SCORE, ORDER_SCORE, SHORT_SCORE = 95, 90, 80
#: What a full name adds to a short one: whose body it is, or where.
OWNER = re.compile(
    r"(?:администраци|управлени|департамент|комитет|министерств|правительств|мэри)[а-я]* |"
    r"(?:[а-я-]+(?:ского|цкого|ной) )?(?:муниципальн[а-я]+ |городск[а-я]+ )?"
    r"(?:район|округ|город|област|образовани|кра[яй]|республик)[а-я]*(?: |$)|"
    r"(?:зато|го|мо|мр|рф|мвд|росси[а-я]+) "
)
NUMBER = re.compile(r"\d+")
CASE = re.compile(r"(?:[аеиоуыя](?:ми|[мх]|го|му)|[ое]в)$")
VOWELS = re.compile(r"[аеиоуыэюяйь]+$")
SHORTEST_STEM, FEWEST_WORDS = 3, 2


def other_form(one: str, other: str) -> int:
    """Return the score with which two unequal names may be forms of one; 0 for no likeness."""
    if is_group(one) != is_group(other) or NUMBER.findall(one) != NUMBER.findall(other):
        return 0
    left, right = stems(one), stems(other)
    if min(len(left), len(right)) < FEWEST_WORDS:
        return 0
    if sorted(left) == sorted(right):
        return CASE_SCORE if left == right else ORDER_SCORE
    return SHORT_SCORE if is_shortened(one, other) or is_shortened(other, one) else 0


def is_shortened(short: str, full: str) -> bool:
    """Tell whether a name is the beginning of another one that then says whose body it is."""
    begin = stems(short)
    if len(begin) < FEWEST_WORDS or stems(full)[: len(begin)] != begin:
        return False
    words = _words(full)
    told = [at for at, word in enumerate(words) if len(word) >= SHORTEST_STEM]
    rest = words[told[len(begin) - 1] + 1 :]
    return bool(rest) and OWNER.match(" ".join([*rest, ""])) is not None


@lru_cache(maxsize=8192)
def stems(name: str) -> tuple[str, ...]:
    """Return the words of a name without their case endings; small words are left out."""
    return tuple(_stem(word) for word in _words(name) if len(word) >= SHORTEST_STEM)


def _words(name: str) -> list[str]:
    return [str(word) for word in WORD.findall(fold(name))]


def _stem(word: str) -> str:
    bare = VOWELS.sub("", CASE.sub("", word))
    return bare if len(bare) >= SHORTEST_STEM else word
