"""Splitting of executor cells: names, marks "(по согласованию)", definitions "(далее – …)".

Commas stand between executors and within their names, line breaks too; so a new executor begins
only where a text begins like a name (`org_words`), outside quotes and brackets.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from data_access.importers.plan.declension import without_people
from data_access.importers.plan.executor_links import parted
from data_access.importers.plan.org_words import TERRITORY, starts_name
from data_access.importers.plan.text import flat, squeezed

AGREEMENT = re.compile(r"\(?\s*(?:по|при)\s+согласовани[юи](?:\s+с[^()]{0,80})?\s*\)?", re.I)
DEFINES = re.compile(r"\(\s*далее\s*(?:по тексту)?\s*[-–—:]*\s*((?:[^()]|\([^()]*\))+)\)?", re.I)
BULLET = re.compile(r"^\s*(?:[-–—•*·]\s+|\d{1,2}[.)]\s+(?=[А-ЯЁа-яё«]))")
OPENING, CLOSING = "(", ")"
#: Where two names touch without a comma: after a closing quote or bracket.
TOUCH = re.compile(r"(?<=[»\"”)])\s+(?=[А-ЯЁ])")
#: Abbreviations that go on with a name after its quotes: whose body it is, or where.
PARENTS = frozenset(
    [
        "ФМБА",
        "МВД",
        "МЧС",
        "РФ",
        "МО",
        "ФСИН",
        "РАН",
        "ЯНАО",
        "ХМАО",
        "ЗАТО",
        "ЕАО",
        "МР",
        "ГО",
        "МГО",
        "ЗАО",
        "РД",
        "РТ",
    ]
)
LONGEST_NAME = 600
#: "… спорта⏎Администрации города Омска": whose department it is, in the genitive; not the plural
#: "Администрации городских округов", which begins a name.
OWNER = re.compile(r"администрации\s+(?!\S+(?:ых|их|ов|ев)\b)", re.I)
FIRST_WORD = re.compile(r"[А-ЯЁа-яё-]+")


@dataclass(frozen=True)
class Name:
    """An executor as a cell names it.

    `joined` tells that a comma was missing in front, `parted` is the text that named several with
    "и" between them, `linked` tells that this one may still hold several.
    """

    text: str
    by_agreement: bool = False
    defines: str = ""
    joined: bool = False
    parted: str = ""
    linked: bool = False


@dataclass(frozen=True)
class Piece:
    """A stretch of a cell's text and what stands in front of it: ",", line break, bullet."""

    text: str
    boundary: str


def split(cell: str, aliases: Collection[str] = ()) -> list[Name]:
    """Return the executors of a cell in order; `aliases` are abbreviations of the document."""
    known = {squeezed(alias) for alias in aliases}
    texts: list[str] = []
    for piece in _pieces(cell):
        text = piece.text
        if texts and (AGREEMENT.fullmatch(text) or not _begins(text, piece.boundary, known)):
            glue = " " if piece.boundary == "\n" or AGREEMENT.fullmatch(text) else ", "
            texts[-1] += glue + text
        else:
            texts.append(text)
    names: list[Name] = []
    for text in texts:
        first, *rest = _touching(text, known)
        names += _linked(first, known)
        names += [replace(one, joined=True) for more in rest for one in _linked(more, known)]
    return [name for name in names if name.text]


def _linked(text: str, known: Collection[str]) -> list[Name]:
    """Return the executors of a text that has no commas: linked by "и", "/", "совместно с"."""
    whole = _named(text)
    if squeezed(whole.text) in known:
        return [whole]
    found = parted(text)
    if len(found.texts) == 1 or whole.defines:
        return [replace(whole, linked=found.is_doubtful or len(found.texts) > 1)]
    names = (_named(one) for one in found.texts)
    return [replace(one, parted=whole.text, linked=found.is_doubtful) for one in names]


def _begins(text: str, boundary: str, known: Collection[str]) -> bool:
    """Tell whether a piece begins a new executor."""
    bare = squeezed(AGREEMENT.sub("", DEFINES.sub("", text)))
    if boundary == "\n" and OWNER.match(text) and bare not in known:
        return False
    if boundary == "-" or starts_name(text) or bare in known:
        return True
    if boundary == "\n":
        return False
    return text[:1].isupper() and not TERRITORY.match(text)


def _pieces(cell: str) -> list[Piece]:
    """Cut a cell at commas, semicolons and line ends that lie outside quotes and brackets."""
    pieces: list[Piece] = []
    start, depth, quoted, boundary = 0, 0, False, "\n"
    text = cell + "\n"
    for at, letter in enumerate(text):
        depth = max(0, depth + (letter == OPENING) - (letter == CLOSING))
        quoted = (quoted or letter in "«„") and letter not in "»"
        ends = at == len(text) - 1
        if ends or (letter in ",;\n" and not depth and not quoted):
            boundary = _take(pieces, text[start:at], boundary, letter)
            start = at + 1
    return pieces


def _take(pieces: list[Piece], text: str, boundary: str, letter: str) -> str:
    """Add a stretch unless it is empty; return the boundary in front of the next one."""
    if not text.strip(" .\n\t"):
        return letter if letter != "\n" else boundary
    bullet = BULLET.match(text)
    rest = flat(text[bullet.end() :] if bullet else text)
    pieces.append(Piece(rest, "-" if bullet else boundary))
    return letter


def _touching(text: str, known: Collection[str]) -> list[str]:
    """Split names that touch without a comma: «ЦСПН» КДН и ЗП; ООиП УО Управление …."""
    found = []
    while (cut := _cut(text, known)) is not None:
        found.append(text[: cut[0]])
        text = text[cut[1] :]
    return [*found, text]


def _cut(text: str, known: Collection[str]) -> tuple[int, int] | None:
    """Return where the first of several touching names ends and the next one begins."""
    is_short = len(text) < LONGEST_NAME
    if is_short and squeezed(text) in known:
        return None
    for match in TOUCH.finditer(text):
        after = text[match.end() : match.end() + LONGEST_NAME]
        word = FIRST_WORD.match(after)
        new = word is not None and word.group() not in PARENTS and starts_name(after)
        if new and _balanced(text[: match.start()]):
            return match.span()
    gaps = [match.span() for match in re.finditer(" ", text)] if is_short else []
    for start, end in reversed(gaps):
        after = text[end:]
        if squeezed(text[:start]) in known and after[:1].isupper() and starts_name(after):
            return start, end
    return None


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("«") <= text.count("»")


def _named(text: str) -> Name:
    """Return a name without its marks."""
    agreed = bool(AGREEMENT.search(text))
    defined = DEFINES.search(text)
    bare = without_people(AGREEMENT.sub(" ", DEFINES.sub(" ", text)))
    short = flat(defined.group(1)).strip(" .") if defined else ""
    return Name(flat(bare).strip(" ,;.-–—•"), by_agreement=agreed, defines=short)


def ends_open(cell: str) -> bool:
    """Tell whether a list of executors breaks off: its last sign is a comma."""
    return cell.rstrip().endswith((",", ";"))
