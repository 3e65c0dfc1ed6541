"""`karta import …`: files taken in; each kind is a module of its own, registered here."""

from dashboard.cli import spoken
from dashboard.cli.import_indicators import indicators
from dashboard.cli.import_plan import plan
from dashboard.cli.import_reports import reports


@spoken.group(name="import")
def import_() -> None:
    """Take in a file: a plan's act, executors' reports, values of indicators."""


for command in (plan, reports, indicators):
    import_.add_command(command)
