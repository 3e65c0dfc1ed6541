"""Why a plan was not taken in, and which options decide it."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.cli.deciding import decisions
from data_access.importers.plan.refusal import ReadingRefused
from data_access.records.drafts import Refused
from layouts.draft_texts import draft_fault_text
from layouts.refusal_texts import refusal_text
from layouts.texts import N_, _

#: Faults → the options that decide them.
HINTS = {
    frozenset({"finding_open", "target_undecided", "territory_undecided"}): N_(
        "--accept takes the proposals; --plan CODE amends a plan, --new makes another one."
    ),
    frozenset({"executor_undecided"}): N_(
        "--executor says who a name is; --accept takes the likeliest where no other is as likely."
    ),
    frozenset({"executor_not_in_act", "executor_not_known"}): N_(
        "--dry-run shows the executors of the act; karta list executors shows the known ones."
    ),
    frozenset({"target_foreign", "target_elsewhere", "target_unlike"}): N_(
        "--amend-anyway amends that plan all the same; --plan CODE names another one, --new makes"
        " a new one."
    ),
    frozenset({"territory_not_known", "territory_not_known_alike"}): N_(
        "--new-territory makes a territory of this name; karta list territories shows all."
    ),
}


def why_unread(file: Path, refused: ReadingRefused) -> str:
    """Return why a file holds no plan, with its name."""
    return f"{file.name}: {refusal_text(refused.code, refused.parameters)}"


def why_unsaved(refused: Refused) -> Iterator[str]:
    """Yield what has to be decided first, and the options that do."""
    for one in refused.faults:
        yield draft_fault_text(one)
        yield from decisions(one)
    yield _("Nothing was written.")
    codes = {one.code for one in refused.faults}
    yield from (_(hint) for of_these, hint in HINTS.items() if codes & of_these)
