"""The steps from a document's blocks to a plan's reading, in their order."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data_access.importers.plan import (
    act_abbreviations,
    act_text,
    amended,
    checks,
    clauses,
    declension,
    executor_findings,
    lacking,
    measures,
    people,
    plan_findings,
    redistribute,
    reporting,
    requisites,
    term,
    territory,
)
from data_access.importers.plan.content import Content, content_of
from data_access.importers.plan.drafts import Draft
from data_access.importers.plan.names import Names
from data_access.importers.plan.sources.model import Document
from data_access.records.reading import (
    ActReading,
    Finding,
    IndicatorReading,
    KnownExecutor,
    MeasureReading,
    PlanReading,
    SectionReading,
)

#: Shorter titles ("Дорожная карта") say less than the annex's heading.
TITLE_WORDS = 3
PLAN_WORDS = re.compile(r"план|карт|мер|программ", re.I)


def assemble(
    document: Document, known: Sequence[KnownExecutor], territory_name: str | None = None
) -> PlanReading:
    """Return the reading; ReadingRefused where the document holds no table of measures."""
    content = content_of(document)
    drafts = content.drafts
    if not drafts:
        raise lacking.refusal(document, content)
    checks.number_drafts(drafts)
    act = act_text.parts(content.texts, content.above)
    called = requisites.read(act, [draft.text("measure") for draft in drafts])
    span = term.find(act, _dated(content), called.day)
    where = territory.Territory(territory_name, "") if territory_name else territory.find(act)
    who = people.named(act, reporting.clause_of(act), where.name)
    plan = _act(act, called, span, where, who)
    about = plan_findings.of(plan, (where, who), document, content)
    found = _measures(drafts, act, _span(span), called.earliest, known)
    checks.check(drafts, content.sections)
    changes = clauses.findings(clauses.find(act, content.texts), len(drafts))
    findings = (*changes, *called.findings, *span.findings, *about, *_row_findings(content))
    return _reading(plan, content, found, findings)


def _dated(content: Content) -> list[str]:
    """Return the texts whose years a term may be derived from: deadlines, years of indicators."""
    years = [str(year) for one in content.indicators for year in one.targets]
    return [*(measures.deadline_text(draft) for draft in content.drafts), *years]


def _row_findings(content: Content) -> list[Finding]:
    """Return the doubts about measures and indicators, each with the key of its row."""
    rows = [
        replace(one, measure=draft.number, target=f"m{at}")
        for at, draft in enumerate(content.drafts, 1)
        for one in draft.findings
    ]
    return [*rows, *_indicator_findings(content)]


def _reading(
    plan: ActReading,
    content: Content,
    found: Sequence[MeasureReading],
    findings: tuple[Finding, ...],
) -> PlanReading:
    sections = (
        SectionReading(one.number, one.title, f"s{at}")
        for at, one in enumerate(content.sections, 1)
    )
    return PlanReading(
        plan=plan,
        sections=tuple(sections),
        measures=tuple(replace(one, key=f"m{at}") for at, one in enumerate(found, 1)),
        indicators=tuple(_keyed(content.indicators)),
        findings=findings,
    )


def _keyed(found: Sequence[IndicatorReading]) -> list[IndicatorReading]:
    return [replace(one, key=f"i{at}") for at, one in enumerate(found, 1)]


def _indicator_findings(content: Content) -> list[Finding]:
    """Return the doubts about indicators, each with the key of the row that it stands in."""
    keys = {(one.place, one.name): one.key for one in _keyed(content.indicators)}
    return [
        replace(one, target=keys.get((one.place, one.parameters.get("indicator", "")), ""))
        for one in content.findings
    ]


def _act(
    act: act_text.ActText,
    called: requisites.Requisites,
    span: term.Term,
    where: territory.Territory,
    who: people.Named,
) -> ActReading:
    clause = reporting.clause_of(act)
    title = declension.title(act_text.sentence_case(act.subject, act.lines))
    heading = act_text.sentence_case(act.heading, act.lines)
    is_title = PLAN_WORDS.search(title) and not amended.is_amending(act)
    is_title = is_title and len(title.split()) >= TITLE_WORDS
    return ActReading(
        title=title if is_title or not heading else declension.unshouted(heading),
        territory=where.name,
        level=where.level or territory.find(act).level,
        kind=called.kind,
        number=called.number,
        act_date=called.day,
        period_start=span.start,
        period_end=span.end,
        controller=who.controller.text,
        coordinator=who.coordinator.text,
        reporting=reporting.read(clause, _known_span(span), called.earliest),
        earliest=called.earliest,
        amended=amended.read(act),
    )


def _known_span(span: term.Term) -> tuple[date, date] | None:
    return (span.start, span.end) if span.start and span.end else None


def _span(span: term.Term) -> tuple[date, date]:
    """Return the term; where nothing names a year, this one (an error finding asks for it)."""
    year = date.today().year
    return _known_span(span) or (date(year, 1, 1), date(year, 12, 31))


def _measures(
    drafts: Sequence[Draft],
    act: act_text.ActText,
    span: tuple[date, date],
    earliest: date | None,
    known: Sequence[KnownExecutor],
) -> list[MeasureReading]:
    redistribute.deadlines(drafts, span)
    names = [name for draft in drafts for name in measures.executor_names(draft, ())]
    aliases = [name.defines for name in names if name.defines]
    told = act_abbreviations.learned(act, aliases)
    aliases += [name.defines for name in told]
    aliases += [alias for one in known for alias in one.aliases]
    redistribute.executor_cells(drafts, aliases)
    by_draft = [measures.executor_names(draft, aliases) for draft in drafts]
    book = Names((name for names in by_draft for name in names), known, told)
    found = [
        measures.measure(
            draft,
            measures.schedule(draft, span, earliest),
            executor_findings.executor_readings(draft, names, book),
        )
        for draft, names in zip(drafts, by_draft, strict=True)
    ]
    executor_findings.agreement_findings(drafts, found)
    return found
