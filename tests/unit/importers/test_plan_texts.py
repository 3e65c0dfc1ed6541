"""Every code that the reader can give has its words."""

import re
from pathlib import Path

from layouts.finding_words import FINDINGS
from layouts.refusal_texts import REFUSALS

SOURCES = Path(__file__).parents[3] / "data_access" / "importers" / "plan"
CODE = re.compile(r"(?:ReadingRefused\(\s*|\.note\(\s*\"\w+\",\s*)\"(\w+)\"")
FINDING = re.compile(r"_finding\(\s*(?:row, )?\"\w+\",\s*\"(\w+)\"")

TERM = re.compile(r"_(?:finding|term)\([^)]*?\"(term_\w+)\"")


def test_every_code_has_words() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    used = set(CODE.findall(code)) | set(FINDING.findall(code)) | set(TERM.findall(code))
    used -= {"error", "warning", "info"}
    assert len(used) > 40
    assert used <= set(FINDINGS) | set(REFUSALS)
