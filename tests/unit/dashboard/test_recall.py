"""What a look found counts for a moment, and not after anything was written."""

from dashboard.recall import MOST, Known, Recall


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_look_counts_for_its_time_alone() -> None:
    clock = Clock()
    recall: Recall[str] = Recall(1, clock)
    assert recall.get("7.seal") is None
    recall.put("7.seal", Known("user", "12.ab"))
    clock.now += 0.9
    assert recall.get("7.seal") == Known("user", "12.ab")
    clock.now += 0.1
    assert recall.get("7.seal") is None


def test_sessions_are_apart_and_all_are_forgotten_at_once() -> None:
    recall: Recall[str] = Recall(1, Clock())
    recall.put("7.seal", Known("user", "12.ab"))
    assert recall.get("8.seal") is None
    assert recall.get("7.other") is None
    recall.forget()
    assert recall.get("7.seal") is None


def test_without_a_time_every_request_looks() -> None:
    recall: Recall[str] = Recall(0, Clock())
    recall.put("7.seal", Known("user", "12.ab"))
    assert recall.get("7.seal") is None


def test_room_is_bounded() -> None:
    recall: Recall[int] = Recall(1, Clock())
    for number in range(3 * MOST):
        recall.put(str(number), Known(number, None))
    known = [number for number in range(3 * MOST) if recall.get(str(number))]
    assert len(known) <= MOST
    assert known[-1] == 3 * MOST - 1
