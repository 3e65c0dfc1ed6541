"""Lines set in capitals in ordinary case, so that the names of territories are seen in them."""

import re
from collections.abc import Sequence

from data_access.importers.plan.text import capital

WORD = re.compile(r"[А-ЯЁ]+(?:-[А-ЯЁ]+)*")
_COMMON = """администрации администрацией администрация автономного автономный аппарата в во вр
глава главой главы город города городе городской городского городском дума думы и из исполнительный
исполняющего исполняющий комитет комитета края крае край комиссии комиссия мероприятий
муниципального муниципальном муниципальный муниципальное муниципальная муниципальной на
наименование об о области область образование образования образовании обязанности округ округа
округе отдел опеки от плана план по посёлка поселение поселения поселении постановление
постановлением правительства правительство приказ профилактике район района районе районной
распоряжение распоряжением решение сельсовет сельсовета
сельсовете село села сельский сельского сельском сельское совет совета социального сиротства
станица станицы территории управление управления утверждении утверждён утвержден утверждена улус
улуса улусе с со год года годы для при без за не к заместитель заместителя первый мэр мэра мэрия
мэрии городское семей семьи детей поддержке поддержки мер комплекса карты дорожной межведомственного
российской российская федерации федерация"""
COMMON = frozenset(_COMMON.split())
#: Abbreviations that stay as they are.
KEPT = frozenset({"ЗАТО", "РФ"})


def named_case(lines: Sequence[str]) -> list[str]:
    """Return the lines; in those in capitals only what is no common word keeps a capital."""
    return [
        WORD.sub(lambda match: _cased(match.group()), line) if line.upper() == line else line
        for line in lines
    ]


def _cased(word: str) -> str:
    low = word.casefold()
    if word in KEPT or low in COMMON:
        return word if word in KEPT else low
    return "-".join(part if part == "на" else capital(part) for part in low.split("-"))
