"""The deadline reader's questions in words.

The reader asks by a code with values, because it knows no language; the words stand here alone.
"""

from collections.abc import Mapping
from datetime import date

from layouts.texts import N_, _, fmt_date

QUESTIONS = {
    "empty": N_("The deadline is not given: is it the end of the plan, %(proposal)s?"),
    "too_long": N_("This is too long for a deadline: has the text slid from another column?"),
    "not_a_deadline": N_("This is not read as a deadline: when is the measure due?"),
    "merged": N_("Several deadlines seem to be run together: which one belongs to this measure?"),
    "impossible_date": N_("There is no day %(day)s in month %(month)s: is %(proposal)s meant?"),
    "impossible_month": N_("There is no month %(month)s: which date is meant?"),
    "impossible_period": N_("The calendar has no “%(words)s”: which date is meant?"),
    "backward_range": N_("“%(words)s” ends before it begins: which dates are meant?"),
    "event": N_("The deadline depends on an event: which date is to be watched?"),
    "document": N_("The deadline stands in another document: which date is to be watched?"),
    "clock": N_("The time runs from an event: which date is to be watched?"),
    "school": N_("The dates follow the school calendar: which are they?"),
    "holidays": N_(
        "The days follow the school calendar; the end of the plan is watched. Is that right?"
    ),
    "outside_term": N_("Outside the plan's term: %(dates)s. Is that right?"),
    "after_term": N_("The work would begin after the end of the plan. Is that right?"),
    "shorter_than_term": N_("The plan itself lasts until %(end)s: is the earlier end meant?"),
    "longer_than_term": N_(
        "It recurs less often than the plan lasts; the end of the plan is watched. Is that right?"
    ),
    "no_year": N_("No year is given: does the deadline hold in every year of the plan?"),
    "one_year_yearly": N_(
        "One year is named and yet every year: does it hold from that year to the end of the plan?"
    ),
    "period_before": N_(
        "The year or period before another one is named; it is read as the plan's own: which dates"
        " are meant?"
    ),
    "over_new_year": N_(
        "The time runs over New Year: is %(start)s – %(end)s meant, or other years too?"
    ),
    "then_recurs": N_(
        "What recurs after the first date is taken at the ends of the periods. Is that right?"
    ),
    "several_days": N_("Several days of the month are named: which holds for which month?"),
    "next_year": N_(
        "The dates do not run in order; a later one is taken for the next year. Is that right?"
    ),
    "order": N_("The dates do not run in order and have one year: do all of them fall in it?"),
    "range_end": N_("Is the end of the whole range meant, or the end of each part of it?"),
    "before_excludes": N_("Does the time end before the named period, by %(date)s?"),
    "vague": N_("The words leave the day open: which date is meant?"),
    "report_date": N_("The date of the report is taken as the deadline. Is that right?"),
    "also_event": N_(
        "An event or another document is named beside the time: does the date hold for it too?"
    ),
    "at_least": N_("This is a minimum: is the end of each part of the year to be watched?"),
    "several_times": N_(
        "It is due several times in each period: is one control point at its end enough?"
    ),
    "several_frequencies": N_(
        "Several frequencies are named; the highest is taken. Is that right?"
    ),
    "contradiction": N_("The frequency and the dates do not agree: which of them hold?"),
    "more_dates": N_("Dates are named beside the recurring days: do both hold?"),
    "each_period": N_("Is the end of every such period meant?"),
    "monthly_assumed": N_("The reported period is not named: is it a month?"),
    "quarterly_assumed": N_("The reported period is not named: is it a quarter?"),
    "which_month": N_("The month is not named: is it rightly chosen?"),
    "number_words": N_("“%(words)s”: the figures and the words differ; which of them hold?"),
    "calendar": N_(
        "Working days are counted without the transfers of days off for %(years)s, "
        "which are not known yet: check %(dates)s."
    ),
    "no_sign": N_(
        "The deadlines stand without a sign between them: do all belong to this measure?"
    ),
    "unread": N_("Not understood: “%(words)s”. Does it change the deadline?"),
}
NAMES = ("proposal", "start", "day", "month", "dates", "end", "date", "words", "years")
UNKNOWN = "…"
MOST_DATES = 4


def question_text(code: str, values: Mapping[str, object] | None = None) -> str:
    """Return the sentence for a question; KeyError for a code that the reader does not have.

    `values` are those of the question; one that is not given shows as "…".
    """
    shown = dict.fromkeys(NAMES, UNKNOWN)
    shown |= {name: _shown(value) for name, value in (values or {}).items()}
    return _(QUESTIONS[code], **shown)


def _shown(value: object) -> str:
    if isinstance(value, date):
        return fmt_date(value)
    if isinstance(value, tuple):
        more = [UNKNOWN] if len(value) > MOST_DATES else []
        return ", ".join([_shown(one) for one in value[:MOST_DATES]] + more)
    return str(value)
