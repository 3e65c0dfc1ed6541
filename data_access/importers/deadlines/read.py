"""The deadline reader: a phrase and the plan's term in, a reading out."""

from collections.abc import Callable

from data_access.importers.deadlines.assemble import assembled
from data_access.importers.deadlines.doubts import add_doubts
from data_access.importers.deadlines.drafts import Case, Draft
from data_access.importers.deadlines.finish import finished
from data_access.importers.deadlines.letters import composed
from data_access.importers.deadlines.read_days import read_days
from data_access.importers.deadlines.read_moments import read_moments, read_yearly
from data_access.importers.deadlines.read_offsets import read_offsets
from data_access.importers.deadlines.read_recurring import read_each, read_recurring
from data_access.importers.deadlines.read_rest import (
    nothing_left,
    read_event,
    read_holidays,
    read_impossible,
    read_merged,
    read_nothing,
    read_ongoing,
    read_refused,
)
from data_access.importers.deadlines.records import Question, Reading, Term
from data_access.importers.deadlines.scan import scan

#: A deadline is a few words; a longer text is a cell of another column.
LONGEST = 500
UNDATED = ("unknown", "event")


def read(phrase: str, term: Term) -> Reading:
    """Return what a deadline phrase means within a plan's term.

    Never guesses silently: what is doubtful carries a question, what cannot be read is of kind
    "unknown" with a proposal that only a person may accept. The rules of reading and their
    sources stand in `docs/deadlines.md`. Raises nothing, whatever the phrase is.
    """
    text = composed(phrase)
    if not any(letter.isalnum() for letter in text):
        return _refused("empty", term)
    if len(text) > LONGEST:
        return _refused("too_long", term)
    found, repairs = scan(text)
    case = Case(finished(assembled(found, text)), term, Draft())
    _read(case)
    if not case.draft.points and case.draft.kind not in UNDATED:
        nothing_left(case)
    add_doubts(case)
    return case.draft.reading(repairs)


def _refused(code: str, term: Term) -> Reading:
    question = Question(code, (("proposal", term.end),))
    return Reading("unknown", questions=(question,), proposal=(term.end,))


def _read(case: Case) -> None:
    """Let the rules of reading try in turn; the first that can, does."""
    rules = (
        read_impossible,
        read_refused,
        read_merged,
        read_offsets,
        read_days,
        read_recurring,
        _read_limit_of_ongoing,
        read_moments,
        read_yearly,
        read_each,
        read_holidays,
        read_ongoing,
        read_event,
        read_nothing,
    )
    next(rule for rule in rules if _does(rule, case))


def _does(rule: Callable[[Case], bool], case: Case) -> bool:
    """Tell whether a rule reads the phrase; one that does not leaves nothing in the draft."""
    before = case.draft.copy()
    done = rule(case)
    if not done:
        case.draft.restore(before)
    return done


def _read_limit_of_ongoing(case: Case) -> bool:
    """ "постоянно в течение 2024 года" is ongoing; "…, отчет до 25 декабря" is by that date."""
    reports = case.said("report") and any(one.limit for one in case.finer)
    return bool(case.said("ongoing") and not reports and not case.yearly and read_ongoing(case))
