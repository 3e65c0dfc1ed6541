"""Executors' reports taken in: `preview(db, upload)` and `take_in(db, upload)`."""

from functools import partial

from data_access.importers.reports.check import examine
from data_access.importers.reports.read import read
from data_access.importers.sheets import intake
from data_access.models import Report

REPORTS = intake.Kind("reports", Report, read, examine)

#: See `data_access.importers.sheets.intake`: both take a Database and an Upload.
preview = partial(intake.preview, REPORTS)
take_in = partial(intake.take_in, REPORTS)
