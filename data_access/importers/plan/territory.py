"""The territory of a plan: from its title, the issuing body or the heading of the appendix."""

import re
from dataclasses import dataclass

from data_access.importers.plan.act_text import ActText, sentence_case
from data_access.importers.plan.declension import HEADS, city
from data_access.importers.plan.text import capital, flat

NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*"
REGION = rf"(?:{NAME}(?:ой|ской) области|{NAME}ого края|Республики {NAME}(?:\s\({NAME}\))?)"
PATTERNS = (
    re.compile(rf"(?P<zato>ЗАТО\s+(?:г\.\s?)?{NAME})(?P<region>\s+{REGION})?"),
    re.compile(
        rf"(?P<adj>{NAME}(?:ского|цкого|ного|вого|го))\s+(?P<head>{'|'.join(HEADS)})"
        rf"(?P<region>\s+{REGION})?"
    ),
    re.compile(
        rf"(?P<mo>(?:городского округа|муниципального образования|муниципального округа)\s+"
        rf"(?:[«\"][^»\"]+[»\"]|(?:город(?:а)?\s+)?{NAME}))(?P<region>\s+{REGION})?"
    ),
    re.compile(rf"(?P<in>город[ае]|г\.)\s?(?P<city>{NAME})(?P<region>\s+{REGION})?"),
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
    """A territory's name in the nominative and its level; both empty where none is named."""

    name: str
    level: str


def find(act: ActText) -> Territory:
    """Return the territory that the act is about."""
    above = sentence_case(flat(" ".join((*act.above, *act.head)))[:600], act.lines)
    sources = (act.subject, act.heading, flat(" ".join(act.stamp)), above)
    regional = bool(REGIONAL_BODY.search(" ".join((*act.above, *act.head))))
    for text in sources:
        found = None if regional else _municipality(text)
        if found is not None:
            return Territory(found, "municipality")
    for text in (*sources, *act.body):
        match = ONLY_REGION.search(text)
        if match:
            return Territory(region(match.group()), "region" if regional else "municipality")
    return Territory("", "")


def _municipality(text: str) -> str | None:
    for pattern in PATTERNS:
        match = pattern.search(text)
        if match:
            return flat(_nominative(match) + (match["region"] or ""))
    return None


def _nominative(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found.get("zato"):
        return str(found["zato"])
    if found.get("adj"):
        return f"{adjective(found['adj'])} {HEADS[found['head']]}"
    if found.get("mo"):
        for oblique, nominative in MUNICIPAL.items():
            found["mo"] = found["mo"].replace(oblique, nominative)
        return str(found["mo"])
    # "в городе Лысьва": declined it would end otherwise.
    is_whole = found["in"] == "городе" and found["city"].endswith(("а", "я"))
    return f"город {found['city'] if is_whole else city(found['city'])}"


def adjective(genitive: str) -> str:
    """Return a masculine adjective in the nominative: Токарёвского → Токарёвский."""
    if re.search(r"[кгхжшщч]ого$", genitive):
        return genitive[:-3] + "ий"
    return re.sub(r"ого$", "ый", re.sub(r"его$", "ий", genitive))


def region(genitive: str) -> str:
    """Return a region in the nominative: Иркутской области → Иркутская область."""
    text = re.sub(r"ой области$", "ая область", genitive)
    text = re.sub(r"(\w+)ого края$", lambda match: adjective(f"{match[1]}ого") + " край", text)
    return capital(re.sub(r"^Республики", "Республика", text))
