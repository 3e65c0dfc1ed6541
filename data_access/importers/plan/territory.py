"""The territory of a plan: from its title, the issuing body or the heading of the appendix."""

import re
from dataclasses import dataclass, replace

from data_access.importers.plan import issuer
from data_access.importers.plan.act_text import ActText
from data_access.importers.plan.adjectives import masculine
from data_access.importers.plan.letter_case import named_case
from data_access.importers.plan.territory_heads import (
    MASCULINE,
    NAMED,
    NEUTER,
    behind_adjective,
    in_front,
)
from data_access.importers.plan.text import capital, flat
from data_access.importers.plan.towns import NAME, TOWN, Town, town

REGION = rf"(?:{NAME}(?:ой|ской) области|{NAME}ого края|Республики {NAME}(?:\s\({NAME}\))?)"
#: The district that a settlement belongs to, which tells it from others of its name.
DISTRICT = rf"{NAME}ого\s+(?:муниципального\s+)?(?:района|округа)"
WITHIN = rf"(?P<region>(?:\s+{DISTRICT})?(?:\s+{REGION})?)"
_ALONE = rf"(?!{NAME}(?:ой|ого)\s+(?:области|края|района|округа))"
PATTERNS = (
    re.compile(rf"(?P<zato>ЗАТО\s+(?:г\.\s?)?{NAME}){WITHIN}"),
    re.compile(
        rf"(?P<adj>{NAME}(?:го|[ое]м))\s+(?P<head>{'|'.join((*MASCULINE, *NEUTER))})(?![а-яё])"
        rf"{WITHIN}"
    ),
    re.compile(
        rf"(?P<mo>{'|'.join(NAMED)})\s+{_ALONE}"
        rf"(?P<named>[«\"][^»\"]+[»\"]|{NAME}\s(?:район|округ)(?![а-яё])|"
        rf"(?P<of>(?:(?:пос[её]лок|станица|село)\s+|город(?:а)?\s+)?){TOWN}){WITHIN}"
    ),
    re.compile(rf"(?P<in>город[ае]|г\.)\s?(?P<city>{TOWN}){WITHIN}"),
    re.compile(
        rf"(?P<plain>{NAME}(?:[иы]й|ой)\s+(?:{'|'.join(MASCULINE.values())})|"
        rf"{NAME}[ое]е\s+(?:{'|'.join(NEUTER.values())})){WITHIN}"
    ),
)
ONLY_REGION = re.compile(rf"{REGION}|{NAME}ой Республик[иеу]")


@dataclass(frozen=True)
class Territory:
    """A territory's name in the nominative and its level; both empty where none is named.

    `guessed` is what was read where the nominative is not certain, `rival` what else the act
    names: a government above a municipal issuer, a municipality in a government's title.
    """

    name: str
    level: str
    guessed: str = ""
    rival: str = ""


def find(act: ActText) -> Territory:
    """Return the territory that the act is about."""
    said = issuer.of(act)
    found = _found(act, said.is_regional)
    if said.is_regional:
        named = _municipality(_cased(act.subject))
        return replace(found, rival=named.name) if named else found
    return replace(found, rival=said.above) if found.name else found


def _found(act: ActText, regional: bool) -> Territory:
    above = flat(" ".join((*named_case(act.above), *named_case(act.head))))[:600]
    stamp = flat(" ".join(named_case(act.stamp)))
    sources = (*sorted((act.subject, act.heading), key=_is_shouted), stamp, above)
    for text in sources:
        found = None if regional else _municipality(_cased(text))
        if found is not None:
            return found
    for text in (*sources, *act.body):
        match = ONLY_REGION.search(_cased(text))
        if match:
            return Territory(region(match.group()), "region" if regional else "municipality")
    return Territory("", "")


def _is_shouted(text: str) -> bool:
    return bool(text) and text.upper() == text


def _cased(text: str) -> str:
    return " ".join(named_case((text,)))


def _municipality(text: str) -> Territory | None:
    for pattern in PATTERNS:
        match = pattern.search(text)
        if match:
            found = _nominative(match)
            name = flat(found.name + (match["region"] or ""))
            return Territory(name, "municipality", "" if found.is_sure else flat(match.group()))
    return None


def _nominative(match: re.Match[str]) -> Town:
    found = match.groupdict()
    if found.get("zato"):
        return Town(str(found["zato"]))
    if found.get("adj"):
        return behind_adjective(found["adj"], found["head"])
    if found.get("mo"):
        return in_front(found["mo"], found["named"])
    if found.get("plain"):
        return Town(str(found["plain"]))
    named = town(found["city"], found["in"])
    return Town(f"город {named.name}", named.is_sure)


def region(genitive: str) -> str:
    """Return a region in the nominative: Иркутской области → Иркутская область."""
    text = re.sub(r"ой области$", "ая область", genitive)
    text = re.sub(r"ой Республик[иеу]$", "ая Республика", text)
    text = re.sub(r"(\w+)ого края$", lambda match: masculine(f"{match[1]}ого")[0] + " край", text)
    return capital(re.sub(r"^Республики", "Республика", text))
