"""The indicators of a generated plan, with a target and a value each."""

from random import Random

from bench.data.tables import Rows
from bench.data.year import FIRST, QUARTERS, YEAR, moment

INDICATORS = (
    ("Доля детей, возвращённых в семью", "%", "increase"),
    ("Число детей, выявленных без попечения", "чел.", "decrease"),
    ("Доля семей на сопровождении", "%", "increase"),
    ("Число отказов от новорождённых", "чел.", "decrease"),
)


def add_indicators(rows: Rows, random: Random, base: dict[str, int]) -> None:
    """Add the indicators of the plan in `base`."""
    for at, one in enumerate(INDICATORS, start=1):
        _indicator(rows, random, base, at, one)


def _indicator(
    rows: Rows, random: Random, base: dict[str, int], at: int, words: tuple[str, str, str]
) -> None:
    name, unit, direction = words
    indicator = rows.add(
        "indicator",
        **base,
        position=at,
        name=name,
        short_name=name,
        unit=unit,
        direction=direction,
        decimals=1,
        form="103-РИК",
    )
    target = random.randint(20, 90)
    for kind, value, on in (
        ("target", target, FIRST),
        ("actual", round(target * random.uniform(0.8, 1.2), 1), QUARTERS[2]),
    ):
        rows.add(
            "indicator_value",
            indicator_id=indicator,
            territory_id=base["territory_id"],
            year=YEAR,
            kind=kind,
            value=value,
            source="форма № 103-РИК",
            submitted_on=on,
            recorded_at=moment(on),
        )
