"""Who controls the act and who collects the reports: posts and bodies, never a person's name."""

import re

from data_access.importers.plan.act_text import ActText, sentence_case
from data_access.importers.plan.declension import PERSON, body, post, without_person
from data_access.importers.plan.text import capital, flat

CONTROL = re.compile(
    r"(?:контроль\s+(?:за\s+)?(?:[а-яё]+\s+){0,3}?(?:исполнени|выполнени|реализаци)[а-яё]+"
    r".{0,200}?(?P<how>возложить\s+на|возлага(?:ется|ю|ем)\s+на|оставля[а-яё]+\s+за\s+собой)"
    r"|контроль\s+возл(?:ожить|агаю|агается)\s+на"
    r"|возложить\s+контроль.{0,200}?(?:исполнени|выполнени|реализаци)[а-яё]+.{0,160}?\sна(?=\s+[а-яё]))"
    r"(?P<who>.*)",
    re.I,
)
END = re.compile(r"(?<=[а-яё\d»)])\.(?:\s|$)|;")
SIGNATORY = re.compile(
    r"^(?:(?:временно\s+)?исполняющ\w+\s+обязанности\s+|и\.?\s?о\.?\s+|врио\s+|первый\s+)?"
    r"(?:глава|мэр|губернатор|заместитель|председатель|министр|руководитель|начальник|"
    r"директор|главы|мэра)\b",
    re.I,
)
RESPONSIBLE = re.compile(
    r"(?:определить|назначить)\s+(.{5,200}?)\s+(?:\w+\s+){0,8}?"
    r"(?:ответственн\w+\s+за\s+(?:реализаци|исполнени|координаци)|координатор)",
    re.I,
)
TO_BODY = re.compile(
    r"(?:представ|предостав|направ)[а-яё]+\s+(?:[а-яё]+\s+){0,2}?в\s+(?!срок)(?:адрес\s+)?(.{2,200}?)\s*,?\s+"
    r"(?:информаци|отч[её]т|сведени|доклад|данны|материал|до\s+\d|ежеквартальн|в\s+срок)",
    re.I,
)
TO_BODY_AFTER = re.compile(
    r"(?:отч[её]т|отчит|информаци|сведени)[а-яё]*(?:\s.{0,160}?)?\sв\s+((?:отдел|управление|департамент|"
    r"министерство|комитет|комиссию|администрацию|сектор|муниципальн)[^,.;]{0,160})",
    re.I,
)
TOLD = re.compile(
    r"информир[а-яё]+\s+(.{4,160}?)\s+об?\s+(?:ходе|выполнени|исполнени|реализаци)", re.I
)
ROLE_WORDS = re.compile(
    r"\s*\(\s*далее.*|"
    r"\s+(?:исполнительным органом|уполномоченным органом|органом|ответственн|координатор|"
    r"не\s+позднее|(?:до|к)\s+[«\"]?\d|в\s+срок|еже(?:год|кварт|месяч)|дважды|(?:один\s+|\d\s+)?раза?\s+в\s|"
    r"по\s+итогам|по\s+форме).*",
    re.I,
)


def controller(act: ActText) -> str:
    """Return the post that controls the act's execution; "" where none is named."""
    text = flat(" ".join(act.body))
    found = CONTROL.search(text)
    if found is None:
        return ""
    if "собой" in (found["how"] or "").casefold():
        return _signatory(act)
    before, _, after = without_person(found["who"], by="\0").partition("\0")
    named = before if len(before.strip(" ,")) > 3 else after
    return post(END.split(named.strip(" ,") + ".")[0])[:300]


def _signatory(act: ActText) -> str:
    """Return the post of who signs: below the clauses, else in the letterhead."""
    lines = list(act.body)
    at = next((i for i, line in enumerate(lines) if "собой" in line.casefold()), len(lines))
    after = [line for line in lines[at + 1 :] if len(line) < 150]
    start = next((i for i, line in enumerate(after) if SIGNATORY.match(line)), None)
    if start is not None:
        kept = []
        for line in after[start : start + 4]:
            kept.append(without_person(line))
            if PERSON.search(line):
                break
        return capital(flat(" ".join(kept)))
    head = flat(" ".join(act.above[-3:]))
    return sentence_case(head, act.lines) if SIGNATORY.match(head) else ""


def coordinator(act: ActText, reporting: str) -> str:
    """Return the body that collects the reports, or is responsible for the whole plan."""
    text = flat(" ".join(act.body))
    told = [(one, reporting) for one in (TO_BODY, TO_BODY_AFTER, TOLD)]
    for pattern, source in (*told, (RESPONSIBLE, text)):
        found = pattern.search(source)
        if found is not None:
            named = ROLE_WORDS.sub("", without_person(found.group(1)))
            return body(named.split(": за ")[0])
    return ""
