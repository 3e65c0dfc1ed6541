"""What was wrong in a file that somebody handed in, in words and with its place."""

from data_access.records.forms import Fault
from layouts.texts import N_, _

FAULTS = {
    # the whole file
    "empty_file": N_("The file is empty."),
    "too_big": N_("The file is larger than %(limit)s MB."),
    "wrong_extension": N_("“%(suffix)s” is not taken: .xlsx or .csv is expected."),
    "not_its_extension": N_("The content of the file is not what its extension %(suffix)s says."),
    "old_or_protected": N_(
        "The file has the old format .xls or a password: save it as .xlsx without a password."
    ),
    "broken_file": N_("The file is damaged and cannot be opened."),
    "broken_csv": N_("The CSV is damaged near line %(line)s: a quotation mark is not closed."),
    "not_text": N_("The file is no text in UTF-8 or Windows-1251."),
    "not_a_workbook": N_("The file is no Excel workbook."),
    "unpacks_too_big": N_("The file would unpack to more than %(limit)s MB and is not opened."),
    "dangerous_file": N_("The file declares its own document type or entities and is not opened."),
    "too_many_sheets": N_("The file has more than %(limit)s sheets."),
    "too_many_rows": N_("The file has more than %(limit)s rows."),
    "no_form": N_("No sheet has the form's header: take a fresh form and fill it in."),
    "column_missing": N_(
        "The header row lacks %(columns)s: the headers have to stand as in the form."
    ),
    "column_twice": N_("The header “%(column)s” stands twice."),
    # a column
    "unknown_header": N_("the form has no such column: it is not read"),
    "no_header": N_("column %(letter)s has no header: it is not read"),
    "misspelt_header": N_("the form has no such column: it is not read; is “%(meant)s” meant?"),
    "misspelt_and_filled": N_(
        "the form has no such column, and what is filled in (cells: %(cells)s) would be lost: "
        "correct the header to “%(meant)s”, or delete the column"
    ),
    # once more the whole file
    "nothing_filled_in": N_("Nothing is filled in."),
    "database_refused": N_("The database refused the rows: the plan has changed. Try once more."),
    # one cell
    "formula": N_("a formula; give the value itself"),
    "error": N_("an error of a formula instead of a value"),
    "wrong_kind": N_("this kind of value is not taken here"),
    "control_sign": N_("the text has signs that cannot be printed"),
    "too_long": N_("the text has %(length)s characters, at most %(limit)s are taken"),
    "not_a_date": N_("no date: DD.MM.YYYY is expected"),
    "no_such_day": N_("there is no such day"),
    "year_out_of_range": N_("the year is to be between %(first)s and %(last)s"),
    "not_a_number": N_("no number"),
    "too_many_decimals": N_("more than %(limit)s decimals"),
    "no_outcome": N_("the mark is missing: choose one of the list"),
    "unknown_outcome": N_("there is no such mark: choose one of the list"),
    # one row
    "no_code": N_("the row has no code: take a fresh form, or name the plan"),
    "unknown_code": N_("there is no such row for you: take a fresh form"),
    "point_gone": N_("the plan no longer has this control point: take a fresh form"),
    "period_gone": N_("the plan no longer has this reporting period: take a fresh form"),
    "moved": N_("the code of the row belongs to another row of the form: values have slid"),
    "unknown_number": N_("the plan has no such item"),
    "which_number": N_("several items may be meant (%(meant)s): give the title too"),
    "other_title": N_("the item has another title: correct it or the number"),
    "unknown_executor": N_("the measure has no such executor"),
    "which_point": N_("the measure has several due dates: name one of them exactly"),
    "unknown_period": N_("the plan has no such reporting period"),
    "unknown_indicator": N_("the plan has no such indicator"),
    "no_year": N_("the year is missing"),
    "row_twice": N_("the same row stands in line %(first)s already"),
    # what does not go together
    "done_without_date": N_("“done” needs the actual date of completion"),
    "date_without_done": N_("a date of completion, and yet the mark says that it is not done"),
    "not_done_without_reason": N_("“not done” needs the reason"),
    "negative": N_("the number is below zero"),
    "over_hundred": N_("more than 100 per cent"),
    "new_date_for_done": N_("a new date is proposed for what is done"),
    "in_the_future": N_("the date lies in the future (today is %(today)s)"),
    "too_early": N_("the date lies more than a year before the plan (from %(start)s)"),
    "completed_after_submitted": N_("completed later than the report was handed in"),
    "before_period": N_("the report is handed in before its period “%(period)s” began (%(start)s)"),
    "new_date_in_the_past": N_("the proposed date is not later than the report"),
    "year_not_begun": N_("the year %(year)s has not begun: there can be no actual value"),
    # personal data
    "personal_full_name": N_("looks like personal data: a person's full name"),
    "personal_birth_date": N_("looks like personal data: a birth date or an age"),
    "personal_snils": N_("looks like personal data: an insurance number (SNILS)"),
    "personal_passport": N_("looks like personal data: a passport or a birth certificate"),
    "personal_phone": N_("looks like personal data: a phone number"),
    "personal_address": N_("looks like personal data: an address"),
    # early dates
    "early_plan": N_("earlier than the plan's first day (%(start)s): is the date right?"),
    "early_point": N_(
        "earlier than the time of this control point began (%(start)s): is the date right, and is"
        " the row?"
    ),
    "early_report": N_(
        "the report is handed in before the plan's first day (%(start)s): is the date right?"
    ),
    # doubts
    "no_evidence": N_("done, but no supporting document is named"),
    "no_narrative": N_("no information on what was done"),
    "no_unit": N_("the quantity has no unit"),
    "released": N_(
        "the executor is not named for this measure any more (since %(day)s): the report is kept"
        " and counts for nothing"
    ),
    "began_later": N_(
        "the executor has this measure only since %(day)s, when the period was over: the report"
        " is owed by nobody"
    ),
    "taken_off": N_(
        "this was taken off control on %(day)s: the report is kept and changes no status"
    ),
    "older": N_("older than the report recorded last: kept in the history, changes no status"),
    "older_value": N_(
        "older than the value recorded last (%(newest)s): kept in the history, that one stays in"
        " force"
    ),
    "said_before": N_(
        "this was reported on %(said)s and corrected on %(newest)s: the correction stays. If the"
        " row holds again, fill in the day on which it is handed in"
    ),
}


def fault_text(fault: Fault) -> str:
    """Return "sheet, row, column: what is wrong", as much of the place as there is."""
    said = said_of(fault)
    place = ", ".join(_place(fault))
    if fault.value:
        said = _("“%(value)s” – %(said)s", value=fault.value, said=said)
    return f"{place}: {said}" if place else said


def said_of(fault: Fault) -> str:
    """Return what is wrong alone, without its place."""
    return _(FAULTS[fault.code], **fault.values)


def _place(fault: Fault) -> list[str]:
    parts = []
    if fault.sheet:
        parts.append(_("sheet “%(name)s”", name=fault.sheet))
    if fault.row is not None:
        parts.append(_("row no. %(n)s", n=fault.row))
    if fault.column:
        parts.append(_("column “%(name)s” (%(cell)s)", name=fault.column, cell=fault.cell))
    return parts
