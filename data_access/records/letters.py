"""Which letters are the same for search and sorting."""


def same_letters(text: str) -> str:
    """Return the text with every letter as it is compared: case and ё do not matter."""
    return text.casefold().replace("ё", "е")
