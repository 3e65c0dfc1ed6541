"""The gettext catalogues: all `.po` fragments of a language, merged and compiled in memory.

There is no build step and no compiled file to go stale: the fragments are read once a process.
"""

from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALES = ("ru", "en")
FOLDER = Path(__file__).parent / "locale"


def fragments(locale: str) -> list[Path]:
    """Return the `.po` files of a language in a stable order."""
    return sorted((FOLDER / locale / "LC_MESSAGES").glob("*.po"))


def messages(locale: str) -> Iterator[tuple[Path, Message]]:
    """Yield every entry of a language with the fragment it stands in."""
    for path in fragments(locale):
        with path.open("rb") as file:
            for message in read_po(file, locale=locale):
                if message.id:
                    yield path, message


@cache
def catalogue(locale: str) -> GNUTranslations:
    """Return the merged catalogue of a language."""
    merged = Catalog(locale=locale)
    for _path, message in messages(locale):
        merged[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return GNUTranslations(compiled)
