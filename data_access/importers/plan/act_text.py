"""The text of the act around the table: its lines by part (head, body, approval stamp, heading)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from data_access.importers.plan.limits import MOST_PARAGRAPHS
from data_access.importers.plan.sources.model import Paragraph
from data_access.importers.plan.text import capital, flat

KIND = re.compile(r"^(постановление|распоряжение|приказ|решение|указ|письмо)(?![а-яё])", re.I)
SPACED = re.compile(r"(?<![А-ЯЁ])(?:[А-ЯЁ] ){4,}[А-ЯЁ](?![А-ЯЁа-яё])")
SUBJECT = re.compile(
    r"^(?:об?\s+(?:утверждении|плане|реализации|мерах|комплексе|принятии|организации)|о\s)", re.I
)
STAMP = re.compile(r"^(?:приложение|утвержд[её]н[аоы]?|утверждаю)\b", re.I)
#: Clauses that stand without a number.
_ORDER = (
    r"(?:контроль\s+(?:за\s|исполн|выполн|над\s|настоящ|возл)|(?:утвердить|опубликовать|разместить|"
    r"признать|назначить|определить|рекомендовать|возложить)\s|"
    r"настоящ[а-яё]+\s+(?:постановление|распоряжение|приказ|решение)\s)"
)
PREAMBLE = re.compile(
    r"^(?:в целях|с целью|в соответствии|на основании|руководствуясь|во исполнение|в рамках|"
    r"в связи|учитывая|рассмотрев|принимая|постановля|приказыва|обязыва|\d+[.)]\s|_{3,}|"
    rf"\d{{1,2}}(?:[.)]|\s)(?-i:[А-ЯЁ])|[IVXІХ]{{1,4}}\.\s|{_ORDER})",
    re.I,
)
#: Where a clause begins in the line of the subject itself.
CLAUSE = re.compile(
    rf"(?<=[а-яё\d».])\s+(?=\d{{1,2}}\.\s?(?-i:[А-ЯЁ])|(?-i:(?=[А-ЯЁ])){_ORDER})", re.I
)
#: Who enacts, in the line above "ПОСТАНОВЛЯЕТ:".
ISSUER = re.compile(r"(?:администрация|правительство|глава|мэрия|дума|совет|комиссия)\b", re.I)
HEADING = re.compile(
    r"^(?:(?:комплексн\w+|межведомственн\w+|муниципальн\w+|региональн\w+)\s+)*"
    r"(?:план|дорожная карта|[«\"]дорожная карта|комплекс мер|мероприятия)\b",
    re.I,
)
#: A plan named in the subject, in whatever case.
PLAN = re.compile(r"\b(?:план(?:а|е|у)?|карт(?:ы|е|у)|комплекс(?:а|е) мер|мероприятий)\b", re.I)
#: "Администрация постановляет:" and whole sentences: what a heading does not go on with.
ENACTING = re.compile(r"\b(?:постановля|приказыва|распоряжа|обязыва|реша)[а-яё]+\s*:?$", re.I)
SENTENCE = re.compile(
    r"^(?:[А-ЯЁ].*\b[а-яё]+(?:ются|ется|атся|ится|ают|яют)\b.*\.$|[Сс]рок[а-яё]*\s+(?:реализации|действия))"
)
WORD = re.compile(r"[А-ЯЁа-яё-]+")
SUBJECT_LINES = 7


@dataclass(frozen=True)
class ActText:
    """The lines of an act by part; each part may be empty."""

    above: tuple[str, ...]
    kind: str
    head: tuple[str, ...]
    subject: str
    body: tuple[str, ...]
    stamp: tuple[str, ...]
    heading: str
    lines: tuple[str, ...]


def parts(paragraphs: Sequence[Paragraph], above: int | None = None) -> ActText:
    """Return the parts of the text that stands in front of (and around) the table.

    The first `above` paragraphs stand above it: no title goes on from there below it.
    """
    table_at = len(_lines(paragraphs[:above]))
    lines = _lines(paragraphs)[:MOST_PARAGRAPHS]
    kind_at = next((at for at, line in enumerate(lines[:60]) if KIND.match(line)), None)
    subject_at = _first(lines, SUBJECT, kind_at or 0, limit=80)
    stamp_at = _first(lines, STAMP, (subject_at if subject_at is not None else -1) + 1)
    subject, after = _subject(lines, subject_at, table_at)
    body_end = stamp_at if stamp_at is not None else len(lines)
    start = kind_at if kind_at is not None else 0
    head_end = subject_at if subject_at is not None else min(start + 8, body_end)
    stamp, heading = _stamp(lines, stamp_at, table_at)
    is_bare = kind_at is None and subject_at is None
    return ActText(
        above=tuple(lines[:kind_at] if kind_at is not None else ()),
        kind=_kind(lines[kind_at]) if kind_at is not None else "",
        head=tuple(lines[max(0, start - 4) : head_end]),
        subject=subject,
        body=tuple(lines if is_bare else lines[after:body_end]),
        stamp=stamp,
        heading=heading,
        lines=tuple(lines),
    )


def _lines(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Return the filled lines; a subject that runs on into a clause is parted from it."""
    filled = [one.text for one in paragraphs if one.text.strip()]
    lines = (_unspaced(flat(text)) for text in filled)
    return [
        part
        for line in lines
        for part in (CLAUSE.split(line, maxsplit=1) if SUBJECT.match(line) else (line,))
    ]


def _unspaced(line: str) -> str:
    """Join words set in spaced capitals: Р А С П О Р Я Ж Е Н И Е."""
    return SPACED.sub(lambda match: match.group().replace(" ", ""), line)


def _kind(line: str) -> str:
    found = KIND.match(line)
    return found.group(1).lower() if found else ""


def _first(
    lines: Sequence[str], pattern: re.Pattern[str], start: int, limit: int = 10_000
) -> int | None:
    return next(
        (at for at in range(start, min(len(lines), limit)) if pattern.match(lines[at])), None
    )


def _subject(lines: Sequence[str], at: int | None, table_at: int) -> tuple[str, int]:
    """Return what the act is about, over several lines, and the line after it."""
    if at is None:
        return "", 0
    end = at + 1
    last = _last(lines, at, table_at)
    while end < last and not (_ends(lines[end]) or _names_again(lines[at:end], lines[end])):
        end += 1
    if end - 1 > at and end < len(lines) and ENACTING.search(lines[end]):
        end -= bool(ISSUER.match(lines[end - 1]))
    return flat(" ".join(lines[at:end])), end


def _names_again(subject: Sequence[str], line: str) -> bool:
    """Tell whether a line is the annex's heading: the subject has named its plan already."""
    is_heading = line[:1].isupper() and HEADING.match(line)
    return bool(is_heading and PLAN.search(" ".join(subject)))


def _ends(line: str) -> bool:
    return bool(
        PREAMBLE.match(line) or ENACTING.search(line) or STAMP.match(line) or KIND.match(line)
    ) or not (len(line) < 300 and any(letter.isalpha() for letter in line))


def _last(lines: Sequence[str], at: int, table_at: int) -> int:
    """Return the end of the lines that a title may go on in, from its first one."""
    return min(len(lines), at + SUBJECT_LINES, table_at if at < table_at else len(lines))


def _stamp(lines: Sequence[str], at: int | None, table_at: int) -> tuple[tuple[str, ...], str]:
    """Return the approval stamp's lines and the heading of the plan below it."""
    start = at or 0
    heading_at = _first(lines, HEADING, start, limit=10_000 if at is None else start + 25)
    if heading_at is None:
        return tuple(lines[start : start + 10]) if at is not None else (), ""
    end = heading_at + 1
    while end < _last(lines, heading_at, table_at) and not _leaves_heading(lines[end]):
        end += 1
    stamp = tuple(lines[start:heading_at]) if at is not None else ()
    return stamp, flat(" ".join(lines[heading_at:end]))


def _leaves_heading(line: str) -> bool:
    is_clause = PREAMBLE.match(line) or ENACTING.search(line) or SENTENCE.search(line)
    return bool(is_clause or line.startswith("(наименование")) or len(line) > 200


def sentence_case(shouted: str, text: Sequence[str]) -> str:
    """Return a text in capitals in ordinary case; names keep the capital they have elsewhere."""
    if shouted.upper() != shouted:
        return shouted
    seen = Counter(word for line in text if line.upper() != line for word in WORD.findall(line)[1:])
    ends: dict[str, Counter[bool]] = {}
    for word, count in seen.items():
        ends.setdefault(word.casefold()[:-2] or word, Counter())[word[:1].isupper()] += count
    return capital(WORD.sub(lambda match: _cased(match.group(), ends), shouted))


def _cased(word: str, seen: dict[str, Counter[bool]]) -> str:
    known = seen.get(word.casefold()[:-2] or word)
    low = word.casefold()
    if known is None:
        return word if word in ("ЗАТО", "РФ") else low
    return capital(low) if known[True] >= known[False] else low
