"""Why a file is no plan, in words: the refusals of the plan reader."""

from layouts.texts import N_, _

REFUSALS = {
    "empty": N_("The file is empty (plan)."),
    "too_large": N_("The file is larger than %(limit)s MB."),
    "zip_bomb": N_("The file would unpack to far more than an act can hold and is not opened."),
    "too_many_rows": N_("The tables have more than %(limit)s rows."),
    "too_many_pages": N_("The file has more than %(limit)s pages."),
    "too_slow": N_(
        "Reading the file takes too much time or memory: convert it to .docx or split it."
    ),
    "damaged": N_("The file is damaged and cannot be read."),
    "encrypted": N_("The file is protected with a password: save it without one."),
    "wrong_extension": N_("The file is named .%(extension)s but is none."),
    "not_word": N_("The file is an archive or another kind of document, not a Word document."),
    "workbook": N_(
        "This is an Excel workbook. Put a filled-in form in as executors' reports or values of "
        "indicators; a plan from a workbook has to be saved as PDF or copied into Word first."
    ),
    "old_word": N_("The file has the old Word format .doc: save it as .docx."),
    "rtf": N_("The file is RTF: save it as .docx."),
    "picture": N_("The file is a picture: the text of the act is needed."),
    "picture_pdf": N_("The PDF holds pictures of pages without text: recognise the text first."),
    "not_text": N_("The file is no text."),
    "no_text": N_("The file holds no text."),
    "letter": N_(
        "The document is a letter; it holds no plan with measures, deadlines and executors."
    ),
    "amends_by_clauses": N_(
        "The act amends a plan by clauses (%(count)s, the first: “%(first)s”) and holds no plan "
        "itself. Clauses are not carried out by the reading: take in the plan's own text with "
        "these changes made, or enter them on the page in the upload of the plan."
    ),
    "no_plan": N_(
        "No plan was found: there is no table with measures and their deadlines or executors."
    ),
    "no_measure_column": N_(
        "No plan was found: the table with the columns “%(columns)s” has no column of measures "
        "(such as “%(like)s”)."
    ),
    "no_due_column": N_(
        "No plan was found: the table with the columns “%(columns)s” has neither deadlines nor "
        "executors (such as “%(like)s”)."
    ),
    "misnamed_column": N_(
        "No plan was found in the table with the columns “%(columns)s”: is the column “%(title)s” "
        "“%(meant)s”? Correct its title and upload the file again."
    ),
    "empty_form": N_("The table of measures has a header but no measures."),
}


def refusal_text(code: str, parameters: dict[str, str]) -> str:
    """Return the sentence for a refused file."""
    return _(REFUSALS.get(code, REFUSALS["damaged"]), **parameters)
