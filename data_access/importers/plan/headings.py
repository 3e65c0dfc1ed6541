"""Sections whose headings have no number: which lines may be one, and the number that it gets."""

import re
from dataclasses import replace
from itertools import count

from data_access.importers.plan.drafts import Draft, SectionRow
from data_access.importers.plan.numbering import parts_of
from data_access.importers.plan.sources.model import Paragraph, Table

LONGEST = 200
#: A line that is no section's heading: a sentence, an annex, a page, the plan itself.
NO_HEADING = re.compile(
    r"[.;:,]$|^(?:приложение|таблица|примечани|продолжение|страница|лист|утвержд|план\b|"
    r"(?:целевые\s+)?показатели|\d)",
    re.I,
)
#: "Сосновского района", "Главным врачам": words that go on with a text above.
GOES_ON = re.compile(r"\w+(?:[оеы]го|[оеы]му|[ыи]х|[ыи]м|[ыи]ми|[оеу]й)\s")

Entry = SectionRow | Draft


def is_heading(text: str) -> bool:
    """Tell whether a line may be the heading of a section without a number."""
    text = text.strip()
    fits = text[:1].isupper() and 3 < len(text) <= LONGEST
    return fits and not NO_HEADING.search(text) and not GOES_ON.match(text)


def above(last: Table | Paragraph | None) -> Paragraph | None:
    """Return the paragraph above a table if it may be a heading."""
    return last if isinstance(last, Paragraph) and is_heading(last.text) else None


def numbered(entries: list[Entry]) -> list[Entry]:
    """Return the entries with numbers for sections without: that of the measures below, or free."""
    used = {one.number for one in entries if isinstance(one, SectionRow) and one.is_numbered}
    made: list[Entry] = []
    section: SectionRow | None = None
    for at, one in enumerate(entries):
        if isinstance(one, SectionRow):
            section = None if one.is_numbered else replace(one, number=_number(entries, at, used))
            used.add((section or one).number)
        elif section is not None:
            one.section = section.number
        made.append(section if section is not None and isinstance(one, SectionRow) else one)
    return made


def _number(entries: list[Entry], at: int, used: set[str]) -> str:
    below = entries[at + 1] if at + 1 < len(entries) else None
    prefix = parts_of(below.number)[:-1] if isinstance(below, Draft) else ()
    own = ".".join(map(str, prefix))
    if own and own not in used:
        return own
    sections = sum(isinstance(one, SectionRow) for one in entries[: at + 1])
    return next(str(one) for one in count(sections) if str(one) not in used)
