"""A mistake in a sample file is told with the file and the place."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from data_access.sample import plan_file, story_file
from data_access.sample.plan_checks import check_plan
from data_access.sample.plan_file import read_plan
from data_access.sample.plan_records import PlanFile
from data_access.sample.reading import FOLDER, SampleError, Table, read_table
from data_access.sample.story_file import read_story

CODE = "omsk-2024"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SampleError, match=r"^lost\.toml: "):
        read_table(tmp_path / "lost.toml")


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("code = ", encoding="utf-8")
    with pytest.raises(SampleError, match=r"^broken\.toml: "):
        read_table(tmp_path / "broken.toml")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ({}, "name is missing"),
        ({"name": 3}, "name should be of type str"),
    ],
)
def test_a_wrong_value_is_told_with_its_place(raw: dict[str, object], message: str) -> None:
    table = Table({"plan": raw}, "x.toml").table("plan")
    with pytest.raises(SampleError, match=rf"^x\.toml: plan: {message}"):
        table.text("name")


def test_a_flag_is_no_number() -> None:
    with pytest.raises(SampleError, match="should be of type int"):
        Table({"seed": True}, "x.toml").number("seed")


def test_an_unknown_key_is_refused() -> None:
    table = Table({"name": "a", "nmae": "b"}, "x.toml")
    table.text("name")
    with pytest.raises(SampleError, match="unknown keys: nmae"):
        table.refuse_unread()


def _change(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (_change('key = "dept_edu" }', 'key = "nobody" }'), r"measures\[1\.1\]\.executors"),
        (_change('section = "1"', 'section = "9"'), r"measures\[1\.1\]\.section"),
        (_change('kind = "month"', 'kind = "event"'), r"measures\[1\.1\]\.points"),
        (_change('number = "2.2"', 'number = "2.1"'), "measures"),
        (_change('place = "1.1"', 'place = "7.7"'), r"findings\[\d+\]\.place"),
        (_change('level = "municipality"', 'level = "village"'), r"territory\.level"),
        (_change("2024-12-31", "2023-12-31"), r"plan\.ends_on"),
        (_change('code = "omsk-2024"', 'code = "omsk"'), "code is"),
    ],
)
def test_a_plan_that_does_not_fit_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[str], str], place: str
) -> None:
    text = (FOLDER / f"{CODE}.toml").read_text(encoding="utf-8")
    assert change(text) != text
    (tmp_path / f"{CODE}.toml").write_text(change(text), encoding="utf-8")
    monkeypatch.setattr(plan_file, "FOLDER", tmp_path)
    with pytest.raises(SampleError, match=rf"^{CODE}\.toml: {place}"):
        read_plan(CODE)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (_change('outcome = "done"', 'outcome = "fine"'), r"measures\[1\.1\]\.reports\[1\]"),
        (_change("[executors.kdn_city]", "[executors.nobody]"), "executors"),
        (_change('[measures."1.1"]', '[measures."1.9"]'), "measures"),
        (_change("point = 2024-05-31", "point = 2024-05-30"), r"measures\[4\.1\]\.reports\[1\]"),
        (_change("completed_on = 2024-03-28, ", ""), r"measures\[1\.1\]\.reports\[1\]"),
        (_change(", new_due_on = 2025-03-31", ""), r"measures\[2\.12\]\.decisions\[1\]"),
        (_change('unit = "семей", ', ""), r"executors\.dept_edu\.works\[1\]"),
        (_change("lead_share = 0.85", "lead_share = 8.5"), r"waves\[I полугодие\]"),
    ],
)
def test_a_story_that_does_not_fit_its_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[str], str], place: str
) -> None:
    name = f"story-{CODE}.toml"
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert change(text) != text
    (tmp_path / name).write_text(change(text), encoding="utf-8")
    monkeypatch.setattr(story_file, "FOLDER", tmp_path)
    with pytest.raises(SampleError, match=rf"^{name}: {place}"):
        read_story(read_plan(CODE))


def test_an_idle_executor_and_an_empty_section_are_told() -> None:
    plan: PlanFile = read_plan(CODE)
    with pytest.raises(SampleError, match="sections: without a measure: 4"):
        check_plan(replace(plan, measures=plan.measures[:-1]))
    idle = replace(plan.executors[0], key="idle")
    with pytest.raises(SampleError, match="executors: without a measure: idle"):
        check_plan(replace(plan, executors=(*plan.executors, idle)))
