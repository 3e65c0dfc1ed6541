"""How many rows of a file were new, changed, known or empty, in words."""

from layouts.texts import ngettext


def counted(added: int, changed: int, unchanged: int = 0, blank: int = 0) -> str:
    """Return "5 новых строк; 2 изменённые строки", without what does not occur."""
    counts = (
        (added, ngettext("%(n)s new row", "%(n)s new rows", added)),
        (changed, ngettext("%(n)s changed row", "%(n)s changed rows", changed)),
        (unchanged, ngettext("%(n)s row as recorded", "%(n)s rows as recorded", unchanged)),
        (blank, ngettext("%(n)s row left empty", "%(n)s rows left empty", blank)),
    )
    return "; ".join(text for n, text in counts if n)
