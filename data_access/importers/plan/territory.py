"""The territory of a plan: from its title, the issuing body or the heading of the appendix."""

import re
from dataclasses import dataclass

from data_access.importers.plan.act_text import ActText, sentence_case
from data_access.importers.plan.declension import HEADS
from data_access.importers.plan.text import capital, flat
from data_access.importers.plan.towns import NAME, TOWN, Town, adjective, town

REGION = rf"(?:{NAME}(?:ой|ской) области|{NAME}ого края|Республики {NAME}(?:\s\({NAME}\))?)"
PATTERNS = (
    re.compile(rf"(?P<zato>ЗАТО\s+(?:г\.\s?)?{NAME})(?P<region>\s+{REGION})?"),
    re.compile(
        rf"(?P<adj>{NAME}(?:ского|цкого|ного|вого|го))\s+(?P<head>{'|'.join(HEADS)})"
        rf"(?P<region>\s+{REGION})?"
    ),
    re.compile(
        rf"(?P<mo>(?:городского округа|муниципального образования|муниципального округа)\s+"
        rf"(?:[«\"][^»\"]+[»\"]|(?:город(?:а)?\s+)?{TOWN}))(?P<region>\s+{REGION})?"
    ),
    re.compile(rf"(?P<in>город[ае]|г\.)\s?(?P<city>{TOWN})(?P<region>\s+{REGION})?"),
)
ONLY_REGION = re.compile(REGION)
REGIONAL_BODY = re.compile(
    r"правительств[оа]|губернатор|министерств[оа]\b.*(?:области|края|республики)|"
    r"областн\w+ (?:комисси|закон)",
    re.I,
)
MUNICIPAL = {
    "городского округа": "городской округ",
    "муниципального образования": "муниципальное образование",
    "муниципального округа": "муниципальный округ",
}


@dataclass(frozen=True)
class Territory:
    """A territory's name in the nominative and its level; both empty where none is named.

    `guessed` is what was read where the nominative is not certain.
    """

    name: str
    level: str
    guessed: str = ""


def find(act: ActText) -> Territory:
    """Return the territory that the act is about."""
    above = sentence_case(flat(" ".join((*act.above, *act.head)))[:600], act.lines)
    sources = (act.subject, act.heading, flat(" ".join(act.stamp)), above)
    regional = bool(REGIONAL_BODY.search(" ".join((*act.above, *act.head))))
    for text in sources:
        found = None if regional else _municipality(text)
        if found is not None:
            return found
    for text in (*sources, *act.body):
        match = ONLY_REGION.search(text)
        if match:
            return Territory(region(match.group()), "region" if regional else "municipality")
    return Territory("", "")


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
        return Town(f"{adjective(found['adj'])} {HEADS[found['head']]}")
    if found.get("mo"):
        for oblique, nominative in MUNICIPAL.items():
            found["mo"] = found["mo"].replace(oblique, nominative)
        return Town(str(found["mo"]))
    named = town(found["city"], found["in"])
    return Town(f"город {named.name}", named.is_sure)


def region(genitive: str) -> str:
    """Return a region in the nominative: Иркутской области → Иркутская область."""
    text = re.sub(r"ой области$", "ая область", genitive)
    text = re.sub(r"(\w+)ого края$", lambda match: adjective(f"{match[1]}ого") + " край", text)
    return capital(re.sub(r"^Республики", "Республика", text))
