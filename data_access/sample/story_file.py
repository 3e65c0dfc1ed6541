"""From a plan's story file to records; everything it names must be in the plan."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from data_access.sample.plan_file import decimal_of
from data_access.sample.plan_records import PlanFile
from data_access.sample.reading import FOLDER, Table, read_table
from data_access.sample.story_checks import check_story
from data_access.sample.story_records import (
    ActualText,
    ExecutorVoice,
    FateDecision,
    FateReport,
    MeasureStory,
    Phrase,
    Silence,
    StoryFile,
    Wave,
)

Record = TypeVar("Record")


def read_story(plan: PlanFile) -> StoryFile:
    """Return the checked story of a plan from `story-<code>.toml`; raises SampleError."""
    table = read_table(FOLDER / f"story-{plan.code}.toml")
    story = StoryFile(
        plan=plan.code,
        seed=table.number("seed") or 0,
        late_share=table.share("late_share", 0.0),
        acceptance=table.text("acceptance", ""),
        done_before=table.texts("done_before"),
        correcting=table.texts("correcting"),
        executors={key: _whole(_voice, one) for key, one in table.named_tables("executors")},
        measures={key: _whole(_measure, one) for key, one in table.named_tables("measures")},
        silences=_all(_silence, table.tables("silences")),
        waves=_all(_wave, table.tables("waves", "label")),
        actuals=_all(_actual, table.tables("actuals")),
    )
    table.refuse_unread()
    check_story(plan, story)
    return story


def _whole(make: Callable[[Table], Record], table: Table) -> Record:
    record = make(table)
    table.refuse_unread()
    return record


def _all(make: Callable[[Table], Record], tables: Iterable[Table]) -> tuple[Record, ...]:
    return tuple(_whole(make, table) for table in tables)


def _phrase(table: Table) -> Phrase:
    text, unit, limits = table.text("text"), table.text("unit", ""), table.numbers("q")
    if "{q}" not in text:
        return Phrase(text, unit, 0, 0)
    if len(limits) != 2 or limits[0] > limits[1] or not unit:
        raise table.error("a text with {q} needs a unit and the limits of the quantity")
    return Phrase(text, unit, *limits)


def _voice(table: Table) -> ExecutorVoice:
    return ExecutorVoice(
        post=table.text("post"),
        done=_all(_phrase, table.tables("done")),
        works=_all(_phrase, table.tables("works")),
    )


def _measure(table: Table) -> MeasureStory:
    return MeasureStory(
        evidence=table.text("evidence", ""),
        done=_all(_phrase, table.tables("done")),
        works=_all(_phrase, table.tables("works")),
        reports=_all(_report, table.tables("reports")),
        decisions=_all(_decision, table.tables("decisions")),
    )


def _report(table: Table) -> FateReport:
    return FateReport(
        outcome=table.text("outcome"),
        executors=table.texts("executors"),
        point=table.day("point", None),
        is_interim=table.flag("interim", False),
        completed_on=table.day("completed_on", None),
        submitted_on=table.day("submitted_on", None),
        entered_on=table.day("entered_on", None),
        accepted_on=table.day("accepted_on", None),
        returned_on=table.day("returned_on", None),
        is_pending=table.flag("pending", False),
        text=table.text("text", ""),
        evidence=table.text("evidence", ""),
        reason=table.text("reason", ""),
        measures_taken=table.text("measures_taken", ""),
        remark=table.text("remark", ""),
        proposed_due_on=table.day("proposed_due_on", None),
    )


def _decision(table: Table) -> FateDecision:
    return FateDecision(
        kind=table.text("kind"),
        point=table.day("point", None),
        decided_on=table.sure_day("decided_on"),
        entered_on=table.day("entered_on", None),
        basis=table.text("basis"),
        reason=table.text("reason", ""),
        new_due_on=table.day("new_due_on", None),
    )


def _silence(table: Table) -> Silence:
    return Silence(
        executor=table.text("executor"),
        period=table.text("period"),
        until=table.day("until", None),
        measures=table.texts("measures"),
    )


def _wave(table: Table) -> Wave:
    return Wave(
        label=table.text("label"),
        starts_on=table.sure_day("starts_on"),
        ends_on=table.sure_day("ends_on"),
        lead_share=table.share("lead_share"),
        co_share=table.share("co_share", 0.0),
        quiet=table.texts("quiet"),
    )


def _actual(table: Table) -> ActualText:
    return ActualText(
        indicator=table.text("indicator"),
        year=table.number("year") or 0,
        value=decimal_of(table, "value"),
        submitted_on=table.sure_day("submitted_on"),
        source=table.text("source"),
    )
