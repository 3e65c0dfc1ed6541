"""Executors of a draft matched with those of the database and with each other.

Taken without a person is only what is equal after normalising case, ё, dashes and spaces; what is
merely like another name is proposed with a score, and waits for a decision.
"""

from collections.abc import Mapping, Sequence

from data_access.importers.draft.name_book import Book, Found, SavedExecutor, found_in
from data_access.importers.plan.text import squeezed
from data_access.records.draft_matches import ExecutorMatch, NameChoice
from data_access.records.reading import PlanReading


def matches(
    reading: PlanReading,
    choices: Mapping[str, NameChoice],
    saved: Sequence[SavedExecutor],
) -> tuple[ExecutorMatch, ...]:
    """Return who each executor of the reading is, and what is not decided yet."""
    found = found_in(reading)
    book = Book(found, saved)
    return tuple(_match(one, book, choices) for one in found)


def _match(one: Found, book: Book, choices: Mapping[str, NameChoice]) -> ExecutorMatch:
    choice = _valid(one.key, choices, book)
    equal = book.equal(one.key)
    candidates = () if equal else book.candidates(one)
    name, executor_id = _resolved(one.key, book, choices)
    if choice:
        state = "decided"
    elif equal:
        state = "equal"
    else:
        state = "undecided" if candidates else "new"
    return ExecutorMatch(
        key=one.key,
        name=one.name,
        spellings=tuple(dict.fromkeys(reading.name for reading in one.readings)),
        measures=one.measures,
        is_group=any(reading.group for reading in one.readings),
        state=state,
        resolved=name,
        executor_id=executor_id,
        candidates=candidates,
        choice=choice,
    )


def _valid(key: str, choices: Mapping[str, NameChoice], book: Book) -> NameChoice | None:
    """Return the choice for a name unless what it points to is no longer there."""
    choice = choices.get(key)
    if choice is None:
        return None
    gone = (choice.kind == "known" and choice.executor_id not in book.saved) or (
        choice.kind == "same" and choice.key not in book.found
    )
    return None if gone else choice


def _resolved(key: str, book: Book, choices: Mapping[str, NameChoice]) -> tuple[str, int | None]:
    """Return the name that will stand for a key and its executor, following "same"."""
    for _ in range(len(book.found)):
        choice = _valid(key, choices, book)
        if choice is None or choice.kind != "same":
            break
        key = choice.key
    choice = _valid(key, choices, book)
    known = book.equal(key)
    if choice and choice.kind == "known":
        known = book.saved[choice.executor_id or 0]
    elif choice and choice.kind == "new":
        known = book.namesake(squeezed(choice.name) if choice.name else key)
        if choice.name:
            return (known.name, known.id) if known else (choice.name, None)
    return (known.name, known.id) if known else (book.found[key].name, None)
