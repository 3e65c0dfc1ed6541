"""What a plan reader doubts about indicators, in words, by the codes of findings."""

from layouts.texts import N_

INDICATORS = {
    "indicator_value_unread": N_("The value “%(read)s” of “%(indicator)s” is no number."),
    "indicator_direction": N_(
        "Neither the words nor the values of “%(indicator)s” tell whether it is to grow or to fall."
    ),
    "indicator_direction_differs": N_(
        "The words of “%(indicator)s” say the opposite of its values: is it to grow or to fall?"
    ),
    "indicator_unit": N_("The indicator “%(indicator)s” has no unit."),
    "indicator_negative": N_(
        "The value %(read)s of “%(indicator)s” is below zero: is that meant, or a dash?"
    ),
    "indicator_over_hundred": N_(
        "The value %(read)s of “%(indicator)s” is more than 100 per cent: is that meant?"
    ),
    "indicator_zero": N_(
        "The target of %(year)s for “%(indicator)s” is 0: is it really zero or cut off?"
    ),
}
