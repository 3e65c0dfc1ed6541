"""Texts of a language are set alike: quotation marks, dashes, one word for one thing."""

import ast
import re
from collections.abc import Iterator

import pytest

from layouts.catalogues import LOCALES, messages
from tests.unit.layouts.test_catalogues import ROOT, sources, strings_of

#: Marks that open and close a quotation, and those that belong to the other language or to none.
QUOTES = {"ru": ("«", "»", '„“”"'), "en": ("“", "”", '«»„"')}
#: A dash is “–” with spaces around it, in a span of numbers or letters without any; “—” stands
#: for a missing value alone, and that is no text of a catalogue.
WRONG_DASH = re.compile(r"—|(?<=\s)-(?=\s)|(?<=[^\W\d])–|–(?=[^\W\d])")
SPAN = re.compile(r"\b[a-z]–[a-z]\b")
#: Words that have given way to another one for the same thing → that one.
REPLACED = {
    re.compile(r"\bчерновик", re.IGNORECASE): "загрузка",
    re.compile(r"\bграф(?:а|ы|е|у|ой|ам|ами|ах)?\b", re.IGNORECASE): "столбец",
    re.compile(r"\bЯ\b"): "an impersonal sentence: people of any gender read it",
}

#: Here a remainder is taken of what is counted, or the translation itself puts the values in.
COMPUTES = (ROOT / "layouts" / "figures" / "axes.py", ROOT / "layouts" / "texts.py")


def texts(locale: str) -> Iterator[tuple[str, str]]:
    """Each text of a language with the fragment it stands in."""
    for path, message in messages(locale):
        for one in strings_of(message):
            yield path.name, one


@pytest.mark.parametrize("locale", LOCALES)
def test_quotations_have_the_marks_of_the_language(locale: str) -> None:
    opening, closing, foreign = QUOTES[locale]
    for name, text in texts(locale):
        assert not set(foreign) & set(text), f"{name}: {text}"
        assert text.count(opening) == text.count(closing), f"{name}: {text}"


@pytest.mark.parametrize("locale", LOCALES)
def test_dashes_are_alike(locale: str) -> None:
    wrong = [f"{name}: {text}" for name, text in texts(locale) if has_wrong_dash(text)]
    assert wrong == []


def has_wrong_dash(text: str) -> bool:
    return bool(WRONG_DASH.search(SPAN.sub("", text)))


def test_what_a_wrong_dash_is() -> None:
    assert all(map(has_wrong_dash, ("план — итог", "план - итог", "план– итог", "план –итог")))
    assert not any(map(has_wrong_dash, ("план – итог", "2020–2021", "a–z", "веб-страница", "-12")))


@pytest.mark.parametrize(("word", "instead"), REPLACED.items())
def test_one_thing_has_one_name(word: re.Pattern[str], instead: str) -> None:
    found = [f"{name}: {text}" for name, text in texts("ru") if word.search(text)]
    assert found == [], f"say: {instead}"


def test_values_are_put_in_by_the_translation_itself() -> None:
    """`_(text, name=value)` everywhere: `_(text) % values` is a second way to do the same."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod)
        if path not in COMPUTES and not is_number(node)
    ]
    assert found == []


def is_number(node: ast.BinOp) -> bool:
    """Whether the remainder of a division is meant: of a number, or by one."""
    return isinstance(node.right, ast.Constant) and isinstance(node.right.value, int)
