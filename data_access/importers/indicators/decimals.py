"""An indicator shows as many decimals as its values have."""

from collections.abc import Iterable
from decimal import Decimal

from sqlalchemy import update
from sqlalchemy.orm import Session

from data_access.models import Indicator

#: As the database keeps them.
MOST = 4


def shown_by(values: Iterable[Decimal]) -> int:
    """Return the number of decimals that some values have, without zeros at their end."""
    exponents = [one.normalize().as_tuple().exponent for one in values]
    return min(max((-one for one in exponents if isinstance(one, int)), default=0), MOST)


def widen(session: Session, indicator_id: int, decimals: int) -> None:
    """Let an indicator show at least so many decimals."""
    session.execute(
        update(Indicator)
        .where(Indicator.id == indicator_id, Indicator.decimals < decimals)
        .values(decimals=decimals)
    )
