"""Both languages are complete, and no text for people stands in code."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from dashboard.cli import spoken
from dashboard.settings import table
from layouts.catalogues import LOCALES, catalogue, fragments, messages
from tests.support.commands import commands

ROOT = Path(__file__).parents[3]
PACKAGES = ("layouts", "callbacks", "dashboard")
CALLS = {"_": 1, "N_": 1, "gettext": 1, "ngettext": 2}
CYRILLIC = re.compile("[а-яёА-ЯЁ]")
PLACEHOLDER = re.compile(r"%\((\w+)\)s|\{(\w+)\}")
#: Comments of scripts; `//` within a text is no comment.
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
FORMS = {"ru": 3, "en": 2}


def sources() -> Iterator[tuple[Path, ast.AST]]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def used_msgids() -> dict[str, str]:
    """Every msgid in the code with the place of one use."""
    found = dict(helps())
    for path, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                for argument in node.args[: CALLS.get(name, 0)]:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        found[argument.value] = f"{path.relative_to(ROOT)}:{node.lineno}"
    return found


def helps() -> Iterator[tuple[str, str]]:
    """The msgids that are given without N_: the helps of commands and of settings."""
    for words, command in commands():
        for paragraph in spoken.paragraphs(command.help):
            yield paragraph, f"karta {' '.join(words)}"
    for row in table():
        yield row.help, row.name


def strings_of(message: Message) -> list[str]:
    """The forms of a translation, one or several."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def ids_of(locale: str) -> list[str]:
    single = (one.id if isinstance(one.id, str) else one.id[0] for _path, one in messages(locale))
    return list(single)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_used_text_is_translated(locale: str) -> None:
    known: set[str] = set()
    for _path, message in messages(locale):
        known.update([message.id] if isinstance(message.id, str) else message.id)
    missing = {text: place for text, place in used_msgids().items() if text not in known}
    assert not missing


def test_every_translated_text_is_used() -> None:
    templates = (ROOT / "dashboard" / "templates").glob("*.html")
    used = "".join(path.read_text(encoding="utf-8") for path in templates)
    known = set(used_msgids())
    assert [one for one in ids_of("ru") if one and one not in known and one not in used] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_stands_twice(locale: str) -> None:
    assert [text for text, count in Counter(raw_ids(locale)).items() if count > 1] == []


def raw_ids(locale: str) -> Iterator[str]:
    """The msgids as written in the files, repeats within one file included."""
    for path in fragments(locale):
        text = path.read_text(encoding="utf-8")
        for block in re.split(r"\n\s*\n", text):
            lines = re.findall(r'^msgid ((?:".*"\s*)+)', block, re.MULTILINE)
            for line in lines:
                if msgid := "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', line)):
                    yield msgid


@pytest.mark.parametrize("locale", LOCALES)
def test_no_translation_is_empty(locale: str) -> None:
    for path, message in messages(locale):
        strings = strings_of(message)
        assert all(strings or [""]), f"{path.name}: {message.id}"
        if not isinstance(message.id, str):
            assert len(strings) == FORMS[locale], f"{path.name}: {message.id}"


@pytest.mark.parametrize("locale", LOCALES)
def test_placeholders_survive_translation(locale: str) -> None:
    for path, message in messages(locale):
        original = message.id if isinstance(message.id, str) else message.id[1]
        strings = strings_of(message)
        for string in strings:
            assert names_in(string) <= names_in(original), f"{path.name}: {message.id}"
        assert names_in(strings[-1]) == names_in(original), f"{path.name}: {message.id}"


def names_in(text: str) -> set[str]:
    return {first or second for first, second in PLACEHOLDER.findall(text)}


def test_both_languages_have_the_same_texts() -> None:
    assert sorted(ids_of("ru")) == sorted(ids_of("en"))


def test_english_catalogue_has_no_cyrillic() -> None:
    for path, message in messages("en"):
        assert not CYRILLIC.search(str(message.string)), f"{path.name}: {message.id}"


def test_code_has_no_cyrillic_literals() -> None:
    found = []
    for path, tree in sources():
        docs = {id(doc) for doc in docstrings(tree)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            if id(node) not in docs and CYRILLIC.search(node.value):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.value[:40]}")
    assert found == []


def test_scripts_have_no_cyrillic_literals() -> None:
    """Words that a script needs come from the catalogues, by attributes of the page."""
    found = []
    for path in sorted((ROOT / "assets").glob("*.js")):
        code = COMMENT.sub("", path.read_text(encoding="utf-8"))
        found += [
            f"{path.name}: {line.strip()}" for line in code.splitlines() if CYRILLIC.search(line)
        ]
    assert found == []


def docstrings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Docstrings and the strings standing alone: they are for programmers."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def test_plural_forms_of_russian_are_used() -> None:
    texts = catalogue("ru")
    days = [texts.ngettext("%(n)s day", "%(n)s days", n) for n in (1, 3, 5, 11, 21, 41)]
    assert len({days[0], days[1], days[2]}) == 3
    assert days[0] == days[4] == days[5]
    assert days[2] == days[3]
