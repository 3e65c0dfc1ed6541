"""The words of each finding of a plan reader, by its code."""

from layouts.amending_texts import AMENDING
from layouts.compared_texts import COMPARED
from layouts.indicator_doubt_texts import INDICATORS
from layouts.texts import N_

FINDINGS = {
    "act_date_absent": N_("The date of the act was not found."),
    "act_number_absent": N_("The number of the act was not found."),
    "act_date_contradiction": N_(
        "The act is dated %(first)s in its head and %(second)s in the approval stamp: choose one."
    ),
    "act_number_contradiction": N_(
        "The act has the number %(first)s in its head and %(second)s in the approval "
        "stamp: choose one."
    ),
    "act_date_before_cited": N_("The act is dated %(first)s but cites an act of %(second)s."),
    "act_not_before": N_("The act cannot be earlier than %(second)s: it cites an act of that day."),
    "title_absent": N_("The title of the plan was not found."),
    "territory_absent": N_("The territory of the plan was not found."),
    "territory_guessed": N_(
        "The territory “%(read)s” is taken as “%(proposal)s”: is its name right?"
    ),
    "territory_contradicted": N_(
        "The act names “%(read)s” too; its territory is taken as “%(proposal)s”: is that right?"
    ),
    "post_guessed": N_(
        "“%(read)s” is read as “%(proposal)s”; case or surname were guessed: is it right?"
    ),
    "post_name_kept": N_(
        "The last word of “%(read)s” was kept as the name of a place: is it no surname?"
    ),
    "controller_absent": N_("The act does not say who controls its execution."),
    "controller_unsigned": N_(
        "Who signs the act keeps the control, but no post stands in its signature: enter it."
    ),
    "reporting_absent": N_("The act sets no duty to report."),
    "reporting_often_guessed": N_(
        "The act names days of reports, %(read)s, and not how often: that was taken from"
        " the days. Is it right?"
    ),
    "reporting_days_left": N_(
        "The act names several days of reports, %(read)s, at no even distance: only one"
        " of them becomes a period. Choose how often reports are due."
    ),
    "reporting_year_guessed": N_(
        "The act does not say which year the report is about that is due early in each year: it is"
        " read as due in that year itself, %(read)s. If it is about the year before, set:"
        " %(proposal)s."
    ),
    "term_named_differently": N_(
        "The term of the plan is named in different ways: %(read)s; it is read as %(term)s."
    ),
    "term_backward": N_(
        "The act names a term that ends before it starts: %(read)s. Set its first and last day."
    ),
    "term_start_derived": N_(
        "The act names only the end of the term; its start is taken from the deadlines: %(term)s."
    ),
    "term_derived": N_(
        "The act does not name the plan's term; it is taken from the deadlines: %(term)s."
    ),
    "term_absent": N_("The plan's term was not found: set its first and last year."),
    "sections_absent": N_("The plan has no sections."),
    "section_unnumbered": N_("The section has no number in the act; it is shown as %(number)s."),
    "section_repeated": N_("Section %(read)s stands twice."),
    "section_differs": N_(
        "The number does not belong to section %(read)s, under which the measure stands."
    ),
    "section_absent": N_("The section of this measure has no row of its own."),
    "markup_removed": N_("Mark-up that got into the text was removed: %(count)s."),
    "header_misspelt": N_("The column “%(read)s” is read as “%(proposal)s”: is that meant?"),
    "table_ended": N_("The table is read as ending before “%(read)s”: does it go on below?"),
    "table_left_out": N_(
        "A table below the plan has as many columns but does not go on with it, and was left out:"
        " “%(read)s”. Does it belong to the plan?"
    ),
    "cell_cut": N_(
        "Column %(column)s of the row is longer than %(limit)s letters: the last"
        " %(count)s were left out."
    ),
    "paragraph_cut": N_(
        "The paragraph is longer than %(limit)s letters: the last %(count)s were left out."
    ),
    "text_cut": N_(
        "The text of the act has more than %(limit)s paragraphs: from here on, %(count)s of them"
        " were left out."
    ),
    "cut_elsewhere": N_("In %(count)s more places texts that are too long were cut."),
    "row_joined": N_("The row goes on in the next one (page end); the parts were joined."),
    "cells_slid": N_("Cells had slid into neighbouring columns and were put back: check the row."),
    "number_absent": N_("The measure has no number; %(proposal)s is proposed."),
    "number_completed": N_(
        "The number %(read)s repeats in each section and was completed with that of the section."
    ),
    "number_repeated": N_("The number %(read)s stands twice."),
    "number_missing": N_(
        "Missing before this item: %(missing)s. Left out, or is the number wrong?"
    ),
    "number_order": N_("The number is out of order."),
    "deadline_absent": N_(
        "The deadline is not given; the end of the plan, %(proposal)s, is proposed."
    ),
    "deadline_unknown": N_("The deadline could not be read: set the date by hand."),
    "deadline_start_unread": N_(
        "The start “%(read)s” could not be read: only the end, “%(end)s”, counts."
    ),
    "deadline_columns_differ": N_(
        "The deadline “%(read)s” counts; the columns of start and end say “%(other)s”."
    ),
    "deadline_merged": N_("The cell holds the deadlines of several rows: divide them by hand."),
    "deadline_redistributed": N_(
        "Deadlines of several rows stood in one cell; by their order this row has "
        "“%(proposal)s”: confirm it."
    ),
    "deadline_repaired": N_("A damaged word was read as “%(proposal)s”."),
    "deadline_before_act": N_("Dates before the act can have been signed are left out: %(read)s."),
    **COMPARED,
    **AMENDING,
    "deadline_after_plan": N_("The date lies after the end of the plan: %(read)s."),
    "deadline_in_title": N_("The title names a term of its own: “%(read)s”."),
    "executor_absent": N_("No executor is named."),
    "executor_list_open": N_("The list of executors breaks off with a comma: is one missing?"),
    "executor_repeated": N_("“%(read)s” is named twice."),
    "executors_redistributed": N_(
        "Executors of two rows stood in one cell; this row got “%(proposal)s”: confirm it."
    ),
    "comma_missing": N_(
        "A comma is missing before “%(read)s”; it is taken as an executor of its own."
    ),
    "executors_parted": N_(
        "“%(read)s” is taken as executors of their own: “%(proposal)s”. Is that so?"
    ),
    "executors_linked": N_("“%(read)s” is taken as one executor: are several meant?"),
    "person_left_out": N_(
        "The name of a person was left out: executors are bodies and posts, here “%(proposal)s”."
    ),
    "abbreviation_ambiguous": N_(
        "“%(read)s” is explained in several ways: %(meanings)s. Which one is meant here?"
    ),
    "unit_inside": N_(
        "No sign stands between the organisation and its unit; “%(read)s” is taken as one executor."
    ),
    "name_misprint": N_("“%(read)s” seems to hold a misprint; “%(proposal)s” is proposed."),
    "executor_alike": N_("“%(read)s” is like “%(proposal)s” (%(score)s %%): the same executor?"),
    "abbreviation_undefined": N_("The abbreviation “%(read)s” is not explained in the document."),
    "abbreviation_told": N_(
        "The act's text explains “%(read)s”: “%(made)s”. Is the name in the right case?"
    ),
    "agreement_differs": N_(
        "“%(read)s” is marked “by agreement” in other rows but not in this one."
    ),
    **INDICATORS,
}
