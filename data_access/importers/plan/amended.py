"""Which acts an act amends: "О внесении изменений в постановление … от 15.01.2025 № 12-п …"."""

import re

from data_access.importers.plan import dates
from data_access.importers.plan.act_text import ActText
from data_access.importers.plan.requisites import NUMBER
from data_access.importers.plan.text import flat
from data_access.records.reading import CitedAct

SUBJECT = re.compile(r"^о\s+внесении\s+(?:изменени|дополнени|поправ)", re.I)
#: The date stands in front of the number: "от 15 января 2025 года № 12-п".
NEAR = 24


def is_amending(act: ActText) -> bool:
    """Tell whether the act's own subject is the change of another act."""
    return SUBJECT.match(act.subject) is not None


def read(act: ActText) -> tuple[CitedAct, ...]:
    """Return the acts that an amending act names in its subject; of another act none."""
    if not is_amending(act):
        return ()
    subject = flat(act.subject)
    days = {found.end: found.day for found in dates.find(subject)}
    return tuple(
        CitedAct(
            re.sub(r"\s", "", number.group(1)),
            next((day for end, day in days.items() if 0 <= number.start() - end <= NEAR), None),
        )
        for number in NUMBER.finditer(subject)
    )
