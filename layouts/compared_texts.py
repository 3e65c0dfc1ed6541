"""What the comparison of an act with a saved plan finds, in words, by the codes of findings."""

from layouts.texts import N_

COMPARED = {
    "date_before_amendment": N_(
        "The date %(date)s lies before %(day)s, from which the act counts: it becomes no control"
        " date."
    ),
    "date_before_amendment_kept": N_(
        "The date %(date)s lies before %(day)s, from which the act counts: the former one,"
        " %(old)s, stays in force."
    ),
    "date_stays_owed": N_(
        "The act no longer names the date %(date)s, but it was due before %(day)s, from which the"
        " act counts, and is not done: it stays owed. If it is not wanted any more, a decision has"
        " to take it off control."
    ),
    "later_act_taken_in": N_(
        "An act that counts from a later day was taken in already: %(act)s, from %(day)s. This act"
        " would undo what that one changed, and would begin nothing earlier. Take that one in"
        " again afterwards."
    ),
    "term_start_stays": N_(
        "The act names %(said)s as the first day of the plan, which runs since %(stays)s: that day"
        " stays, so that nothing changes for days gone by. If it was wrong from the beginning,"
        " correct it by hand."
    ),
    "measure_retitled": N_(
        "Another title stands under the same number %(number)s, in the plan it is “%(old)s”:"
        " taken for the same measure, which stays under control."
    ),
    "measure_replaced": N_(
        "Another title stands under the same number %(number)s, in the plan it is “%(old)s”:"
        " taken for another measure, the former one goes off control."
    ),
}
