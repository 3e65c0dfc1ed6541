"""Who issues an act: of a region or of a municipality, by the body nearest to the act's kind."""

import re
from dataclasses import dataclass

from data_access.importers.plan.act_text import ActText
from data_access.importers.plan.text import flat

REGIONAL_BODY = re.compile(
    r"правительств[оа]|губернатор|министерств[оа]\b.*(?:области|края|республики)|"
    r"областн\w+ (?:комисси|закон)",
    re.I,
)
MUNICIPAL_BODY = re.compile(r"^(?:администрация|мэрия|глава|мэр|дума|совет|собрание)\b", re.I)
#: What the body of a municipality is of, in its own line or in the next two.
MUNICIPALITY = re.compile(
    r"\b(?:муниципальн|городск(?:ого|ой)\b|сельск(?:ого|ой)\b|города\b|г\.|поселени|района\b|"
    r"ЗАТО\b|закрыто)",
    re.I,
)
#: As many lines in front of its kind belong to an act's head too.
SHARED = 4


@dataclass(frozen=True)
class Issuer:
    """Whether a region's body issues the act; `above` is one named above a municipal issuer."""

    is_regional: bool
    above: str = ""


def of(act: ActText) -> Issuer:
    """Return the issuer: the nearest one above the act's kind, whatever stands higher up."""
    lines = (*act.above, *act.head[min(SHARED, len(act.above)) :])
    at = max((at for at in range(len(lines)) if _is_municipal(lines, at)), default=-1)
    nearest, before = " ".join(lines[max(at, 0) :]), lines[: max(at, 0)]
    if at < 0 or REGIONAL_BODY.search(nearest):
        return Issuer(bool(REGIONAL_BODY.search(" ".join(lines))))
    is_below = REGIONAL_BODY.search(" ".join(before))
    return Issuer(False, flat(" ".join(before)) if is_below else "")


def _is_municipal(lines: tuple[str, ...], at: int) -> bool:
    of_it = " ".join(lines[at : at + 3])
    return bool(MUNICIPAL_BODY.match(lines[at]) and MUNICIPALITY.search(of_it))
