"""A plan reading for people at a terminal: the act, its measures, the findings."""

from collections.abc import Iterator
from itertools import groupby

from data_access.records.reading import ActReading, Finding, MeasureReading, PlanReading
from layouts.import_texts import finding_text, place_text, severity_text
from layouts.texts import _, fmt_date, fmt_number

SEVERITIES = ("error", "warning", "info")
WIDTH = 100


def summary(reading: PlanReading) -> Iterator[str]:
    """Yield the lines of the summary."""
    yield from _act(reading.plan)
    sizes = (len(reading.sections), len(reading.measures), len(reading.indicators))
    n, m, k = (fmt_number(size) for size in sizes)
    yield _("Sections: %(n)s, measures: %(m)s, indicators: %(k)s", n=n, m=m, k=k)
    titles = {section.number: section.title for section in reading.sections}
    for number, measures in groupby(reading.measures, key=lambda measure: measure.section):
        yield ""
        if number in titles:
            yield _("section %(number)s. %(title)s", number=number, title=titles[number])
        yield from (line for measure in measures for line in _measure(measure))
    yield ""
    for one in reading.indicators:
        values = ", ".join(f"{year}: {fmt_number(value)}" for year, value in one.targets.items())
        yield f"{one.name} ({one.unit}) – {_('targets: %(values)s', values=values)}"
    yield from _findings(reading.findings)


def _act(plan: ActReading) -> Iterator[str]:
    yield plan.title
    number = f"№ {plan.number}" if plan.number else ""
    act = " ".join(text for text in (plan.kind, _day(plan.act_date), number) if text)
    if act:
        yield _("Act: %(act)s", act=act)
    if plan.territory:
        yield _("Territory: %(name)s", name=plan.territory)
    if plan.period_start and plan.period_end:
        start, end = fmt_date(plan.period_start), fmt_date(plan.period_end)
        yield _("Term: %(start)s – %(end)s", start=start, end=end)
    if plan.controller:
        yield _("Controlled by: %(post)s", post=plan.controller)
    if plan.coordinator:
        yield _("Reports to: %(body)s", body=plan.coordinator)


def _day(day: object) -> str:
    return fmt_date(day) if day else ""  # type: ignore[arg-type]


def _measure(measure: MeasureReading) -> Iterator[str]:
    yield f"{measure.number}  {_cut(measure.title)}"
    dates = ", ".join(fmt_date(due) for due in measure.schedule.due_dates[:4])
    more = " …" if len(measure.schedule.due_dates) > 4 else ""
    made = f"{dates}{more}" if dates else _("no deadline could be set")
    yield f"      {measure.deadline_text or '—'} → {made}"
    for executor in measure.executors:
        mark = f" {_('(by agreement)')}" if executor.by_agreement else ""
        yield f"      {_cut(executor.canonical)}{mark}"


def _cut(text: str) -> str:
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def _findings(findings: tuple[Finding, ...]) -> Iterator[str]:
    yield ""
    if not findings:
        yield _("No findings")
        return
    yield _("Findings: %(n)s", n=fmt_number(len(findings)))
    yield from finding_lines(findings)


def finding_lines(findings: tuple[Finding, ...]) -> Iterator[str]:
    """Yield findings by what they ask for, each with its place."""
    for severity in SEVERITIES:
        of_kind = [one for one in findings if one.severity == severity]
        if of_kind:
            yield f"{severity_text(severity)}:"
        yield from (f"  {_where(one)}: {finding_text(one)}" for one in of_kind)


def _where(finding: Finding) -> str:
    number = finding.measure
    what = _("item %(number)s", number=number) if number else _("the plan")
    place = place_text(finding.place)
    return f"{what} ({place})" if place else what
