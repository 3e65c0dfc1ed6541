"""The sample plans say what the acts say: counts, numbers, phrases, dates, values."""

import re
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from data_access.sample.loader import PLANS
from data_access.sample.plan_file import read_plan
from data_access.sample.plan_records import IndicatorText, MeasureText, PlanFile
from data_access.sample.practice_file import read_practices
from data_access.sample.reading import FOLDER
from data_access.sample.story_file import read_story
from tests.unit.sample.published import ALEXANDROVSK, IRKUTSK, OMSK, PHRASES, POINTS, TOKARYOVKA

plan_of = cache(read_plan)


@pytest.mark.parametrize(
    ("code", "measures", "sections", "executors", "assignments"),
    [
        (TOKARYOVKA, 20, 3, 7, 46),
        (ALEXANDROVSK, 23, 5, 13, 88),
        (OMSK, 18, 4, 8, 39),
        (IRKUTSK, 37, 3, 12, 50),
    ],
)
def test_each_plan_has_what_its_act_has(
    code: str, measures: int, sections: int, executors: int, assignments: int
) -> None:
    plan = plan_of(code)
    assert len(plan.measures) == measures
    assert len(plan.sections) == sections
    assert len(plan.executors) == executors
    assert sum(len(one.executors) for one in plan.measures) == assignments


@pytest.mark.parametrize("code", PLANS)
def test_each_short_title_names_its_territory(code: str) -> None:
    plan = plan_of(code)
    stem = plan.territory.short_name[:4]
    assert stem in plan.plan.short_title


@pytest.mark.parametrize("code", PLANS)
def test_deadline_phrases_are_the_acts_own(code: str) -> None:
    usual, others = PHRASES[code]
    expected = {one.number: others.get(one.number, usual) for one in plan_of(code).measures}
    assert {one.number: one.deadline_text for one in plan_of(code).measures} == expected


@pytest.mark.parametrize("code", PLANS)
def test_control_points_are_the_expected_dates(code: str) -> None:
    plan = plan_of(code)
    end = [plan.plan.ends_on.isoformat()]
    expected = {one.number: POINTS[code].get(one.number, end) for one in plan.measures}
    assert {one.number: _dates(one) for one in plan.measures} == expected


def _dates(measure: MeasureText) -> list[str]:
    return [one.due_on.isoformat() for one in measure.points]


def test_numbers_run_through_with_the_gap_of_the_source() -> None:
    for code, counts in (
        (TOKARYOVKA, (12, 3, 5)),
        (ALEXANDROVSK, (2, 6, 4, 8, 3)),
        (OMSK, (1, 13, 3, 1)),
        (IRKUTSK, (1, 17, 19)),
    ):
        expected = [
            f"{section}.{number}"
            for section, count in enumerate(counts, start=1)
            for number in range(1, count + 1)
        ]
        if code == TOKARYOVKA:  # its act has 3.6 after 3.4
            expected[-1] = "3.6"
        assert [one.number for one in plan_of(code).measures] == expected


def test_indicators_have_the_published_targets() -> None:
    found = {one.key: (dict(one.targets), one.decimals) for one in _indicators(ALEXANDROVSK)}
    assert found == {
        "orphans_share": ({2020: Decimal("0.67"), 2021: Decimal("0.66")}, 2),
        "orphans_found": ({2020: Decimal(13), 2021: Decimal(12)}, 0),
        "deprived_parents_share": ({2020: Decimal("0.08"), 2021: Decimal("0.07")}, 2),
        "returns_share": ({2020: Decimal("0.7"), 2021: Decimal(0)}, 1),
    }
    assert {one.direction for one in _indicators(ALEXANDROVSK)} == {"decrease"}
    assert not any(_indicators(code) for code in PLANS if code != ALEXANDROVSK)


def _indicators(code: str) -> tuple[IndicatorText, ...]:
    return plan_of(code).indicators


def test_reporting_duties() -> None:
    assert [one.due_on for one in plan_of(TOKARYOVKA).periods] == [date(2026, 1, 15)]
    quarters = plan_of(ALEXANDROVSK).periods
    assert [one.label for one in quarters][:1] + [one.label for one in quarters][-1:] == [
        "II квартал 2020",
        "IV квартал 2021",
    ]
    assert {one.due_on.day for one in quarters} == {10}
    assert not plan_of(OMSK).periods
    assert not plan_of(IRKUTSK).periods


def test_contradictions_of_the_act_are_findings() -> None:
    findings = plan_of(ALEXANDROVSK).findings
    errors = {(one.place, one.field) for one in findings if one.severity == "error"}
    assert errors == {("act", "act_date"), ("act", "act_number")}
    assert {f"2.{number}" for number in range(1, 7)} <= {one.place for one in findings}
    assert plan_of(ALEXANDROVSK).plan.act_date is None


def test_misprints_are_aliases_of_one_executor() -> None:
    culture = next(one for one in plan_of(TOKARYOVKA).executors if one.key == "culture")
    assert any("Тоекарёвского" in alias for alias in culture.aliases)
    centre = next(one for one in plan_of(ALEXANDROVSK).executors if one.key == "imc")
    assert "МБУО «ИМЦД»" in centre.aliases


def test_by_agreement_only_where_the_mark_stands() -> None:
    marked = {
        code: sum(
            one.by_agreement for measure in plan_of(code).measures for one in measure.executors
        )
        for code in PLANS
    }
    assert marked == {TOKARYOVKA: 13, ALEXANDROVSK: 0, OMSK: 15, IRKUTSK: 0}


def test_practices_of_the_letter() -> None:
    practices = read_practices(tuple(plan_of(code) for code in PLANS)).practices
    assert len(practices) == 10
    counts = [(one.organisations, one.regions) for one in practices]
    assert counts == [
        (None, 32),
        (None, 17),
        (None, 14),
        (None, 20),
        (66, 47),
        (26, 24),
        (17, 17),
        (20, 18),
        (20, 14),
        (18, 16),
    ]
    assert all(one.fits for one in practices)


INITIALS = re.compile(r"[А-ЯЁ]\.\s*[А-ЯЁ]\.\s*[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.\s*[А-ЯЁ]\.")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.name)
def test_no_file_names_a_person(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert not INITIALS.search(text)


@pytest.mark.parametrize("code", PLANS)
def test_every_story_fits_its_plan(code: str) -> None:
    plan: PlanFile = plan_of(code)
    assert read_story(plan).plan == code
