"""Executors of one document: abbreviations learned, spellings joined, likenesses proposed.

Merged without a person is only what is equal after normalising case, ё, dashes and spaces.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from data_access.importers.plan.executors import Name
from data_access.importers.plan.org_words import WORD, is_abbreviation
from data_access.importers.plan.other_forms import other_form
from data_access.importers.plan.text import capital, squeezed
from data_access.records.reading import KnownExecutor

#: Long names are alike from this share of equal letters on.
ALIKE = 90.0
KNOWN_ALIKE = 86.0
SHORT = 24
#: Of abbreviations this short one letter makes another body (ОО, УО); a doubled one is a slip.
SHORTEST = 5
#: With more names than this in one document, each is no longer compared with every other.
MOST_COMPARED = 1000
DIGITS = re.compile(r"\d+")
BRACKETS = re.compile(r"\s*\([^()]*\)\s*")
UNIT_INSIDE = re.compile(r"[»\"]\s+(?:отдел|отделение|филиал|управление|сектор|служба)\b")


@dataclass(frozen=True)
class Likeness:
    """A name that another one may be a misprint or another spelling of."""

    name: str
    score: int


class Names:
    """What one document (and the database) knows of executors' names."""

    def __init__(
        self,
        names: Iterable[Name],
        known: Iterable[KnownExecutor] = (),
        told: Iterable[Name] = (),
    ) -> None:
        """Learn the names of the cells, those of the database, and those `told` by the act."""
        self._told = {squeezed(one.defines): one.text for one in told}
        self._aliases: dict[str, str] = {}
        self._defined: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        for executor in known:
            for text in (executor.name, *executor.aliases):
                self._known.setdefault(squeezed(text), executor.name)
                self._texts.setdefault(text, executor.name)
        self._found: dict[str, Likeness | None] = {}
        self._spellings: dict[str, Counter[str]] = {}
        self._meanings: dict[str, dict[str, str]] = {}
        for name in names:
            self._learn(name)
        for key, full in self._told.items():
            self._aliases.setdefault(key, full)

    def told(self, text: str) -> str:
        """Return what the act's own text says that an abbreviation stands for; "" if nothing."""
        return self._told.get(squeezed(text), "")

    def _learn(self, name: Name) -> None:
        """Learn a name and what it defines; what two bodies are called by stands for neither."""
        self._spellings.setdefault(squeezed(name.text), Counter())[name.text] += 1
        key = squeezed(name.defines)
        if not key:
            return
        meanings = self._meanings.setdefault(key, {})
        meanings.setdefault(squeezed(name.text), name.text)
        self._defined.setdefault(key, name.defines)
        self._aliases[key] = next(iter(meanings.values())) if len(meanings) == 1 else name.defines

    def meanings(self, text: str) -> list[str]:
        """Return the names that the document says a text stands for; several leave it open."""
        return list(self._meanings.get(squeezed(text), {}).values())

    def canonical(self, text: str) -> str:
        """Return the full name that a text stands for, as far as that is certain."""
        key = squeezed(text)
        if key in self._known:
            return self._known[key]
        full = self._aliases.get(key, text)
        return self._known.get(squeezed(full)) or self._best_spelling(full)

    def _best_spelling(self, text: str) -> str:
        """Return the best of the equal spellings: begun with a capital letter, ё kept."""
        found = self._spellings.get(squeezed(text), Counter({text: 1}))
        best = max(
            found, key=lambda one: (one[:1].isupper(), "ё" in one.casefold(), found[one], one)
        )
        return capital(best)

    def is_undefined(self, text: str) -> bool:
        """Tell whether a text is an abbreviation that nothing explains."""
        words = WORD.findall(text)
        key = squeezed(text)
        explained = key in self._aliases or key in self._known
        return bool(words) and is_abbreviation(words[0]) and not explained

    def explained_by_part(self, text: str) -> str:
        """Return what "ОО" may mean where only "ОО (ДОУ)" is defined; "" if nothing."""
        for key, alias in self._defined.items():
            bare = BRACKETS.sub("", alias)
            if bare != alias and squeezed(bare) == squeezed(text):
                return BRACKETS.sub(" ", self._aliases[key]).strip()
        return ""

    def likeness(self, text: str) -> Likeness | None:
        """Return the name that a text is most like, if it is like another one at all."""
        key = squeezed(text)
        if key not in self._found:
            candidates = () if key in self._known else self._candidates(key, text)
            found = [one for one in candidates if one is not None]
            self._found[key] = max(found, key=lambda one: (one.score, one.name), default=None)
        return self._found[key]

    def likely(self, text: str) -> str:
        """Return what an undefined abbreviation likely stands for, else the text itself."""
        return (self.explained_by_part(text) if self.is_undefined(text) else "") or text

    def _candidates(self, key: str, text: str) -> Iterator[Likeness | None]:
        yield from self._known_ones(key, text)
        if key in self._aliases:
            return
        for other, full in self._aliases.items():
            found = alike(key, other, "", ALIKE)
            yield replace(found, name=self._best_spelling(full)) if found else None
        if len(self._spellings) > MOST_COMPARED:
            return
        own = sum(self._spellings.get(key, Counter()).values())
        for other, spellings in self._spellings.items():
            found = alike(key, other, "", ALIKE)
            if found and (sum(spellings.values()), other) > (own, key):
                yield replace(found, name=self.canonical(next(iter(spellings))))

    def _known_ones(self, key: str, text: str) -> Iterator[Likeness | None]:
        for other, name in self._known.items():
            yield alike(key, other, name, KNOWN_ALIKE)
        for other, name in self._texts.items():
            if score := other_form(text, other):
                yield Likeness(name, score)


def alike(key: str, other: str, name: str, least: float = KNOWN_ALIKE) -> Likeness | None:
    """Compare two squeezed names; different numbers in them make two bodies."""
    if key == other or DIGITS.findall(key) != DIGITS.findall(other):
        return None
    if min(len(key), len(other)) < SHORT:
        slips = Levenshtein.distance(key, other, score_cutoff=1)
        if min(len(key), len(other)) < SHORTEST and len(key) == len(other):
            return None
        score = 100.0 * (1 - slips / max(len(key), len(other)))
        return Likeness(name, int(score)) if slips <= 1 else None
    score = fuzz.ratio(key, other, score_cutoff=least)
    return Likeness(name, min(99, int(score))) if score else None
