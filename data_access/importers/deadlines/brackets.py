"""Brackets of a phrase: a label in the document's words, or more of the deadline."""

from collections.abc import Sequence

from data_access.importers.deadlines.parts import (
    DayOfMonth,
    Found,
    Frequency,
    Impossible,
    Mark,
    Moment,
    Offset,
    Unit,
)

DATED = (Moment, Frequency, DayOfMonth, Offset, Impossible)


def without_labels(found: Sequence[Found], phrase: str) -> list[Found]:
    """Return the parts with each bracketed label as one mark "label"."""
    result: list[Found] = []
    place = 0
    while place < len(found):
        if not found[place].marks("("):
            result.append(found[place])
            place += 1
            continue
        end = _closing(found, place)
        inside = found[place + 1 : end]
        if not (result and _is_name_of_plan(result[-1], inside)):
            result += _bracketed(found[place], inside, phrase)
        place = end + 1
    return result


def _closing(found: Sequence[Found], place: int) -> int:
    """Return the place of the bracket that closes; the end where none does."""
    depth = 0
    for end in range(place, len(found)):
        depth += found[end].marks("(") - found[end].marks(")")
        if depth == 0:
            return end
    return len(found)


def _is_name_of_plan(before: Found, inside: Sequence[Found]) -> bool:
    """Tell whether brackets only name the plan again: "плана («дорожной карты»)"."""
    term = isinstance(before.part, Moment) and before.part.unit is Unit.TERM
    return (term or before.marks("noise")) and all(one.marks("noise") for one in inside)


def _bracketed(opening: Found, inside: Sequence[Found], phrase: str) -> list[Found]:
    if not inside:
        return []
    start, end = inside[0].start, inside[-1].end
    dated = any(isinstance(one.part, DATED) or one.marks("ongoing") for one in inside)
    if not dated:
        events = [one for one in inside if one.marks("event", "holidays")]
        return events or [Found(Mark("label", phrase[start:end]), start, end)]
    opened = Found(Mark("open"), opening.start, opening.end)
    return [opened, *without_labels(inside, phrase), Found(Mark("close"), end, end)]
