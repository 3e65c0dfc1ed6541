"""Limits that several places share: of files, of days, of texts. The database has the same ones."""

from datetime import date

MEGABYTE = 1024 * 1024
#: How large a file may be that is taken in, on whatever way: over the web, by command, any kind.
MOST_MEGABYTES = 10
MOST_BYTES = MOST_MEGABYTES * MEGABYTE

#: Within these days lie all dates of plans and reports.
FIRST_YEAR, LAST_YEAR = 1990, 2100
FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)

#: Longest number and titles of measures and sections, longest name of an executor.
NUMBER_LENGTH = 20
MEASURE_LENGTH = 2000
SECTION_LENGTH = 1000
NAME_LENGTH = 500
