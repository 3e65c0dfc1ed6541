"""What a spreadsheet must not run goes out behind an apostrophe and comes back without it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.exports.cells import FORMULA_SIGNS, harmless, unharmed


@given(st.text(alphabet=["а", "'", " ", "1", *FORMULA_SIGNS], max_size=8))
def test_what_was_made_harmless_comes_back(text: str) -> None:
    assert not text.lstrip(" ").startswith(FORMULA_SIGNS) or unharmed(harmless(text)) == text


@pytest.mark.parametrize("text", ["", "'", "'а", "''-", "а'", "'1"])
def test_other_texts_stay(text: str) -> None:
    assert unharmed(text) == text
