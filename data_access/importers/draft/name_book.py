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
    """An executor of the database with its confirmed aliases; `place` is another territory."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    is_group: bool = False
    place: str = ""

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
        """Return the one saved executor that has this very name; of namesakes the plan's own."""
        found = [self.saved[id_] for id_ in self.by_text.get(key, ())]
        own = [one for one in found if not one.place]
        if len(found) > 1 and len(own) == 1 and squeezed(own[0].name) == key:
            found = own
        return found[0] if len(found) == 1 else None

    def namesake(self, key: str) -> SavedExecutor | None:
        """Return the plan's own executor of this name: a new one cannot have it too."""
        found = [self.saved[id_] for id_ in self.by_text.get(key, ())]
        named = (one for one in found if not one.place and squeezed(one.name) == key)
        return next(named, None) or self.equal(key)

    def candidates(self, one: Found) -> tuple[Candidate, ...]:
        """Return whom a name may mean, the likeliest first; each executor once, with its place."""
        best: dict[object, Candidate] = {}
        for known in sorted(self._saved(one), key=lambda it: (-it.score, bool(it.place))):
            best.setdefault(known.executor_id, known)
        names = {squeezed(known.name) for known in best.values()}
        for other in sorted(self._document(one), key=lambda it: -it.score):
            if squeezed(other.name) not in names:
                best.setdefault(other.key, other)
        found = sorted(best.values(), key=lambda it: (-it.score, it.kind != "known"))
        return tuple(found)[:PROPOSED]

    def _saved(self, one: Found) -> Iterable[Candidate]:
        same = self.by_text.get(one.key, set())
        yield from (self._known(id_, 100) for id_ in same)
        spelt = {squeezed(reading.name) for reading in one.readings}
        for text in spelt - {one.key}:
            for id_ in self.by_text.get(text, set()):
                yield self._known(id_, 99)
        for text, ids in self.by_text.items():
            likeness = alike(one.key, text, text)
            if likeness:
                for id_ in ids:
                    yield self._known(id_, likeness.score)
        for executor in self.saved.values():
            if score := max(other_form(one.name, text) for text in executor.texts):
                yield self._known(executor.id, score)

    def _known(self, id_: int, score: int) -> Candidate:
        one = self.saved[id_]
        return Candidate("known", one.name, score, id_, place=one.place)

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
