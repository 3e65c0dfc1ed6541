"""Numbers marked as taken out: free ones, and the number as it stood without the mark."""

from hypothesis import given
from hypothesis import strategies as st

from data_access.rules.taken_out import taken_out, unmarked

#: Longer ones are cut where the mark makes them longer than a number may be.
NUMBERS = st.lists(st.integers(1, 99), min_size=1, max_size=3).map(
    lambda parts: ".".join(map(str, parts))
)


@given(NUMBERS, st.integers(0, 3))
def test_a_marked_number_is_free_and_keeps_what_it_was(number: str, before: int) -> None:
    taken = [number]
    for _turn in range(before + 1):
        marked = taken_out(number, taken)
        assert marked not in taken
        assert unmarked(marked) == number
        taken.append(marked)
