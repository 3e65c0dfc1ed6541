"""The forms by which a reading is edited: the act's head, a section, a measure, an indicator."""

from decimal import Decimal

from data_access.records.drafts import PlanDraft
from data_access.records.reading import IndicatorReading, MeasureReading, SectionReading
from layouts.data_fields import Field
from layouts.texts import N_, _, fmt_date

FREQUENCIES = {
    "none": N_("no duty"),
    "once": N_("once"),
    "monthly": N_("every month"),
    "quarterly": N_("every quarter"),
    "half_yearly": N_("every half-year"),
    "yearly": N_("every year"),
}
COMPLETION = {
    "all": N_("when all executors have done it"),
    "lead": N_("when the one named first has done it"),
}
DAY_OFF = {
    "none": N_("not moved"),
    "next": N_("moved to the next working day"),
    "preceding": N_("moved to the working day before"),
}
DIRECTIONS = {"decrease": N_("less is better"), "increase": N_("more is better")}
YES_NO = {"": N_("no"), "1": N_("yes")}


def measure_fields(draft: PlanDraft, one: MeasureReading, lines: str, points: str) -> list[Field]:
    """Return the fields of a measure.

    `lines` are its executors, `points` its dates with their labels, one on each line.
    """
    sections = [(it.number, f"{it.number}. {it.title}") for it in draft.reading.sections]
    lines_of_dates = max(2, min(6, points.count("\n") + 1))
    return [
        Field("number", _("No."), one.number, limit=20, css="is-narrow"),
        Field("section", _("Section"), one.section, "list", choices=sections, css="is-wide"),
        Field("title", _("Measure"), one.title, "text", rows=3),
        Field(
            "deadline_text", _("Deadline in the document"), one.deadline_text,
            hint=_phrase_hint(one), limit=1000, css="is-half",
        ),
        Field(
            "due_dates", _("Control dates"), points, "text",
            hint=_(
                "One on each line, after it what it is for: 15.12.2023 report."
                " Dates changed here outweigh the phrase."
            ),
            rows=lines_of_dates, limit=8000, css="is-half",
        ),
        Field(
            "executors", _("Executors"), lines, "text",
            hint=_("One on each line, the one in charge first; marks in brackets at the end."),
            rows=max(2, min(8, lines.count("\n") + 1)), limit=20000,
        ),
        Field("expected_result", _("Expected result"), one.expected_result, "text", limit=8000),
    ]  # fmt: skip


def _phrase_hint(one: MeasureReading) -> str:
    if one.schedule.by_hand and one.schedule.due_dates:
        return _("The dates were given by hand and stay; empty them to have the phrase read.")
    return _("A changed phrase is read anew.")


def section_fields(one: SectionReading) -> list[Field]:
    """Return the fields of a section."""
    return [
        Field("number", _("No."), one.number, limit=20, css="is-narrow"),
        Field("title", _("Title"), one.title, "text", limit=1000),
        Field("short_title", _("Short title"), one.short_title, limit=100,
              hint=_("Made from the title where it is left empty.")),
    ]  # fmt: skip


def indicator_fields(one: IndicatorReading) -> list[Field]:
    """Return the fields of an indicator; its values by year are given as "2020: 13; 2021: 12"."""
    return [
        Field("name", _("Indicator"), one.name, "text", limit=1000),
        Field("unit", _("Unit"), one.unit, limit=40, css="is-narrow"),
        Field("direction", _("Direction"), one.direction, "choice",
              choices=_worded(DIRECTIONS), css="is-half"),
        Field("targets", _("Targets by year"), years(one.targets), css="is-half",
              hint=_("For example: 2020: 13; 2021: 12,5")),
        Field("actuals", _("Actual values by year"), years(one.actuals), css="is-half"),
    ]  # fmt: skip


def years(values: object) -> str:
    """Return values by year as they are typed."""
    given = dict(values)  # type: ignore[call-overload]
    return "; ".join(f"{year}: {_as_typed(value)}" for year, value in sorted(given.items()))


def _as_typed(value: Decimal) -> str:
    """Return a value with all its own decimals: what is not touched stays as it is."""
    return f"{value:f}".replace(".", ",")


def plan_fields(draft: PlanDraft) -> list[Field]:
    """Return the fields of the plan's head."""
    plan, settings = draft.reading.plan, draft.reading.settings
    rule = plan.reporting
    day = rule.get("due_day")
    dates = ", ".join(fmt_date(one) for one in rule.get("due_dates") or ())
    return [
        Field("title", _("Title of the plan"), plan.title, "text", limit=1000),
        Field("short_title", _("Short title"), settings.short_title, limit=100,
              hint=_("It names the plan in lists; made from the title where it is left empty.")),
        Field("act_kind", _("Kind of the act"), plan.kind, limit=300, css="is-half"),
        Field("act_number", _("Number of the act"), plan.number or "", limit=40, css="is-narrow"),
        Field("act_date", _("Date of the act"), _day(plan.act_date), limit=10, css="is-narrow"),
        Field("period_start", _("First day"), _day(plan.period_start), limit=10, css="is-narrow"),
        Field("period_end", _("Last day"), _day(plan.period_end), limit=10, css="is-narrow"),
        Field("controller", _("Controlled by (post)"), plan.controller, limit=500, css="is-half"),
        Field("coordinator", _("Collects reports"), plan.coordinator, limit=500, css="is-half"),
        Field("reporting_frequency", _("Reports are due"), str(rule.get("frequency", "none")),
              "list", choices=_worded(FREQUENCIES), css="is-half"),
        Field("reporting_due_day", _("By which day of the next month"), str(day or ""), limit=2,
              css="is-narrow"),
        Field("reporting_due_dates", _("Or by these dates"), dates, "text", limit=4000,
              css="is-half"),
        Field("completion_rule", _("A measure is done"), settings.completion_rule, "list",
              choices=_worded(COMPLETION), css="is-half"),
        Field("day_off_rule", _("A deadline on a day off is"), settings.day_off_rule, "list",
              choices=_worded(DAY_OFF), css="is-half"),
        Field("requires_acceptance", _("A report counts only when accepted"),
              "1" if settings.requires_acceptance else "", "choice",
              choices=_worded(YES_NO), css="is-half"),
    ]  # fmt: skip


def _worded(choices: dict[str, str]) -> list[tuple[str, str]]:
    return [(key, _(text)) for key, text in choices.items()]


def _day(day: object) -> str:
    return fmt_date(day) if day else ""  # type: ignore[arg-type]
