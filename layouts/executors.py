"""Executors with their discipline, the matrix of reports, and the page of one executor."""

from collections.abc import Sequence

from dash.development.base_component import Component

from data_access.records.common import GroupRow, Ratio
from data_access.records.cut import Cut, found
from data_access.records.executors import ExecutorsPage
from layouts import components, wording
from layouts.components import disclosure, export_links, headline, section
from layouts.discipline import discipline_section, ratio_words
from layouts.executors_matrix import matrix_section
from layouts.executors_table import executors_table
from layouts.frame import Frame
from layouts.group_sentences import late_in, most_overdue, told_apart
from layouts.headlines import plans_headline
from layouts.notices import list_cut, nothing_found
from layouts.sentences import silent_words
from layouts.texts import N_, _, fmt_days, fmt_number, fmt_ratio, ngettext


def page(data: ExecutorsPage, frame: Frame) -> Component:
    """Return the list of executors: the finding, the table, the matrix of reports."""
    if not data.rows:
        return components.page(headline(_("No executors")), _nothing(frame))
    return components.page(
        plans_headline(data.plans, finding(data)),
        _worst(data, frame) if isinstance(data.rows, Cut) else _executors(data, frame),
        None if isinstance(data.rows, Cut) else matrix_section(data, frame),
        discipline_section(
            ratio_words(data.totals.discipline), data.due_points, data.plans, frame.filters
        ),
    )


def finding(data: ExecutorsPage) -> str:
    """Return the headline: how many are late, who most of all, who is silent, the discipline."""
    text = wording.clauses(
        _late_words(data.rows), silent_words(data.totals), _discipline_words(data.totals.discipline)
    )
    return wording.dated(data.plans, text) + "."


def worst_first(rows: Sequence[GroupRow]) -> list[GroupRow]:
    """Return those that need attention, the worst first."""
    troubled = [row for row in rows if row.totals.overdue or row.totals.missing_reports]
    return most_overdue(troubled)


def _late_words(rows: Sequence[GroupRow]) -> str:
    late = [row for row in worst_first(rows) if row.totals.overdue]
    if not late:
        return _("no executor has overdue work")
    text = ngettext(
        "%(late)s of %(n)s executor has overdue work",
        "%(late)s of %(n)s executors have overdue work",
        found(rows),
        late=fmt_number(late_in(rows)),
    )
    return f"{text}, {_worst_words(late[0], told_apart(late[0], rows))}"


def _worst_words(row: GroupRow, name: str) -> str:
    """Return who is late with most; where nobody is with several, who is late longest."""
    count = row.totals.overdue
    if count > 1:
        return _("most of all %(name)s (%(count)s)", name=name, count=fmt_number(count))
    return _("longest %(name)s (%(days)s)", name=name, days=fmt_days(row.totals.worst_days or 0))


def _discipline_words(ratio: Ratio) -> str:
    """Return the discipline of the control points: the one of the overview and of the sections."""
    return _("execution discipline %(ratio)s", ratio=fmt_ratio(ratio)) if ratio.whole else ""


def _worst(data: ExecutorsPage, frame: Frame) -> Component:
    """Return those with most overdue, where there are too many to show all."""
    return section(
        ngettext("%(n)s executor", "%(n)s executors", found(data.rows)),
        executors_table(_("Executors, worst first"), data.rows, frame, data.plans),
        list_cut(len(data.rows), found(data.rows)),
        note=_("Counted are assignments: a measure of three executors counts with each of them."),
        actions=export_links("executors", frame.filters),
    )


def _executors(data: ExecutorsPage, frame: Frame) -> Component:
    """Return the table in the plan's order, and those in trouble under a fold, worst first."""
    troubled = worst_first(data.rows)
    fold = disclosure(
        _("Worst first: %(n)s with overdue work or missing reports", n=fmt_number(len(troubled))),
        executors_table(_("Executors, worst first"), troubled, frame, data.plans),
    )
    return section(
        _title(data.rows),
        fold if troubled else None,
        executors_table(
            _("Executors in the plan's order"), data.rows, frame, data.plans, with_sums=True
        ),
        note=_("Counted are assignments: a measure of three executors counts with each of them."),
        actions=export_links("executors", frame.filters),
    )


def _title(rows: Sequence[GroupRow]) -> str:
    """Return how much is assigned to how many, those "по согласованию" apart."""
    given = sum(row.totals.all for row in rows)
    apart = sum(row.by_agreement for row in rows)
    text = ngettext("%(n)s assignment", "%(n)s assignments", given)
    text += " " + ngettext("with %(n)s executor", "with %(n)s executors", len(rows))
    if not apart:
        return text
    return _("%(text)s, of these %(n)s by agreement", text=text, n=fmt_number(apart))


def _nothing(frame: Frame) -> Component:
    """Return the empty state."""
    return nothing_found(
        "executors",
        frame,
        by_filter=N_("There are no executors by the filter “%(words)s”."),
        at_all=_("There are no executors yet."),
        action=_("Show all executors"),
    )
