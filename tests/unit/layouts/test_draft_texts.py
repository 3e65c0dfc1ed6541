"""Every code that a draft can refuse with has its words, and so has every field."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from data_access.importers.draft import edit_measures, edit_plan
from data_access.importers.draft.difference import FIELDS as COMPARED
from data_access.records.drafts import DraftFault
from layouts.data_draft_forms import years
from layouts.draft_texts import FAULTS, FIELDS, draft_fault_text, field_text

ROOT = Path(__file__).parents[3] / "data_access"
CODE = re.compile(r"(?:refused|DraftFault)\(\s*\"(\w+)\"")
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
