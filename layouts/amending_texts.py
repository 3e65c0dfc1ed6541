"""What is told about acts that amend a plan by clauses, in words, by the codes of findings."""

from layouts.texts import N_

AMENDING = {
    "amends_by_clauses": N_(
        "The act changes single items of a plan (%(clauses)s clauses) and is not its new version:"
        " measures read here: %(measures)s. Saved as an amendment, it would take all others off"
        " control. Take in the plan's own text with these changes made, or enter them on the page"
        " in the upload of the plan; keep this reading only if it is the whole plan."
    ),
    "clause_not_carried_out": N_(
        "The clause is not carried out by the reading: “%(read)s”. Enter the change by hand, or"
        " take in the text of the plan that has it."
    ),
}
