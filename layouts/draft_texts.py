"""What stands in the way of an edit, or of saving a draft, in words.

A fault carries a code with values; the words for them stand here alone, the names of fields in
`field_texts.py`.
"""

from data_access.records.drafts import DraftFault
from data_access.records.reading import Finding
from layouts.field_texts import FIELDS, field_text
from layouts.import_texts import finding_text
from layouts.texts import N_, _

FAULTS = {
    # commands
    "forbidden": N_("Your account may not do this."),
    "too_large": N_("The file is larger than %(limit)s MB."),
    "too_many_drafts": N_(
        "There are %(limit)s unfinished uploads already: save or discard some of them first."
    ),
    "changed_elsewhere": N_("While the form was open this was changed to “%(now)s”."),
    "emptied_elsewhere": N_("While the form was open this was emptied."),
    "target_chosen_elsewhere": N_(
        "Meanwhile something else was chosen here. Load the page anew to see it."
    ),
    "target_changed": N_(
        "Where the plan goes was changed meanwhile, in another window; your choice was not taken."
        " Now it is as shown here: look at it and choose once more."
    ),
    "shown_otherwise": N_(
        "Saving would no longer do what the page showed: something was changed meanwhile, in"
        " another window or by another person. Nothing was saved; look at the page once more."
    ),
    "settled_meanwhile": N_(
        "This was settled otherwise meanwhile, as it stands here now. It was left so."
    ),
    "decided_meanwhile": N_(
        "This name was decided otherwise meanwhile, as it stands here now. It was left so."
    ),
    "finding_decided": N_("This was decided already by somebody else."),
    "unknown_draft": N_("There is no such draft: it was saved, given up, or is too old."),
    "unknown_plan": N_("There is no such plan in this territory."),
    "unknown_territory": N_("There is no such territory among yours."),
    "territory_namesakes": N_(
        "Several territories are called “%(name)s”: choose one, or name its region."
    ),
    "territory_not_known": N_("There is no territory “%(name)s”."),
    "territory_not_known_alike": N_("There is no territory “%(name)s”. Alike: %(alike)s."),
    "not_retitled": N_(
        "The act holds no measure %(number)s with another title than that of the saved one."
    ),
    "not_joinable": N_(
        "This pair cannot be made: the measure is not new, or the former one does not go any more."
    ),
    "not_joinable_numbers": N_(
        "The act adds no measure %(new)s, or the measure %(old)s does not go: they cannot be the"
        " same."
    ),
    "looks_personal": N_(
        "This looks like personal data (a full name, a birth date, an address, a phone number or"
        " that of a document), and others will read it: name the document or the post instead."
    ),
    "unknown_finding": N_("There is no such finding."),
    "unknown_executor": N_("There is no such executor in the draft."),
    "unknown_candidate": N_("This executor cannot be meant."),
    "unknown_row": N_("There is no such row any more."),
    "unknown_action": N_("This cannot be done: %(value)s."),
    "unknown_field": N_("There is no such field."),
    "unknown_choice": N_("“%(value)s” cannot be chosen here."),
    "choice_missing": N_("Choose one of them."),
    "region_in_region": N_("A region does not lie within another region."),
    "in_the_future": N_("The day is still to come."),
    # values
    "value_missing": N_("Something is to be filled in."),
    "not_a_text": N_("A text is expected."),
    "too_long": N_("The text has %(length)s characters, at most %(limit)s are taken."),
    "not_a_date": N_("“%(value)s” is no date: DD.MM.YYYY is expected."),
    "year_out_of_range": N_("The year has to lie between 1990 and 2100."),
    "date_out_of_range": N_("Item %(number)s: the date %(date)s lies outside 1990–2100."),
    "not_a_number": N_("“%(value)s” is no number with at most four decimals."),
    "not_by_year": N_(
        "“%(value)s”: give the year and its value, for example 2020: 13; 2021: 12,5."
    ),
    "year_twice": N_("The year %(value)s is given twice."),
    "not_an_item_number": N_(
        "“%(value)s” cannot be a number here: letters, digits, dots, dashes and brackets are taken."
    ),
    "not_in_range": N_("A whole number from %(first)s to %(last)s is expected."),
    "not_fields": N_("The values have another form than expected."),
    "too_many": N_("There are more than %(limit)s of them."),
    "start_after_due": N_("The start lies after the due date."),
    "unknown_section": N_("There is no section “%(value)s”."),
    "section_in_use": N_("Section %(number)s still has measures."),
    "number_twice": N_("The number %(number)s stands twice (draft)."),
    "number_taken": N_("The number %(number)s is taken: “%(title)s”."),
    "row_removed": N_("This row was taken out meanwhile: put it back to change it."),
    # saving
    "term_missing": N_("The first and the last day of the plan are to be set."),
    "term_order": N_("The plan ends before it begins."),
    "reporting_due_missing": N_("Reports are owed, but by which day is not said."),
    "no_measures": N_("The plan has no measures."),
    "territory_undecided": N_("Choose the territory that the plan belongs to."),
    "target_undecided": N_("Say whether this is a new plan or amends a saved one."),
    "target_foreign": N_(
        "The act is about “%(read)s”, the plan belongs to “%(name)s”, and of its %(of)s measures"
        " the act knows %(known)s, the others would be taken off control: confirm that it amends"
        " this plan, or choose another one."
    ),
    "target_elsewhere": N_(
        "The act is about “%(read)s”, the plan belongs to “%(name)s”:"
        " confirm that it amends this plan, or choose another one."
    ),
    "target_unlike": N_(
        "Of the plan's %(of)s measures the act knows %(known)s, the others would be taken off"
        " control: confirm that it amends this plan, or choose another one."
    ),
    "executor_undecided": N_("Say who is meant by “%(name)s”."),
    "executor_not_in_act": N_("The act names no executor “%(name)s”."),
    "executor_not_known": N_(
        "“%(name)s”: neither an executor of this territory, its region or its plans nor another"
        " executor of the act is called “%(who)s”."
    ),
    "executor_of_several": N_(
        "“%(name)s”: several executors are called “%(who)s”, give the number of one: %(numbers)s."
    ),
    "finding_open": N_("A finding that must be settled is open: %(finding)s"),
    "indicator_twice": N_("The indicator “%(name)s” stands twice."),
    "database_refused": N_("The database refused the plan; nothing was saved: %(reason)s"),
    "changed_meanwhile": N_("The plan was changed meanwhile; nothing was saved. Try once more."),
}


#: Faults of a field that somebody else changed while a form was open.
ELSEWHERE = frozenset({"changed_elsewhere", "emptied_elsewhere"})


def once_more() -> str:
    """Return what can be done where somebody else changed a field of a form."""
    return _("Nothing is kept yet. Press the button once more to keep yours, or cancel.")


def draft_fault_text(fault: DraftFault, *, beside: bool = False) -> str:
    """Return the sentence for a fault.

    It names its field where the sentence itself does not; not `beside` that field.
    """
    shown = dict(fault.values)
    if fault.code == "finding_open":
        shown["finding"] = _finding(fault)
    said = _(FAULTS[fault.code], **shown) if fault.code in FAULTS else fault.code
    if beside or fault.code not in PLAIN or fault.field not in FIELDS:
        return said
    return f"{field_text(fault.field)}: {said}"


def _finding(fault: DraftFault) -> str:
    values = dict(fault.values)
    number = values.get("measure", "")
    code, read, proposal = (values.get(name, "") for name in ("code", "read", "proposal"))
    finding = Finding(number or None, fault.field, code, "error", read, proposal, parameters=values)
    said = finding_text(finding)
    return _("item %(number)s: %(said)s", number=number, said=said) if number else said


#: Sentences that do not say which field they are about.
PLAIN = frozenset(
    {"not_by_year", "year_twice"}
    | {"value_missing", "too_long", "not_a_date", "not_a_number", "not_in_range", "not_a_text"}
    | {
        "unknown_choice",
        "choice_missing",
        "not_fields",
        "too_many",
        "in_the_future",
        "year_out_of_range",
    }
)
