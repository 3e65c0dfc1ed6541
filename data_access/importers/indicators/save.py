"""Values of indicators taken in: `preview(db, upload)` and `take_in(db, upload)`."""

from functools import partial

from data_access.importers.indicators.check import examine
from data_access.importers.indicators.read import read
from data_access.importers.sheets import intake
from data_access.models import IndicatorValue

INDICATORS = intake.Kind("indicators", IndicatorValue, read, examine)

#: See `data_access.importers.sheets.intake`: both take a Database and an Upload.
preview = partial(intake.preview, INDICATORS)
take_in = partial(intake.take_in, INDICATORS)
