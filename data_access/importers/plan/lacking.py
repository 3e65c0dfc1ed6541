"""Why a document is no plan: what it is instead, or the nearest header and what that lacks."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from data_access.importers.plan import act_text, clauses, numbering
from data_access.importers.plan.content import Content
from data_access.importers.plan.header_slips import LONGEST, SHOWN
from data_access.importers.plan.header_words import SYNONYMS
from data_access.importers.plan.headers import NEEDED, normalise, role_of
from data_access.importers.plan.refusal import ReadingRefused
from data_access.importers.plan.sources.model import Document
from data_access.importers.plan.text import flat

#: Rows in front of this many of a table may be its header.
FIRST_ROWS = 5
#: From this likeness on a title may be meant for another one.
LIKE = 65.0
#: What to say where the columns of a kind are lacking, and what they may be called.
LACKING = (
    ("no_measure_column", SHOWN["measure"]),
    ("no_due_column", f"{SHOWN['due']}, {SHOWN['executor']}"),
)


def refusal(document: Document, content: Content) -> ReadingRefused:
    """Return the reason for which a document without measures is refused."""
    text = "".join(block.text for block in document.paragraphs)
    if content.has_header:
        return ReadingRefused("empty_form")
    if not text.strip() and not document.tables:
        return ReadingRefused("no_text")
    act = act_text.parts(content.texts)
    if act.kind == "письмо":
        return ReadingRefused("letter")
    found = clauses.find(act, content.texts)
    if found:
        return ReadingRefused(clauses.WHOLE, count=str(len(found)), first=clauses.shown(found[0]))
    return _columns_lack(document) or ReadingRefused("no_plan")


def _columns_lack(document: Document) -> ReadingRefused | None:
    """Return the refusal that names the columns and what they lack; None without any header."""
    found = max(_headers(document), key=lambda one: one[0], default=None)
    if found is None or not found[0]:
        return None
    titles, roles = found[1], found[2]
    lacking = next((at for at, needed in enumerate(NEEDED) if not needed & roles), None)
    if lacking is None:
        return None
    columns = "; ".join(titles)
    title, meant = _likest([title for title in titles if not role_of(title)], NEEDED[lacking])
    if title:
        return ReadingRefused("misnamed_column", columns=columns, title=title, meant=meant)
    code, like = LACKING[lacking]
    return ReadingRefused(code, columns=columns, like=like)


def _headers(document: Document) -> Iterator[tuple[int, list[str], set[str]]]:
    """Yield how much of a plan's header each row has, its titles and roles."""
    for table in document.tables:
        for row in table.rows[:FIRST_ROWS]:
            titles = [flat(row.cells[column]) for column in row.filled]
            if len(titles) > 1 and not any(_is_body(title) for title in titles):
                roles = {role for title in titles if (role := role_of(title))}
                yield sum(bool(needed & roles) for needed in NEEDED), titles, roles


def _is_body(title: str) -> bool:
    return len(title) > LONGEST or bool(numbering.bare(title) or numbering.split(title))


def _likest(titles: list[str], roles: set[str]) -> tuple[str, str]:
    """Return the strange title that is most like one of the columns lacking, and that one."""
    found = [
        (fuzz.ratio(normalise(title), word), title, SHOWN[role])
        for title in titles
        for role in sorted(roles - {"coexecutor"})
        for word in SYNONYMS[role]
    ]
    score, title, meant = max(found, default=(0.0, "", ""))
    return (title, meant) if score >= LIKE else ("", "")
