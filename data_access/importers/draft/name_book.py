"""All names that a draft's names are compared with: of the database, and of the document itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data_access.importers.plan.executors import Name
from data_access.importers.plan.names import Likeness, Names, alike
from data_access.importers.plan.org_words import agreed
from data_access.importers.plan.other_forms import SHORT_SCORE, is_shortened, other_form
from data_access.importers.plan.text import squeezed
from data_access.records.draft_matches import Candidate
from data_access.records.reading import ExecutorReading, PlanReading

PROPOSED = 3


@dataclass(frozen=True)
class SavedExecutor:
    """An executor of the database with its confirmed aliases."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    is_group: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """Return all its spellings."""
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class Found:
    """An executor of the document: its readings and the measures that name it."""

    key: str
    name: str
    readings: tuple[ExecutorReading, ...]
    measures: tuple[str, ...]


def key_of(executor: ExecutorReading) -> str:
    """Return what identifies an executor within a draft."""
    return squeezed(executor.canonical)


def found_in(reading: PlanReading) -> list[Found]:
    """Return the executors of a reading in the document's order."""
    groups: dict[str, list[tuple[ExecutorReading, str]]] = {}
    for measure in reading.measures:
        for one in measure.executors:
            groups.setdefault(key_of(one), []).append((one, measure.number))
    return [
        Found(
            key,
            pairs[0][0].canonical,
            tuple(one for one, _ in pairs),
            tuple(dict.fromkeys(number for _, number in pairs)),
        )
        for key, pairs in groups.items()
    ]


class Book:
    """All names that a draft's names are compared with."""

    def __init__(self, found: Iterable[Found], saved: Sequence[SavedExecutor]) -> None:
        self.found = {one.key: one for one in found}
        self.saved = {one.id: one for one in saved}
        self.by_text: dict[str, set[int]] = {}
        for executor in saved:
            for text in executor.texts:
                self.by_text.setdefault(squeezed(text), set()).add(executor.id)
        self.names = Names(
            Name(one.name, defines=one.defines)
            for each in self.found.values()
            for one in each.readings
        )

    def equal(self, key: str) -> SavedExecutor | None:
        """Return the one saved executor that has this very name."""
        ids = self.by_text.get(key, set())
        return self.saved[next(iter(ids))] if len(ids) == 1 else None

    def candidates(self, one: Found) -> tuple[Candidate, ...]:
        """Return whom a name may mean, the likeliest first; each executor once."""
        everything = [*self._saved(one), *self._document(one)]
        best: dict[str, Candidate] = {}
        for candidate in sorted(everything, key=lambda it: (-it.score, it.kind != "known")):
            best.setdefault(squeezed(candidate.name), candidate)
        return tuple(best.values())[:PROPOSED]

    def _saved(self, one: Found) -> Iterable[Candidate]:
        same = self.by_text.get(one.key, set())
        yield from (Candidate("known", self.saved[id_].name, 100, id_) for id_ in same)
        spelt = {squeezed(reading.name) for reading in one.readings}
        for text in spelt - {one.key}:
            for id_ in self.by_text.get(text, set()):
                yield Candidate("known", self.saved[id_].name, 99, id_)
        for text, ids in self.by_text.items():
            likeness = alike(one.key, text, text)
            if likeness:
                for id_ in ids:
                    yield Candidate("known", self.saved[id_].name, likeness.score, id_)
        for executor in self.saved.values():
            if score := max(other_form(one.name, text) for text in executor.texts):
                yield Candidate("known", executor.name, score, executor.id)

    def _document(self, one: Found) -> Iterable[Candidate]:
        mended = agreed(one.name)
        if mended and squeezed(mended) in self.found:
            yield self._other(mended, 99)
        part = self.names.explained_by_part(one.name)
        likeness = Likeness(part, 90) if part else self.names.likeness(one.name)
        if (
            likeness
            and squeezed(likeness.name) != one.key
            and squeezed(likeness.name) in self.found
        ):
            yield self._other(likeness.name, likeness.score)
        for other in self.found.values():
            if other.key != one.key and is_shortened(one.name, other.name):
                yield self._other(other.name, SHORT_SCORE)

    def _other(self, name: str, score: int) -> Candidate:
        other = self.found[squeezed(name)]
        return Candidate("document", other.name, score, key=other.key)
