"""The measures of a generated plan with their control points and assignments."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bench.data.tables import Rows
from bench.data.year import QUARTERS, quarter_start
from data_access.sample.plan_records import MeasureText

#: Kind of schedule, the quarters at whose ends something is due, and how many in a hundred.
SCHEDULES = (
    ("period", (3,), 45),
    ("multiple", (0, 1, 2, 3), 25),
    ("multiple", (1, 3), 14),
    ("quarter", (0,), 4),
    ("quarter", (1,), 4),
    ("quarter", (2,), 4),
    ("unknown", (), 4),
)


@dataclass
class Written:
    """The ids of a measure with what its history needs; `points` are (id, quarter)."""

    id: int
    points: list[tuple[int, int]]
    assignments: list[int]


def add_measure(
    rows: Rows,
    random: Random,
    text: MeasureText,
    keys: dict[str, int | str],
    executors: Sequence[int],
) -> Written:
    """Add a measure in `keys`, with what is due at which quarters and who carries it out."""
    kind, quarters, _share = random.choices(SCHEDULES, [one[2] for one in SCHEDULES])[0]
    measure = rows.add(
        "measure",
        **keys,
        title=text.title,
        short_title=text.short_title,
        deadline_text=text.deadline_text,
        schedule_kind=kind,
        expected_result=text.expected_result,
    )
    here = {"measure_id": measure, "territory_id": keys["territory_id"]}
    points = [_point(rows, here, at, quarter) for at, quarter in enumerate(quarters, start=1)]
    return Written(measure, points, _assignments(rows, random, here, executors))


def _point(rows: Rows, here: dict[str, int | str], at: int, quarter: int) -> tuple[int, int]:
    id_ = rows.add(
        "control_point",
        **here,
        position=at,
        starts_on=quarter_start(quarter),
        due_on=QUARTERS[quarter],
        label=f"{quarter + 1} квартал",
    )
    return id_, quarter


def _assignments(
    rows: Rows, random: Random, here: dict[str, int | str], executors: Sequence[int]
) -> list[int]:
    number = random.choices((1, 2, 3, 4, 6), (10, 20, 40, 20, 10))[0]
    # A few executors carry most of the plan.
    loads = [1 / place for place in range(1, len(executors) + 1)]
    chosen = dict.fromkeys(random.choices(executors, loads, k=4 * number))
    return [
        rows.add(
            "assignment",
            **here,
            executor_id=executor,
            position=at,
            role="lead" if at == 1 else "co",
            by_agreement=random.random() < 0.1,
        )
        for at, executor in enumerate(list(chosen)[:number], start=1)
    ]
