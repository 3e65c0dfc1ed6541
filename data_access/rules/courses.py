"""What is known of the course of something: its state between each two dates on which it turns."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from typing import Generic, TypeVar

BEGINNING, END = date.min, date.max

State = TypeVar("State")


class Course(Generic[State]):
    """States by stretches between `turns`; each is worked out once, when it is first asked for."""

    __slots__ = ("_states", "turns")

    def __init__(self, turns: Sequence[date]) -> None:
        self.turns = turns
        self._states: dict[int, State] = {}

    def at(self, on: date, state_on: Callable[[date], State]) -> State:
        """Return the state on the date; `state_on` tells it, the same within a whole stretch."""
        place = bisect_right(self.turns, on)
        if place in self._states:
            return self._states[place]
        state = self._states[place] = state_on(on)
        return state
