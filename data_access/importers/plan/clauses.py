"""Clauses of an amending act that change single items of a plan: told, never carried out here.

"1.1. Пункт 2.4 исключить.", "1.2. В пункте 2.2 слова «…» заменить словами «…»."
"""

import re
from collections.abc import Iterator, Sequence

from data_access.importers.plan import amended
from data_access.importers.plan.act_text import ActText
from data_access.importers.plan.sources.model import Paragraph
from data_access.importers.plan.text import flat
from data_access.records.reading import Finding

#: The finding about the reading as a whole: nobody settles it along with others.
WHOLE = "amends_by_clauses"
#: Where one clause ends and the next begins within a paragraph.
NEXT = re.compile(r"(?<=[.;:])\s+(?=(?:\d{1,2}(?:\.\d{1,3})*[.)]|[а-я]\))\s)")
ITEM = re.compile(
    r"\b(?:под)?пункт(?:ы|а|е|у|ом|ами|ах|ов)?\b|\bп\.\s?п?\.?\s?\d|\bпп\.\s?\d|\bстрок[а-яё]*|"
    r"\bпозици[а-яё]+|\bраздел(?:ы|а|е|у|ом|ами|ах|ов)?\b|\bабзац[а-яё]*|\bмероприяти(?:[а-яё]+\s+\d|ями?\b|ем\b)|"
    r"\b(?:слов|цифр)(?:а|о|ы|ами|ом|у|ой)?\b",
    re.I,
)
CHANGE = re.compile(
    r"\b(?:исключи(?:ть|в)|замени(?:ть|в)|дополни(?:ть|в)|отменить|(?:изложи(?:ть|в)|читать)\s.{0,80}?редакции|"
    r"считать\s+(?:под)?(?:пункт|строк|раздел|позици)[а-яё]+|"
    r"(?:признать|считать)\s+утратившим[а-яё]*\s+силу)\b",
    re.I | re.S,
)
#: A plan that is approved by a clause, and changed as a whole.
APPROVED_BY = re.compile(r"утвержд[её]нн[а-яё]+\s+(?:под)?(?:пунктом|п\.)\s*[\d.]+", re.I)
#: An item of the act itself, not of its plan.
OF_THE_ACT = re.compile(
    r"\b(?:под)?пункт[а-яё]*\s+[\d.]+\s+(?:[а-яё]+\s+)?(?:постановлени|распоряжени|приказ|решени)",
    re.I,
)
QUOTED = re.compile(r"«[^»]*»|\"[^\"]*\"|“[^”]*”")
SHOWN = 300


def find(act: ActText, texts: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the clauses that change single items, each with its place; of another act none."""
    if not amended.is_amending(act):
        return []
    return [
        Paragraph(clause, one.place)
        for one in texts
        for clause in NEXT.split(flat(one.text))
        if _changes_an_item(clause)
    ]


def _changes_an_item(clause: str) -> bool:
    bare = APPROVED_BY.sub(" ", QUOTED.sub("«»", clause))
    return bool(ITEM.search(bare) and CHANGE.search(bare))


def findings(found: Sequence[Paragraph], measures: int) -> Iterator[Finding]:
    """Yield each clause as not carried out, and what that means for the reading as a whole."""
    of_plan = [one for one in found if not OF_THE_ACT.search(one.text)]
    if of_plan:
        values = {"clauses": str(len(of_plan)), "measures": str(measures)}
        yield Finding(None, "document", WHOLE, "error", "", "", of_plan[0].place, values)
    for one in found:
        severity = "error" if one in of_plan else "warning"
        yield Finding(
            None, "document", "clause_not_carried_out", severity, shown(one), place=one.place
        )


def shown(clause: Paragraph) -> str:
    """Return a clause as it is shown: not longer than a few lines."""
    return clause.text if len(clause.text) <= SHOWN else f"{clause.text[:SHOWN]}…"
