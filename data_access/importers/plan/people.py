"""Who controls the act and who collects the reports: posts and bodies, never a person's name."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from data_access.importers.plan.act_text import ActText, sentence_case
from data_access.importers.plan.bodies import body
from data_access.importers.plan.declension import PERSON, without_person
from data_access.importers.plan.known_places import words_of
from data_access.importers.plan.surnames import ONE_INITIAL, Post, without
from data_access.importers.plan.text import capital, flat

CONTROL = re.compile(
    r"(?:контроль\s+(?:за\s+)?(?:[а-яё]+\s+){0,3}?(?:исполнени|выполнени|реализаци)[а-яё]+"
    r".{0,200}?(?:возложить\s+на|возлага(?:ется|ю|ем)\s+на)"
    r"|контроль\s+возл(?:ожить|агаю|агается)\s+на"
    r"|возложить\s+контроль.{0,200}?(?:исполнени|выполнени|реализаци)[а-яё]+.{0,160}?\sна(?=\s+[а-яё]))"
    r"(?P<who>.*)",
    re.I,
)
#: Who signs keeps the control; up to there it is laid on nobody else.
OWN = re.compile(
    r"контрол[ья]\b(?:(?!контрол|возлож|возлага[а-яё]+\s+на\s+(?!себя)).){0,300}?"
    r"(?:остав[а-яё]+\s+за\s+собой|за\s+собой\s+остав|(?:беру|взять|принять|возлагаю)\s+на\s+себя)",
    re.I,
)
SELF = re.compile(r"\b(?:собой|себя)\b", re.I)
END = re.compile(r"(?:(?<=[а-яё\d»)])|(?<=[А-ЯЁ]{2}))\.(?:\s|$)|;")
SIGNATORY = re.compile(
    r"^(?:(?:временно\s+)?исполняющ\w+\s+обязанности\s+|и\.?\s?о\.?\s+|врио\s+|первый\s+)?"
    r"(?:глава|мэр|губернатор|заместитель|председатель|министр|руководитель|начальник|"
    r"директор|главы|мэра)\b",
    re.I,
)
#: What may stand in the accusative where a duty is laid on it.
_BODY = (
    r"(?:[а-яё-]+(?:ую|юю|ый|ий|ое|ее)\s+){0,4}(?:отдел|управлени|департамент|министерств|комитет|"
    r"комисси|администраци|сектор|служб|группу|совет|центр|палат|инспекци|учреждени|"
    r"заместител|глав|начальник|муниципальн)"
)
_WHOLE = (
    r"(?:координаци|ответственност[а-яё]*\s+за\s+(?:реализаци|координаци|исполнени|организаци))"
)
RESPONSIBLE = (
    re.compile(
        r"(?:определить|назначить)\s+(.{5,300}?)\s+"
        r"(?:ответственн\w+\s+за\s+(?:реализаци|исполнени|координаци)|координатор)",
        re.I,
    ),
    re.compile(rf"возложить\s+на\s+({_BODY}.{{0,200}}?)\s+{_WHOLE}", re.I),
    re.compile(rf"возложить\s+{_WHOLE}[^.;]{{0,200}}?\sна\s+({_BODY}[^.;]{{0,200}})", re.I),
    re.compile(rf"{_WHOLE}[^.;]{{0,200}}?\sвозложить\s+на\s+({_BODY}[^.;]{{0,200}})", re.I),
)
TO_BODY = re.compile(
    r"(?:представ|предостав|направ)[а-яё]+\s+(?:[а-яё]+\s+){0,2}?в\s+(?!срок)(?:адрес\s+)?(.{2,200}?)\s*,?\s+"
    r"(?:информаци|отч[её]т|сведени|доклад|данны|материал|до\s+\d|ежеквартальн|в\s+срок)",
    re.I,
)
TO_BODY_AFTER = re.compile(
    rf"(?:отч[её]т|отчит|информаци|сведени)[а-яё]*(?:\s.{{0,160}}?)?\sв\s+({_BODY}[^,.;]{{0,160}})",
    re.I,
)
TOLD = re.compile(
    r"информир[а-яё]+\s+(.{4,160}?)\s+об?\s+(?:ходе|выполнени|исполнени|реализаци)", re.I
)
ROLE_WORDS = re.compile(
    r"\s*\(\s*далее.*|\s+(?:сводную|обобщ[её]нную|письменную|полную|аналитическ\w+|итогов\w+)$|"
    r"\s+(?:исполнительным органом|уполномоченным органом|органом|ответственн|координатор|"
    r"головн|основн\w+\s+исполнител|"
    r"не\s+позднее|(?:до|к)\s+[«\"]?\d|в\s+срок|еже(?:год|кварт|месяч)|дважды|(?:один\s+|\d\s+)?раза?\s+в\s|"
    r"по\s+итогам|по\s+форме).*",
    re.I,
)


@dataclass(frozen=True)
class Named:
    """Who controls the act and who collects the reports; either may be empty or not sure.

    `keeps`: who signs keeps the control, be a post named or not.
    """

    controller: Post
    coordinator: Post
    keeps: bool = False


def named(act: ActText, reporting: str, territory: str) -> Named:
    """Return whom the act names; `reporting` is its clause about reports."""
    own = words_of(territory)
    keeps = _keeps(flat(" ".join(act.body)))
    return Named(controller(act, own), coordinator(act, reporting, own), keeps)


def _keeps(text: str) -> bool:
    """Tell whether who signs keeps the control, and it is laid on nobody before."""
    found, kept = CONTROL.search(text), OWN.search(text)
    return bool(kept and not (found and found.start() < kept.start()))


def controller(act: ActText, own: Collection[str]) -> Post:
    """Return the post that controls the act's execution; "" where none is named."""
    text = flat(" ".join(act.body))
    if _keeps(text):
        return _signatory(act, own)
    found = CONTROL.search(text)
    if found is None:
        return Post("")
    who = ONE_INITIAL.sub("\0", without_person(found["who"], by="\0"))
    before, _, after = who.partition("\0")
    named = before if len(before.strip(" ,(")) > 3 else after
    named = re.split(r",\s+курирующ", named)[0]
    made = body(END.split(named.strip(" ,(–—-") + ".")[0].strip(" ,.("), own)
    return replace(made, text=capital(made.text)[:300])


def _signatory(act: ActText, own: Collection[str]) -> Post:
    """Return the post of who signs: below the clauses, else in the letterhead."""
    lines = list(act.body)
    at = next((i for i, line in enumerate(lines) if SELF.search(line)), len(lines))
    after = [line for line in lines[at + 1 :] if len(line) < 150]
    start = next((i for i, line in enumerate(after) if SIGNATORY.match(line)), None)
    if start is not None:
        kept = []
        for line in after[start : start + 4]:
            kept.append(without_person(line))
            if PERSON.search(line):
                break
        bare = without(flat(" ".join(kept)), own)
        return replace(bare, text=capital(bare.text))
    head = flat(" ".join(act.above[-3:]))
    return Post(sentence_case(head, act.lines) if SIGNATORY.match(head) else "")


def coordinator(act: ActText, reporting: str, own: Collection[str]) -> Post:
    """Return the body that collects the reports, or is responsible for the whole plan."""
    text = flat(" ".join(act.body))
    told = [(one, reporting) for one in (TO_BODY, TO_BODY_AFTER, TOLD)]
    for pattern, source in (*told, *((one, text) for one in RESPONSIBLE)):
        found = pattern.search(source)
        if found is not None:
            named = ROLE_WORDS.sub("", without_person(found.group(1)))
            return body(named.split(": за ")[0], own)
    return Post("")
