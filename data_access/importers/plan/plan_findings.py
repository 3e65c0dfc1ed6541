"""What the act as a whole leaves open, and what was cleaned in the whole document."""

from collections.abc import Iterator

from data_access.importers.plan import checks, reporting
from data_access.importers.plan.content import Content
from data_access.importers.plan.drafts import SectionRow
from data_access.importers.plan.people import Named
from data_access.importers.plan.sources.model import Document
from data_access.importers.plan.surnames import Post
from data_access.importers.plan.territory import Territory
from data_access.records.reading import ActReading, Finding

#: What an act names at its best, and how much it matters where it does not.
NAMED = (
    ("title", "warning"),
    ("territory", "warning"),
    ("controller", "warning"),
    ("reporting", "info"),
)


def of(
    plan: ActReading, guessed: tuple[Territory, Named], document: Document, content: Content
) -> list[Finding]:
    """Return the findings; `guessed` are the territory and who, as far as they are not certain."""
    found = [
        Finding(None, name, _lacking(name, guessed[1]), severity)
        for name, severity in NAMED
        if not getattr(plan, name)
    ]
    found += _guessed(plan, *guessed)
    span = (plan.period_start, plan.period_end)
    known = (span[0], span[1]) if span[0] and span[1] else None
    found += reporting.doubts(plan.reporting, known)
    found += document.doubts
    for code, count in document.repairs.items():
        found.append(Finding(None, "document", code, "info", parameters={"count": str(count)}))
    return [*found, *_sections(content)]


def _lacking(name: str, who: Named) -> str:
    """Return the code for what the act does not name; control may be kept without a signature."""
    return "controller_unsigned" if name == "controller" and who.keeps else f"{name}_absent"


def _guessed(plan: ActReading, territory: Territory, who: Named) -> Iterator[Finding]:
    """Yield what was made of cases and names that the act does not settle; no name is shown."""
    if territory.guessed:
        yield _asked("territory", "territory_guessed", territory.guessed, plan.territory)
    if territory.rival:
        yield _asked("territory", "territory_contradicted", territory.rival, plan.territory)
    yield from _of_post("controller", who.controller)
    yield from _of_post("coordinator", who.coordinator)


def _of_post(field: str, post: Post) -> Iterator[Finding]:
    """Yield in which words a case was guessed, or a name left out or kept."""
    if post.is_kept:
        yield _asked(field, "post_name_kept", post.told, "")
    elif not post.is_sure:
        yield _asked(field, "post_guessed", post.told, post.text)


def _asked(field: str, code: str, read: str, made: str) -> Finding:
    return Finding(None, field, code, "warning", read, made)


def _sections(content: Content) -> Iterator[Finding]:
    """Yield what is told about sections: none at all, without a number, with one that repeats."""
    if not content.sections:
        yield Finding(None, "section", "sections_absent", "warning")
    for at, one in enumerate(content.sections, 1):
        if not one.is_numbered:
            yield _unnumbered(one, f"s{at}")
    rows = [entry for entry in content.rows.entries if isinstance(entry, SectionRow)]
    for number in checks.section_repeats(rows):
        yield Finding(None, "section", "section_repeated", "warning", number)


def _unnumbered(section: SectionRow, key: str) -> Finding:
    severity = "warning" if section.is_doubtful else "info"
    number = {"number": section.number}
    return Finding(
        None,
        "section",
        "section_unnumbered",
        severity,
        section.title,
        place=section.place,
        parameters=number,
        target=key,
    )
