"""From names in cells to a measure's executors; each doubt about a name a finding of its row."""

from collections.abc import Iterator, Sequence

from data_access.importers.plan import executors
from data_access.importers.plan.declension import without_people
from data_access.importers.plan.drafts import Draft
from data_access.importers.plan.executors import Name
from data_access.importers.plan.names import UNIT_INSIDE, Names
from data_access.importers.plan.org_words import agreed, is_group
from data_access.importers.plan.text import flat, squeezed
from data_access.records.reading import ExecutorReading, MeasureReading

#: Code, severity, what was read, what is proposed.
Doubt = tuple[str, str, str, str]


def executor_readings(
    draft: Draft, names: Sequence[Name], known: Names
) -> tuple[ExecutorReading, ...]:
    """Return the draft's executors, each once; doubts about their names become findings."""
    found: dict[str, ExecutorReading] = {}
    for name in names:
        reading = _reading(name, known)
        _name_findings(draft, name, reading.canonical, known)
        if squeezed(reading.canonical) in found:
            draft.note("executors", "executor_repeated", "info", read=name.text)
        found.setdefault(squeezed(reading.canonical), reading)
    _cell_findings(draft, names)
    return tuple(found.values())


def _reading(name: Name, known: Names) -> ExecutorReading:
    canonical = known.canonical(name.text)
    group = is_group(canonical) or is_group(name.text)
    return ExecutorReading(name.text, canonical, name.by_agreement, group, name.defines)


def _cell_findings(draft: Draft, names: Sequence[Name]) -> None:
    """Note what a row's cells of executors leave open as a whole."""
    if not names:
        draft.note("executors", "executor_absent", "warning")
    elif executors.ends_open(draft.text("executor")):
        draft.note("executors", "executor_list_open", "warning", read=names[-1].text)
    for whole in dict.fromkeys(name.parted for name in names if name.parted):
        parts = "; ".join(name.text for name in names if name.parted == whole)
        draft.note("executors", "executors_parted", "warning", read=whole, proposal=parts)
    cell = flat(draft.text("executor", "coexecutor"))
    if without_people(cell) != cell:
        left = "; ".join(name.text for name in names)
        draft.note("executors", "person_left_out", "info", proposal=left)


def _name_findings(draft: Draft, name: Name, canonical: str, known: Names) -> None:
    for code, severity, read, proposal in _in_itself(name):
        draft.note("executors", code, severity, read=read, proposal=proposal)
    meanings = known.meanings(name.text)
    alike = known.likeness(canonical)
    if told := known.told(name.text):
        draft.note("executors", "abbreviation_told", "info", read=name.text, made=told)
    if len(meanings) > 1:
        shown = "; ".join(meanings)
        draft.note("executors", "abbreviation_ambiguous", "warning", read=name.text, meanings=shown)
    elif alike is not None:
        proposal, score = known.likely(alike.name), str(alike.score)
        draft.note(
            "executors", "executor_alike", "warning", read=name.text, proposal=proposal, score=score
        )
    elif known.is_undefined(canonical):
        proposal = known.explained_by_part(canonical)
        draft.note("executors", "abbreviation_undefined", "info", read=name.text, proposal=proposal)


def _in_itself(name: Name) -> Iterator[Doubt]:
    """Yield what is doubtful about a name whatever else the document holds."""
    if name.joined:
        yield "comma_missing", "info", name.text, ""
    if name.linked:
        yield "executors_linked", "warning", name.text, ""
    if UNIT_INSIDE.search(name.text):
        yield "unit_inside", "warning", name.text, ""
    mended = agreed(name.text)
    if mended is not None:
        yield "name_misprint", "warning", name.text, mended


def agreement_findings(drafts: Sequence[Draft], measures: Sequence[MeasureReading]) -> None:
    """Ask about an executor whose mark "(по согласованию)" stands in most rows but not in all."""
    marks: dict[str, list[bool]] = {}
    for one in measures:
        for executor in one.executors:
            marks.setdefault(squeezed(executor.canonical), []).append(executor.by_agreement)
    for draft, one in zip(drafts, measures, strict=True):
        for executor in one.executors:
            found = marks[squeezed(executor.canonical)]
            if any(found) and not executor.by_agreement:
                draft.note("executors", "agreement_differs", "warning", read=executor.name)
