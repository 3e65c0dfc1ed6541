"""Questions about retitled measures answered by the numbers of the measures."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from data_access.commands.plan_saving.seen import Seen, see
from data_access.importers.draft.state import Stamp
from data_access.records.drafts import SAME_NUMBER_FINDINGS, refused
from data_access.records.view import Scope


def answered(
    session: Session, seen: Seen, said: Mapping[str, str], sha256: str, today: date
) -> Seen:
    """Return the look at a draft once its questions are settled as was said, by number.

    Refused for a number about which nothing is asked.
    """
    if not said:
        return seen
    asked = {
        one.finding.measure: one.index
        for one in seen.findings
        if one.finding.code in SAME_NUMBER_FINDINGS
    }
    state, stamp = seen.state, Stamp(datetime.now(UTC), None)
    for number, how in said.items():
        if number not in asked:
            raise refused("not_retitled", "number", number=number)
        state = state.settle(how, stamp, asked[number])
    return see(session, Scope.everything(), state, sha256, today)
