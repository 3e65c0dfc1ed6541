"""Kinds of territories that stand behind an adjective or in front of a name, in their cases."""

from data_access.importers.plan.adjectives import genitive_of, masculine, neuter
from data_access.importers.plan.towns import Town

_MASCULINE = {
    "муниципального округа": "муниципальный округ",
    "муниципального района": "муниципальный район",
    "городского округа": "городской округ",
    "сельского округа": "сельский округ",
    "района": "район",
    "сельсовета": "сельсовет",
    "улуса": "улус",
}
_NEUTER = {
    "городского поселения": "городское поселение",
    "сельского поселения": "сельское поселение",
    "муниципального образования": "муниципальное образование",
}
_AT = (
    ("ого ", "ом "),
    ("округа", "округе"),
    ("района", "районе"),
    ("поселения", "поселении"),
    ("образования", "образовании"),
    ("сельсовета", "сельсовете"),
    ("улуса", "улусе"),
)


def _at(head: str) -> str:
    """Return the kind as it stands in "в … районе"."""
    for genitive, locative in _AT:
        head = head.replace(genitive, locative)
    return head


def _both(heads: dict[str, str]) -> dict[str, str]:
    return {**heads, **{_at(head): nominative for head, nominative in heads.items()}}


#: Behind an adjective: "Лесного района", "в Сосновоборском сельском поселении".
MASCULINE = _both(_MASCULINE)
NEUTER = _both(_NEUTER)
#: In front of a name: "городского округа Заречный".
NAMED = {
    head: nominative
    for head, nominative in {**MASCULINE, **NEUTER}.items()
    if nominative not in ("район", "сельсовет", "улус")
}


def behind_adjective(adjective: str, head: str) -> Town:
    """Return "Лесной район" of "Лесного" and "района"."""
    genitive = genitive_of(adjective)
    if head in NEUTER:
        return Town(f"{neuter(genitive)} {NEUTER[head]}")
    name, is_sure = masculine(genitive)
    return Town(f"{name} {MASCULINE[head]}", is_sure)


def in_front(head: str, name: str) -> Town:
    """Return "городской округ Заречный"; a name in an oblique case is guessed."""
    if name.endswith(("ого", "его")):
        return Town(f"{NAMED[head]} {masculine(name)[0]}", is_sure=False)
    return Town(f"{NAMED[head]} {name}")
