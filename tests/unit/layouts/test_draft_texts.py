"""Every code that a draft can refuse with has its words, and so has every field."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data_access.importers.draft import edit_measures, edit_plan
from data_access.importers.draft.difference import FIELDS as COMPARED
from data_access.models.plans import FREQUENCIES, SCHEDULE_KINDS
from data_access.records.drafts import DraftFault
from data_access.records.reading import ScheduleReading
from layouts.data_draft_forms import years
from layouts.data_schedule import kind_words
from layouts.difference_words import field_value
from layouts.draft_texts import FAULTS, draft_fault_text
from layouts.field_texts import FIELDS, field_text
from layouts.finding_view import FIELDS as FOUND
from layouts.finding_view import field_word
from layouts.texts import use_locale
from tests.support.readings import reading

ROOT = Path(__file__).parents[3] / "data_access"
CODE = re.compile(r"(?:refused|DraftFault)\(\s*\"(\w+)\"")
NOTED = re.compile(r"(?:\.note\(|\bFinding\((?:None|\w+\.\w+),)\s*\"(\w+)\"")
OF_ACTS = re.compile(r"_finding\(\"(\w+)\", \"act_")
OF_INDICATORS = re.compile(r"_finding\(row, \"(\w+)\"")
FOLDERS = ("importers/draft", "commands/drafts", "commands/plan_saving")


def test_every_code_has_words() -> None:
    paths = [path for folder in FOLDERS for path in (ROOT / folder).glob("*.py")]
    paths += [ROOT / "commands" / "findings.py", ROOT / "commands" / "plan_import.py"]
    used = {code for path in paths for code in CODE.findall(path.read_text(encoding="utf-8"))}
    assert len(used) > 25
    assert used <= set(FAULTS) | {"too_large"}
    assert "too_large" in FAULTS


def test_every_field_has_a_name() -> None:
    fields = {*edit_plan.TEXTS, *edit_plan.REPORTING, *edit_plan.SPECIAL, *edit_measures.FIELDS}
    fields |= set(COMPARED) - {"kind"} | {"schedule_kind"}
    assert fields <= set(FIELDS)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (DraftFault("value_missing", "title"), "название: Нужно заполнить."),
        (DraftFault("no_measures"), "В плане нет мероприятий."),
        (
            DraftFault("finding_open", "act_date", "0", {"code": "act_date_absent", "measure": ""}),
            "Не решено обязательное замечание: Дата акта не найдена.",
        ),
        (DraftFault("something_new"), "something_new"),
    ],
)
def test_faults_in_words(fault: DraftFault, said: str) -> None:
    assert draft_fault_text(fault) == said


def test_an_unknown_field_is_shown_as_it_is() -> None:
    assert field_text("strange") == "strange"


def test_values_by_year_are_typed_with_their_own_decimals() -> None:
    assert years({2021: Decimal("12.3456"), 2020: Decimal("13.0")}) == "2020: 13,0; 2021: 12,3456"


def used_fields() -> set[str]:
    """Return the fields that readers give to findings, as they stand in the sources."""
    found: set[str] = set()
    for path in (ROOT / "importers" / "plan").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        found |= set(NOTED.findall(source))
        found |= set(OF_ACTS.findall(source))
        found |= {f"indicator.{one}" for one in OF_INDICATORS.findall(source)}
    return found | {"title", "territory", "controller", "reporting"}  # `assemble` computes these


def test_every_field_of_a_finding_has_its_word_in_both_languages() -> None:
    used = used_fields()
    assert {"row", "number", "executors", "indicator.value", "act_date", "period"} <= used
    for language in ("ru", "en"):
        with use_locale(language):
            unworded = {one for one in used if "." in field_word(one) or "_" in field_word(one)}
            assert not unworded
    assert used <= set(FOUND)
    assert field_word("row") == "строка таблицы"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2020, 1, 1), date(2021, 12, 31), "весь срок плана"),
        (None, date(2021, 12, 31), "весь срок плана"),
        (date(2020, 1, 1), date(2020, 12, 31), "весь 2020 год"),
        (date(2021, 1, 1), date(2021, 12, 31), "весь 2021 год"),
        (date(2020, 9, 1), date(2021, 5, 31), "период, до его конца"),
    ],
)
def test_a_period_says_whether_it_is_the_plans(first: date | None, last: date, said: str) -> None:
    plan = replace(reading().plan, period_start=date(2020, 1, 1), period_end=date(2021, 12, 31))
    schedule = ScheduleReading("period", (last,), starts=(first,) if first else ())
    with use_locale("ru"):
        assert kind_words(schedule, plan) == said


@pytest.mark.parametrize(
    ("field", "codes"),
    [
        ("schedule_kind", SCHEDULE_KINDS),
        ("reporting_frequency", FREQUENCIES),
        ("completion_rule", edit_plan.COMPLETION_RULES),
        ("day_off_rule", edit_plan.DAY_OFF_RULES),
        ("role", ("lead", "co")),
    ],
)
@pytest.mark.parametrize("locale", ["ru", "en"])
def test_a_difference_words_every_code(field: str, codes: tuple[str, ...], locale: str) -> None:
    with use_locale(locale):
        said = [field_value(code, field) for code in codes]
        assert len(set(said)) == len(codes)
        assert locale == "en" or not any(one.isascii() for one in said)
        assert field_text(field) != field
