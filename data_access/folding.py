"""Folding of texts for search and sorting: case and ё do not matter, in Cyrillic too."""

from functools import lru_cache
from typing import Any

from sqlalchemy import String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

from data_access.records.letters import same_letters


def fold(text: str | None) -> str | None:
    """Return the text in lower case with ё as е and white space normalised; None for None."""
    if text is None:
        return None
    return " ".join(same_letters(text).split())


@lru_cache(maxsize=8192)  # the names of a country are sorted at every view
def sort_key(text: str) -> tuple[str, str]:
    """Return a key that puts ё beside е, the same with every database."""
    return fold(text) or "", text


class folded(GenericFunction[str]):  # noqa: N801 - named like the SQL function that it makes
    """`folded(column)` in a query: what `fold` does, computed by the database."""

    type = String()
    inherit_cache = True
    name = "karta_fold"


@compiles(folded, "postgresql")
def _folded_in_postgresql(element: folded, compiler: Any, **options: Any) -> str:
    column = compiler.process(element.clauses, **options)
    return f"replace(lower(({column}) COLLATE \"und-x-icu\"), 'ё', 'е')"
