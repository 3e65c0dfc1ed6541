"""The words of the forms: headers, what the file tells whoever fills it in."""

import textwrap
from datetime import date

from data_access.records.forms import FormTexts
from layouts.texts import N_, _, fmt_date

HEADERS = {
    "code": N_("Row code"),
    "number": N_("Item no."),
    "title": N_("Measure"),
    "due": N_("Due date"),
    "executor": N_("Executor"),
    "period": N_("Reporting period"),
    "outcome": N_("Executor's mark"),
    "completed_on": N_("Actual date of completion"),
    "narrative": N_("Information on execution"),
    "quantity": N_("Quantity"),
    "unit": N_("Unit"),
    "evidence": N_("Details of the supporting document"),
    "reason": N_("Reason for non-execution"),
    "measures_taken": N_("Measures taken"),
    "proposed_due_on": N_("Proposed new date"),
    "note": N_("Note"),
    "author_post": N_("Author's post"),
    "submitted_on": N_("Handed in on"),
    "indicator": N_("Indicator"),
    "year": N_("Year"),
    "target": N_("Target"),
    "actual": N_("Actual"),
    "source": N_("Source of the value"),
}
#: As they stand in the form's list.
MARKS = {
    "done": N_("done (form)"),
    "partial": N_("in part (form)"),
    "in_progress": N_("in progress (form)"),
    "not_done": N_("not done (form)"),
}
TEXTS = {
    "sheet": N_("Report (sheet)"),
    "sheet_indicators": N_("Indicators"),
    "demo": N_("Demonstration data"),
    "instructions_sheet": N_("Instructions"),
    "instructions_title": N_("How to fill in the form"),
    "title": N_("Report on the execution of measures"),
    "title_indicators": N_("Values of indicators"),
    "for_executor": N_("executor: %(name)s"),
    "for_period": N_("Reporting period: %(period)s; to be handed in by %(day)s"),
    "as_of": N_("Open measures as of %(day)s"),
    "in_the_document": N_("(in the document: %(day)s)"),
    "wrong_value": N_("Wrong value"),
    "expected_outcome": N_("Choose one of the list."),
    "expected_date": N_("Give a date: DD.MM.YYYY."),
    "expected_number": N_("Give a number, not below zero."),
    "expected_signed": N_("Give a number."),
    "expected_text": N_("The text is longer than %(limit)s characters."),
}
#: What no file's name may hold, and how much of a name goes into it.
FORBIDDEN = frozenset('\\/:*?"<>|')
PART_LENGTH = 28
REPORT_STEPS = (
    N_("Fill in the yellow columns; the grey ones are filled in and locked."),
    N_("One row is one measure with its due date. Leave rows without news empty."),
    N_("Executor's mark: choose from the list. “Done” needs the actual date of completion."),
    N_("“Not done” needs the reason, and if need be a proposed new date."),
    N_("Dates are written DD.MM.YYYY, for example 05.04.2021; none lies in the future."),
    N_("Quantity is a number without words; its unit has a column of its own."),
    N_("Write no formulas: a cell with a formula is refused."),
    N_("No personal data: no full names, birth dates, phone numbers, addresses or documents."),
    N_("Without a date of handing in, the day on which the file is taken in counts."),
    N_("Send the file back as .xlsx, or saved as CSV. Don't delete the hidden column A."),
    N_("To correct something, change the row and send the file again: the newer report counts."),
)
INDICATOR_STEPS = (
    N_("Fill in the yellow columns; the grey ones are filled in and locked."),
    N_("One row is one indicator in one year; values known so far are filled in."),
    N_("Values are numbers, at most four decimals; an empty cell changes nothing."),
    N_("The source of the value names the document or the form of the statistics."),
    N_("Write no formulas: a cell with a formula is refused."),
    N_("Send the file back as .xlsx, or saved as CSV. Don't delete the hidden column A."),
)


def report_texts() -> FormTexts:
    """Return the words of the report form in the current language."""
    return _texts(REPORT_STEPS)


def indicator_texts() -> FormTexts:
    """Return the words of the indicator form in the current language."""
    return _texts(INDICATOR_STEPS)


def file_name(kind: str, fmt: str, *whose: str) -> str:
    """Return what a form's file is called: of "reports" or of "indicators", and whose it is.

    Each part is cut at a word, so that the name fits every file system.
    """
    title = _(TEXTS["title" if kind == "reports" else "title_indicators"])
    parts = [textwrap.shorten(_bare(one), PART_LENGTH, placeholder="…") for one in whose]
    return f"{' – '.join([title, *(one for one in parts if one)])}.{fmt}"


def _bare(text: str) -> str:
    """Return a text without what a file's name must not hold on Windows or elsewhere."""
    return "".join(" " if one in FORBIDDEN or not one.isprintable() else one for one in text)


def mark(outcome: str) -> str:
    """Return an executor's mark as it stands in the form's list."""
    return _(MARKS[outcome])


def _texts(steps: tuple[str, ...]) -> FormTexts:
    return FormTexts(
        header=lambda key: _(HEADERS[key]),
        word=mark,
        text=_text,
        instructions=tuple(f"{n}. {_(step)}" for n, step in enumerate(steps, start=1)),
    )


def _text(key: str, **values: object) -> str:
    shown = {
        name: fmt_date(value) if isinstance(value, date) else value
        for name, value in values.items()
    }
    return _(TEXTS[key], **shown)
