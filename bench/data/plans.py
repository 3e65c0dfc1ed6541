"""The plan of one territory: sections, periods, executors, measures with their control points."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random

from bench.data.places import Place
from bench.data.tables import Rows
from data_access.sample.loader import PLANS
from data_access.sample.plan_file import read_plan
from data_access.sample.plan_records import MeasureText

YEAR = 2026
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
#: Last day of each quarter.
QUARTERS = (date(YEAR, 3, 31), date(YEAR, 6, 30), date(YEAR, 9, 30), LAST)
#: Days after the quarter within which its report is due.
REPORT_DAYS = 10
SECTIONS = ("Раннее выявление", "Помощь семьям", "Подготовка и сопровождение", "Досуг и занятость")
EXECUTORS = (
    *("Управление образования", "Отдел опеки и попечительства", "Комиссия по делам семьи"),
    *("Центр социального обслуживания", "Управление культуры", "Центральная районная больница"),
    *("Отдел по делам молодёжи", "Центр занятости населения", "Отдел полиции"),
    *("Средние школы", "Детские сады", "Дом детского творчества", "Центр помощи семье"),
    *("Общественный совет", "Управление финансов", "Отдел спорта"),
)
GROUPS = frozenset({"Средние школы", "Детские сады"})
#: How often a measure goes to an executor: a few carry most of the plan.
LOADS = tuple(1 / (place + 1) for place in range(len(EXECUTORS)))
INDICATORS = (
    ("Доля детей, возвращённых в семью", "%", "increase"),
    ("Число детей, выявленных без попечения", "чел.", "decrease"),
    ("Доля семей на сопровождении", "%", "increase"),
    ("Число отказов от новорождённых", "чел.", "decrease"),
)
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


@dataclass
class PlanWritten:
    """What the histories of a plan need to know of it."""

    territory: int
    requires_acceptance: bool
    periods: list[int]
    measures: list[Written] = field(default_factory=list)


def moment(day: date, hour: int = 8) -> datetime:
    """Return a moment of the day."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@cache
def texts() -> tuple[MeasureText, ...]:
    """Return the published measures of the samples, whose words the generated plans borrow."""
    return tuple(one for code in PLANS for one in read_plan(code).measures)


def add_plan(rows: Rows, random: Random, place: Place, territory: int) -> PlanWritten:
    """Add the territory's plan with all that it orders."""
    acceptance = random.random() < 0.2
    plan = _plan(rows, random, place, territory, acceptance)
    base = {"plan_id": plan, "territory_id": territory}
    sections = [
        rows.add("section", **base, number=str(at), position=at, title=one, short_title=one)
        for at, one in enumerate(SECTIONS, start=1)
    ]
    written = PlanWritten(territory, acceptance, [_period(rows, base, at) for at in range(4)])
    executors = [
        rows.add(
            "executor",
            territory_id=territory,
            name=one,
            short_name=one,
            is_group=one in GROUPS,
        )
        for one in EXECUTORS
    ]
    chosen = random.sample(texts(), min(place.size, len(texts())))
    chosen += random.choices(texts(), k=place.size - len(chosen))
    for at, text in enumerate(chosen):
        section = at * len(sections) // len(chosen)
        number = f"{section + 1}.{at + 1}"
        keys: dict[str, int | str] = {
            **base,
            "section_id": sections[section],
            "number": number,
            "position": at + 1,
        }
        written.measures.append(_measure(rows, random, text, keys, executors))
    for at, one in enumerate(INDICATORS, start=1):
        _indicator(rows, random, base, at, one)
    return written


def _plan(rows: Rows, random: Random, place: Place, territory: int, acceptance: bool) -> int:
    return rows.add(
        "plan",
        code=f"plan-{YEAR}-{territory}",
        territory_id=territory,
        title=f"Комплекс мер по профилактике социального сиротства: {place.name}",
        short_title=f"{place.short_name}, {YEAR}",
        act_kind="постановление администрации",
        act_number=str(random.randint(1, 2000)),
        act_date=FIRST - timedelta(days=random.randint(3, 60)),
        starts_on=FIRST,
        ends_on=LAST,
        controller="заместитель главы",
        coordinator=EXECUTORS[0],
        reporting_frequency="quarterly",
        reporting_due_day=REPORT_DAYS,
        reporting_text="ежеквартально до 10 числа месяца после отчётного квартала",
        completion_rule=random.choices(("all", "lead"), (70, 30))[0],
        day_off_rule=random.choices(("none", "next", "preceding"), (80, 15, 5))[0],
        requires_acceptance=acceptance,
        is_demo=True,
        created_at=moment(FIRST),
    )


def quarter_start(quarter: int) -> date:
    """Return the first day of a quarter, 0 to 3."""
    return date(YEAR, 3 * quarter + 1, 1)


def _period(rows: Rows, base: dict[str, int], quarter: int) -> int:
    last = QUARTERS[quarter]
    return rows.add(
        "reporting_period",
        **base,
        label=f"{quarter + 1} квартал {YEAR} г.",
        starts_on=quarter_start(quarter),
        ends_on=last,
        due_on=last + timedelta(days=REPORT_DAYS),
    )


def _measure(
    rows: Rows,
    random: Random,
    text: MeasureText,
    keys: dict[str, int | str],
    executors: Sequence[int],
) -> Written:
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
    chosen = dict.fromkeys(random.choices(executors, LOADS, k=4 * number))
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
