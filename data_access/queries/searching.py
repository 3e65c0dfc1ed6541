"""Words that somebody looks for, as conditions on texts."""

from data_access.folding import fold

LIKE_ESCAPE = "\\"


def words(text: str) -> list[str]:
    """Return the words of a text as the tables' folded texts have them."""
    return (fold(text) or "").split()


def pattern(word: str) -> str:
    """Return for LIKE that a word stands anywhere in a text."""
    return f"%{escaped(word)}%"


def escaped(word: str) -> str:
    """Return a word for LIKE, its wild cards taken as letters."""
    return "".join(LIKE_ESCAPE + sign if sign in (LIKE_ESCAPE, "%", "_") else sign for sign in word)
