"""Values of indicators taken in: `preview(db, upload)` and `take_in(db, upload)`."""

from decimal import Decimal
from functools import partial

from sqlalchemy.orm import Session

from data_access.importers.indicators.check import examine
from data_access.importers.indicators.decimals import shown_by, widen
from data_access.importers.indicators.read import read
from data_access.importers.sheets import intake
from data_access.models import IndicatorValue


def follow(session: Session, entries: list[intake.Entry]) -> None:
    """Let the indicators show the decimals of their new values."""
    values: dict[int, list[Decimal]] = {}
    for one in entries:
        values.setdefault(one.row["indicator_id"], []).append(Decimal(one.row["value"]))
    for indicator_id, found in values.items():
        widen(session, indicator_id, shown_by(found))


INDICATORS = intake.Kind("indicators", IndicatorValue, read, examine, follow)

#: See `data_access.importers.sheets.intake`: both take a Database and an Upload.
preview = partial(intake.preview, INDICATORS)
take_in = partial(intake.take_in, INDICATORS)
