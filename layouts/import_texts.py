"""What a plan reader found, in words: findings, refusals, places.

A finding carries a code and parameters; its words stand in `finding_words` alone.
"""

import re

from data_access.records.reading import Finding
from layouts.deadline_texts import question_text
from layouts.finding_words import FINDINGS
from layouts.texts import N_, _

#: The deadline reader's own questions; see `deadline` in front of their codes.
DEADLINE = "deadline."
SEVERITIES = {
    "error": N_("must be settled"),
    "warning": N_("to be looked at"),
    "info": N_("for information"),
}
PLACES = {
    "line": N_("line %(n)s"),
    "page": N_("page %(n)s"),
    "paragraph": N_("paragraph %(n)s"),
    "table": N_("table %(n)s"),
    "row": N_("row %(n)s"),
}
PLACE = re.compile(r"(line|page|paragraph|table|row):([\d-]+)")


def finding_text(finding: Finding) -> str:
    """Return the sentence for a finding; an unknown code is shown as it is."""
    shown = {"read": finding.read, "proposal": finding.proposal, **finding.parameters}
    if finding.code.startswith(DEADLINE):
        return question_text(finding.code.removeprefix(DEADLINE), shown)
    text = FINDINGS.get(finding.code)
    if text is None:
        return finding.code
    return _(text, **shown)


def severity_text(severity: str) -> str:
    """Return what a severity asks of the reader."""
    return _(SEVERITIES[severity])


def place_text(place: str) -> str:
    """Return a place in the document in words: "page:3 row:5" → "page 3, row 5"."""
    return ", ".join(_(PLACES[kind], n=number) for kind, number in PLACE.findall(place))
