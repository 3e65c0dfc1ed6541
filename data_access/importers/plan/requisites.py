"""Kind, number and date of an act: from its head and from the approval stamp, which may differ."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data_access.importers.plan import dates
from data_access.importers.plan.act_text import ActText, sentence_case
from data_access.importers.plan.text import flat
from data_access.records.reading import Finding

NUMBER = re.compile(r"(?:№|\bN)\s*(\d[\d/]*(?:\s?-\s?[А-Яа-яA-Za-z\d/]+)*[а-я]?)(?![\d.])")
BY = re.compile(r"\b(постановлени|распоряжени|приказ|решени|указ)(?:ем|ом|ю|у)\b(.*)", re.I | re.S)
CITED = re.compile(r"\bот\s*$")
NOMINATIVE = {
    "постановлени": "постановление",
    "распоряжени": "распоряжение",
    "приказ": "приказ",
    "решени": "решение",
    "указ": "указ",
}


@dataclass(frozen=True)
class Requisites:
    """What an act is called; `earliest` is the first day on which it can have been signed."""

    kind: str
    number: str | None
    day: date | None
    earliest: date | None
    findings: tuple[Finding, ...]


def read(act: ActText, cells: Iterable[str]) -> Requisites:
    """Return the requisites; `cells` are texts of the table, which may cite other acts."""
    head, stamp = flat(" ".join(act.head)), flat(" ".join(act.stamp))
    if not NUMBER.search(head) and not list(dates.find(head)):
        head = flat(" ".join((*act.head, *act.body[:2]))) if act.kind else ""
    days = [next((one.day for one in dates.find(text)), None) for text in (head, stamp)]
    numbers = [_number(text) for text in (head, stamp)]
    findings = [*_differences(days, numbers)]
    day = None if days[0] and days[1] and days[0] != days[1] else days[0] or days[1]
    cited = _cited((*act.body, *cells), {one for one in days if one})
    if day is not None and cited is not None and cited > day:
        findings.append(_finding("act_date", "act_date_before_cited", day, cited))
    elif day is None and cited is not None:
        findings.append(_finding("act_date", "act_not_before", "", cited, "info"))
    findings += [] if day or days[0] else [_finding("act_date", "act_date_absent")]
    findings += [] if numbers[0] or numbers[1] else [_finding("act_number", "act_number_absent")]
    kind = _kind(act, stamp)
    return Requisites(kind, numbers[0] or numbers[1], day, day or cited, tuple(findings))


def _number(text: str) -> str | None:
    found = NUMBER.search(text)
    return re.sub(r"\s", "", found.group(1)) if found else None


def _kind(act: ActText, stamp: str) -> str:
    """Return "постановление администрации …": the issuer is named in the approval stamp."""
    found = BY.search(stamp)
    if found is None:
        return act.kind
    issuer = re.split(r"\bот\s*[«\"]?\s*\d|№", found.group(2))[0]
    issuer = sentence_case(flat(issuer), act.lines)
    issuer = issuer[:1].lower() + issuer[1:]
    kind = NOMINATIVE[found.group(1).lower()]
    return flat(f"{kind} {issuer}") if len(issuer) < 150 else kind


def _cited(texts: Iterable[str], own: set[date]) -> date | None:
    """Return the latest date of another act that this one cites ("от 06.04.2020 № 660")."""
    found = [
        one.day
        for text in texts
        for one in dates.find(text)
        if one.day not in own and _is_citation(text, one)
    ]
    return max(found, default=None)


def _is_citation(text: str, found: dates.Found) -> bool:
    after = text[found.end : found.end + 20]
    before = text[max(0, found.start - 400) : found.start]
    numbered = bool(re.match(r"\s*(?:года|г\.?)?\s*(?:№|N)", after))
    approved = re.search(r"утвержд[её]нн\w+[^.;]{0,260}$", before) is not None
    return (CITED.search(before) is not None and numbered) or approved


def _differences(days: list[date | None], numbers: list[str | None]) -> Iterable[Finding]:
    if days[0] and days[1] and days[0] != days[1]:
        yield _finding("act_date", "act_date_contradiction", days[0], days[1])
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        yield _finding("act_number", "act_number_contradiction", numbers[0], numbers[1])


def _finding(
    field: str, code: str, read: object = "", proposal: object = "", severity: str = "error"
) -> Finding:
    severity = "warning" if code.endswith("absent") else severity
    values = {"first": _text(read), "second": _text(proposal)}
    both = " / ".join(text for text in values.values() if text)
    return Finding(None, field, code, severity, both, "", "", values)


def _text(value: object) -> str:
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)
