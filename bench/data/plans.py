"""The plan of one territory: sections, periods, executors, measures with their control points."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from random import Random

from bench.data.indicators import add_indicators
from bench.data.measures import Written, add_measure
from bench.data.places import Place
from bench.data.tables import Rows
from bench.data.year import FIRST, LAST, QUARTERS, YEAR, moment, quarter_start
from data_access.sample.loader import PLANS
from data_access.sample.plan_file import read_plan
from data_access.sample.plan_records import MeasureText

SECTIONS = ("Раннее выявление", "Помощь семьям", "Подготовка и сопровождение", "Досуг и занятость")
EXECUTORS = (
    *("Управление образования", "Отдел опеки и попечительства", "Комиссия по делам семьи"),
    *("Центр социального обслуживания", "Управление культуры", "Центральная районная больница"),
    *("Отдел по делам молодёжи", "Центр занятости населения", "Отдел полиции"),
    *("Средние школы", "Детские сады", "Дом детского творчества", "Центр помощи семье"),
    *("Общественный совет", "Управление финансов", "Отдел спорта"),
)
GROUPS = frozenset({"Средние школы", "Детские сады"})
#: Days after the quarter within which its report is due.
REPORT_DAYS = 10


@dataclass
class PlanWritten:
    """What the histories of a plan need to know of it."""

    territory: int
    requires_acceptance: bool
    periods: list[int]
    measures: list[Written] = field(default_factory=list)


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
        written.measures.append(add_measure(rows, random, text, keys, executors))
    add_indicators(rows, random, base)
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
