"""What is said of measures by their numbers: retitled ones, and new ones that are saved ones."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from data_access.commands.plan_saving.seen import Seen, see
from data_access.importers.draft.joining import join
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


def paired(
    session: Session, seen: Seen, pairs: Iterable[tuple[str, str]], sha256: str, today: date
) -> Seen:
    """Return the look at a draft once new measures are taken for saved ones, as was said.

    Refused where one of a pair is not new, or the other one does not go.
    """
    for new, old in pairs:
        measures = seen.difference.measures if seen.difference else ()
        keys = [one.key for one in measures if one.fate == "added" and one.number == new]
        gone = [one.measure_id for one in measures if one.fate == "removed" and one.number == old]
        if not keys or not gone:
            raise refused("not_joinable_numbers", "number", new=new, old=old)
        stamp = Stamp(datetime.now(UTC), None)
        state = join(seen.state, seen.difference, keys[0], gone[0] or 0, stamp)
        seen = see(session, Scope.everything(), state, sha256, today)
    return seen
