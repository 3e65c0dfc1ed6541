"""What is checked over the whole plan: numbers that are missing, repeated or out of order."""

from collections import Counter
from collections.abc import Sequence

from data_access.importers.plan.drafts import Draft, SectionRow
from data_access.importers.plan.numbering import parts_of

#: So many missing numbers are named one by one.
MOST_NAMED = 8


def number_drafts(drafts: Sequence[Draft]) -> None:
    """Give numbers to measures without one, and whole numbers where each section starts anew."""
    if _restart(drafts):
        for draft in drafts:
            draft.number = f"{draft.section}.{draft.number}"
            draft.note("number", "number_completed", "info", read=draft.number.split(".")[-1])
    severity = "error" if any(draft.number for draft in drafts) else "warning"
    for place, draft in enumerate(drafts, 1):
        if not draft.number:
            draft.number = _free(drafts, draft, place)
            draft.note("number", "number_absent", severity, proposal=draft.number)


def _restart(drafts: Sequence[Draft]) -> bool:
    """Tell whether the numbers 1, 2, 3 begin anew in each section."""
    plain = all(draft.number.isdecimal() and draft.section for draft in drafts)
    return plain and len({draft.number for draft in drafts}) < len(drafts)


def _free(drafts: Sequence[Draft], draft: Draft, place: int) -> str:
    """Return a number that no other measure has: the one after the measure above it.

    At the beginning of a section or a plan it is the place there.
    """
    used = {one.number for one in drafts}
    before = drafts[place - 2] if place > 1 else draft
    prefix, _, last = before.number.rpartition(".")
    if before is not draft and before.section == draft.section and last.isdecimal():
        number, prefix = int(last) + 1, f"{prefix}." if prefix else ""
    else:
        number, prefix = (1, f"{draft.section}.") if draft.section else (place, "")
    while f"{prefix}{number}" in used:
        number += 1
    return f"{prefix}{number}"


def check(drafts: Sequence[Draft], sections: Sequence[SectionRow]) -> None:
    """Add findings on gaps, repeats, and measures that stand under another section."""
    counts = Counter(draft.number for draft in drafts)
    before: tuple[int, ...] = ()
    section = ""
    begun: set[tuple[int, ...]] = set()
    for draft in drafts:
        parts = parts_of(draft.number)
        runs_on = len(parts) == len(before) == 1 and parts > before
        before = before if draft.section == section or runs_on else ()
        if parts[:-1] not in begun and parts[-1:] > (1,):
            _missing(draft, parts[:-1], 1, parts[-1])
        begun.add(parts[:-1])
        if counts[draft.number] > 1:
            draft.note("number", "number_repeated", "error", read=draft.number)
        if before and parts[:-1] == before[:-1] and parts[-1:] > (before[-1] + 1,):
            _missing(draft, before[:-1], before[-1] + 1, parts[-1])
        elif before and parts[:-1] == before[:-1] and parts < before:
            draft.note("number", "number_order", "warning", read=draft.number)
        before, section = parts, draft.section
        _check_section(draft, parts, sections)


def _missing(draft: Draft, above: tuple[int, ...], first: int, after: int) -> None:
    """Name every number that is missing before a measure; a long row by its ends."""
    numbers = [".".join(map(str, (*above, one))) for one in range(first, after)]
    named = ", ".join(numbers) if len(numbers) <= MOST_NAMED else f"{numbers[0]} – {numbers[-1]}"
    draft.note("number", "number_missing", "warning", read=draft.number, missing=named)


def _check_section(draft: Draft, parts: tuple[int, ...], sections: Sequence[SectionRow]) -> None:
    numbers = [parts_of(section.number) for section in sections]
    own = parts_of(draft.section)
    if len(parts) > 1 and own and parts[: len(own)] != own and parts[:1] in numbers:
        draft.note("section", "section_differs", "warning", read=draft.section)
    elif len(parts) > 1 and numbers and not any(parts[: len(one)] == one for one in numbers):
        draft.note("section", "section_absent", "warning", read=draft.number)


def section_repeats(sections: Sequence[SectionRow]) -> list[str]:
    """Return the section numbers that stand twice."""
    counts = Counter(section.number for section in sections)
    return [number for number, count in counts.items() if count > 1]
