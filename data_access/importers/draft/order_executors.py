"""The executors that a draft orders: names resolved, aliases gathered."""

from collections.abc import Sequence

from data_access.importers.draft.name_book import found_in
from data_access.importers.draft.short import short
from data_access.importers.plan.text import squeezed
from data_access.plan_rows.texts import ExecutorText
from data_access.records.draft_matches import ExecutorMatch
from data_access.records.limits import NAME_LENGTH
from data_access.records.reading import ExecutorReading, PlanReading


def executor_key(match: ExecutorMatch) -> str:
    """Return one key for all names that end at the same executor."""
    return f"#{match.executor_id}" if match.executor_id else squeezed(match.resolved)


def executors(reading: PlanReading, matches: Sequence[ExecutorMatch]) -> list[ExecutorText]:
    """Return the executors in the document's order, each once, with its other spellings."""
    found = {one.key: one for one in found_in(reading)}
    groups: dict[str, list[ExecutorMatch]] = {}
    for match in matches:
        groups.setdefault(executor_key(match), []).append(match)
    return [
        ExecutorText(
            key=key,
            name=group[0].resolved[:NAME_LENGTH],
            short_name=_short_name(group, [found[one.key].readings for one in group]),
            is_group=any(one.is_group for one in group),
            aliases=_aliases(group, [found[one.key].readings for one in group]),
            id=group[0].executor_id,
        )
        for key, group in groups.items()
    ]


def _short_name(
    group: Sequence[ExecutorMatch], readings: Sequence[Sequence[ExecutorReading]]
) -> str:
    """Return the abbreviation that the document defines, else a shortened name."""
    defined = [one.defines for each in readings for one in each if one.defines]
    return short(defined[0] if defined else group[0].resolved)


def _aliases(
    group: Sequence[ExecutorMatch], readings: Sequence[Sequence[ExecutorReading]]
) -> tuple[str, ...]:
    """Return the other spellings; those equal after normalising need no alias."""
    texts = [one.name for one in group]
    for each in readings:
        texts += [text for one in each for text in (one.name, one.defines) if text]
    seen = {squeezed(group[0].resolved)}
    kept: list[str] = []
    for text in texts:
        if squeezed(text) not in seen and len(text) <= NAME_LENGTH:
            seen.add(squeezed(text))
            kept.append(text)
    return tuple(kept)
