"""Every word that a page says, and which of them are in the wrong language."""

import re
from collections.abc import Iterable

from playwright.sync_api import Page
from sqlalchemy import inspect, text

from data_access.db import Database

#: Texts of rendered elements and their spoken names; commands shown as code are not prose.
COLLECT = """() => {
  const silent = new Set(["SCRIPT", "STYLE", "NOSCRIPT"]);
  const names = ["title", "aria-label", "aria-description", "aria-roledescription",
    "aria-valuetext", "placeholder", "alt"];
  const said = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, home = node.parentElement;
    if (silent.has(home.tagName) || home.closest("code, kbd")) continue;
    if (node.data.trim() && home.checkVisibility()) said.push(node.data);
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility()) continue;
    for (const name of names) {
      if (element.hasAttribute(name)) said.push(element.getAttribute(name));
    }
  }
  return said;
}"""

CYRILLIC = re.compile("[а-яёА-ЯЁ]")
LATIN = re.compile("[A-Za-z]+")
#: Formats, the language switch, numbers of quarters, usernames of the demonstration, keys.
ALLOWED = re.compile(
    "CSV|Excel|JSON|ru|en|[IVX]+|kdn|region|deputy|coordinator|admin|[ADF]|Esc|Enter|Home|End"
)
CUT = "…"


def said_on(page: Page) -> list[str]:
    """Return the texts, names and hints of all that a page shows now."""
    return [" ".join(one.split()) for one in page.evaluate(COLLECT)]


def english_in(texts: Iterable[str], data: str) -> list[str]:
    """Return the texts that have Latin words; known ones and those of the data may stand."""
    return sorted({one for one in texts if any(_is_foreign(w, data) for w in LATIN.findall(one))})


def _is_foreign(word: str, data: str) -> bool:
    return not ALLOWED.fullmatch(word) and not re.search(rf"\b{word}\b", data)


def russian_in(texts: Iterable[str], data: str) -> list[str]:
    """Return the texts that have Cyrillic beyond the data; a shortened text may end in "…"."""
    phrases = sorted(set(data.split("\n")), key=len, reverse=True)
    return sorted({one for one in texts if CYRILLIC.search(_without(one, phrases, data))})


def _without(shown: str, phrases: list[str], data: str) -> str:
    if shown.endswith(CUT) and shown.rstrip(CUT).lstrip("0123456789. ") in data:
        return ""
    for phrase in phrases:
        shown = shown.replace(phrase, "")
    return shown


def data_of(db: Database) -> str:
    """Return the Russian texts of the database, one a line: what people entered."""
    found: set[str] = set()
    with db.read() as session:
        for table in inspect(session.connection()).get_table_names():
            for row in session.execute(text(f'SELECT * FROM "{table}"')):
                found |= {" ".join(v.split()) for v in row if isinstance(v, str)}
    return "\n".join(one for one in found if CYRILLIC.search(one))
