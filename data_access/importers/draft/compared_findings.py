"""Findings that follow from the comparison with a saved plan: doubtful pairs, dates left out.

A date before the amending act becomes no control date; one that was due before it and is no longer
named stays owed; and a plan that has begun keeps its first day.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from data_access.importers.draft.retitling import CODE, number_of
from data_access.importers.draft.state import DraftState
from data_access.records.difference import Difference, MeasureChange, PointChange
from data_access.records.drafts import DraftFinding
from data_access.records.reading import Finding

LEFT_OUT = "date_before_amendment"
OWED = "date_stays_owed"
START = "term_start_stays"
LATER = "later_act_taken_in"
#: What it is called, and from when on it counts.
LaterAct = tuple[str, date]


def compared_findings(
    state: DraftState, changes: Difference, adds_from: date | None, later: Sequence[LaterAct] = ()
) -> Iterator[DraftFinding]:
    """Yield the findings of a comparison, each with its number and how it stands.

    `later` are the acts of later days that were taken in before this one.
    """
    if not changes.is_empty:
        yield from (_later(state, one) for one in later)
    yield from _start(state, changes)
    for one in changes.measures:
        if one.doubt:
            number = number_of(CODE, one.key, one.doubt_id)
            yield DraftFinding(number, _retitled(one), state.settlement(number), False)
        yield from _dates(state, one, adds_from)


def _later(state: DraftState, act: LaterAct) -> DraftFinding:
    """Return that a later act was taken in already: this one would undo what that one changed."""
    basis, day = act
    number = number_of(LATER, basis, day)
    values = {"act": basis, "day": f"{day:%d.%m.%Y}"}
    finding = Finding(None, "act_date", LATER, "warning", "", "", "", values)
    return DraftFinding(number, finding, state.settlement(number), False)


def _start(state: DraftState, changes: Difference) -> Iterator[DraftFinding]:
    """Yield that the plan begins when it did, though the act names another day."""
    kept = changes.kept_field("period_start")
    if kept and isinstance(kept.said, date) and isinstance(kept.value, date):
        values = {"said": f"{kept.said:%d.%m.%Y}", "stays": f"{kept.value:%d.%m.%Y}"}
        number = number_of(START, kept.said, kept.value)
        finding = Finding(
            None, "period", START, "warning", values["said"], values["stays"], "", values
        )
        yield DraftFinding(number, finding, state.settlement(number), False)


def _retitled(one: MeasureChange) -> Finding:
    """Return the question whether a measure is the saved one; accepting says that it is."""
    code = CODE if one.doubt == "same" else "measure_replaced"
    values = {"number": one.number, "old": one.old_title}
    return Finding(
        one.number, "title", code, "warning", one.title, one.old_title, "", values, one.key
    )


def _dates(
    state: DraftState, change: MeasureChange, adds_from: date | None
) -> Iterator[DraftFinding]:
    phrase = _phrase(state, change.key)
    for one in change.points:
        if one.fate == "past" and one.new and adds_from:
            number = number_of(LEFT_OUT, change.key, one.new, one.label)
            finding = _left_out(change, one, phrase, adds_from)
            yield DraftFinding(number, finding, state.settlement(number), False)
        if one.fate == "owed" and adds_from:
            number = number_of(OWED, change.key, one.old, one.label)
            finding = _owed(change, one, phrase, adds_from)
            yield DraftFinding(number, finding, state.settlement(number), False)


def _owed(change: MeasureChange, one: PointChange, phrase: str, adds_from: date) -> Finding:
    """Return that a date stays owed: the coordinator may want a decision about it."""
    due = f"{one.old:%d.%m.%Y}" if one.old else ""
    values = {"date": due, "day": f"{adds_from:%d.%m.%Y}"}
    return Finding(
        change.number, "deadline_text", OWED, "warning", phrase, "", "", values, change.key
    )


def _left_out(change: MeasureChange, one: PointChange, phrase: str, adds_from: date) -> Finding:
    new, old = (f"{day:%d.%m.%Y}" if day else "" for day in (one.new, one.old))
    values = {"date": new, "day": f"{adds_from:%d.%m.%Y}", "old": old}
    code = f"{LEFT_OUT}_kept" if old else LEFT_OUT
    return Finding(
        change.number, "deadline_text", code, "warning", phrase, old, "", values, change.key
    )


def _phrase(state: DraftState, key: str) -> str:
    named: Sequence[str] = [one.deadline_text for one in state.reading.measures if one.key == key]
    return named[0] if named else ""
