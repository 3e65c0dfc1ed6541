"""What a course keeps: one state between two turns, a turn itself beginning the next stretch."""

from datetime import date

from data_access.rules.courses import BEGINNING, END, Course

TURN = date(2021, 6, 1)


def test_a_state_is_worked_out_once_for_each_stretch() -> None:
    asked: list[date] = []

    def state_on(on: date) -> str:
        asked.append(on)
        return "before" if on < TURN else "after"

    course: Course[str] = Course([BEGINNING, TURN])
    days = (BEGINNING, date(2021, 5, 31), TURN, END)
    assert [course.at(on, state_on) for on in days] == ["before", "before", "after", "after"]
    assert asked == [BEGINNING, TURN]
