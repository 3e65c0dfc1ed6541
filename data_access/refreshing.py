"""What waits is recomputed, and the version's single changes are folded, each in a transaction."""

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from data_access.beginnings import begun
from data_access.commands.recompute import recompute_waiting
from data_access.versions import fold, unfolded

#: Counting the single changes takes longer, the more of them there are.
FOLD_AT = 200


def refresh(engine: Engine, *, with_failed: bool = False) -> int:
    """Recompute the measures that wait; return how many. `with_failed`: those that failed, too."""
    with Session(engine) as session:
        begun(session, Session.connection)
        count = recompute_waiting(session, with_failed=with_failed)
        is_long = unfolded(session) >= FOLD_AT
        session.commit()
        if is_long:
            fold(session)
            session.commit()
    return count
