"""What is overdue, worst first; what was done in part or not at all; who sent no report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from data_access.records.cut import Cut, found
from data_access.records.measures import MeasureRow
from data_access.records.pages import OverduePage
from data_access.records.status import Status
from layouts import components, links, wording
from layouts.components import export_links, headline, link, section
from layouts.frame import Frame
from layouts.headlines import plans_headline
from layouts.notices import all_clear, nothing_found
from layouts.overdue_grid import endless_overdue
from layouts.overdue_table import measures_table
from layouts.sentences import closed_words, silent_words
from layouts.silence_list import silent_section
from layouts.terms import not_begun, term_words
from layouts.texts import N_, _, fmt_days, fmt_number, ngettext


def page(data: OverduePage, frame: Frame) -> Component:
    """Return the page: the finding in words, then the lists, each with its downloads."""
    is_owing = data.totals.missing_reports > 0  # also one who is released of every measure
    if not data.plans or not (data.totals.all or is_owing):
        return components.page(headline(_("There are no measures")), _nothing(frame))
    lists = (
        _overdue(data, frame),
        _partial(data, frame),
        _not_done(data, frame),
        silent_section(data, frame),
    )
    return components.page(plans_headline(data.plans, finding(data)), *lists)


def finding(data: OverduePage) -> str:
    """Return the headline: how much is overdue, for how long, what is partial, who is silent."""
    totals = data.totals
    partial = totals.by_status[Status.PARTIAL]
    text = wording.clauses(
        _overdue_words(totals.overdue, totals.execution.whole, totals.worst_days),
        ngettext("%(n)s done in part", "%(n)s done in part", partial) if partial else "",
        closed_words(totals),
        silent_words(totals),
    )
    return wording.dated(data.plans, text) + "."


def _overdue_words(count: int, total: int, worst: int | None) -> str:
    if not count:
        return _("nothing is overdue")
    text = ngettext(
        "%(n)s measure of %(total)s is overdue", "%(n)s measures of %(total)s are overdue",
        count, total=fmt_number(total),
    )  # fmt: skip
    if not worst:
        return text
    delay = N_("by %(days)s") if count == 1 else N_("the oldest by %(days)s")
    return f"{text}, {_(delay, days=fmt_days(worst))}"


def _overdue(data: OverduePage, frame: Frame) -> Component:
    """Return the list that the page is for, or the good news."""
    if not data.overdue:
        return section(_("Overdue"), _none_overdue(data, frame))
    return section(
        _by_lead(data.overdue),
        *_late(data, frame),
        note=_("The longest delay first. The delay is counted from the control date in force."),
        actions=export_links("overdue", frame.filters),
        id="overdue-list",
    )


def _late(data: OverduePage, frame: Frame) -> list[Component | None]:
    """Return the table; where it holds the beginning alone, a grid of all where there is room."""
    plain = measures_table(_("Overdue measures, worst first"), data.overdue, frame, data.plans)
    if not isinstance(data.overdue, Cut):
        return [plain]
    rest = _rest(data.overdue, Status.OVERDUE, frame)
    short = html.Div([plain, rest], className="register__plain")
    grid = html.Div(endless_overdue(frame.filters), className="register__grid")
    return [html.Div([grid, short], className="register")]


def _by_lead(rows: Sequence[MeasureRow]) -> str:
    """Return the title: how many are overdue, and whose they are most of all."""
    count = ngettext("%(n)s overdue measure", "%(n)s overdue measures", found(rows))
    if isinstance(rows, Cut):
        return count
    leads = Counter(row.lead.id for row in rows if row.lead)
    if not leads:
        return count
    who, most = leads.most_common(1)[0]
    name = _lead_name(who, rows)
    if len(leads) == 1:
        return _("%(count)s, all with %(name)s", count=count, name=name)
    if most == 1:
        return f"{count}, " + ngettext("with %(n)s executor", "with %(n)s executors", len(leads))
    return _("%(count)s, most with %(name)s (%(most)s)", count=count, name=name, most=most)


def _lead_name(who: int, rows: Sequence[MeasureRow]) -> str:
    """Return a lead executor's name, with the territory where another one is called the same."""
    named = {row.lead.id: (row.lead.short_name, row) for row in rows if row.lead}
    name, row = named[who]
    namesakes = [one for one, _row in named.values() if one == name]
    return f"{name} ({row.plan.territory.short_name})" if len(namesakes) > 1 else name


def _partial(data: OverduePage, frame: Frame) -> Component | None:
    """Return what was done in part while its term passed; nothing where there is none."""
    if not data.partial:
        return None
    only = replace(frame.filters, statuses=(Status.PARTIAL,))
    return section(
        ngettext(
            "%(n)s done in part, the term has passed",
            "%(n)s done in part, the term has passed",
            found(data.partial),
        ),
        measures_table(_("Done in part, worst first"), data.partial, frame, data.plans),
        _rest(data.partial, Status.PARTIAL, frame),
        actions=export_links("measures", only),
        id="partial-list",
    )


def _rest(rows: Sequence[MeasureRow], status: Status, frame: Frame) -> Component | None:
    """Return how many more there are, as a link to all of them; None where all are shown."""
    rest = found(rows) - len(rows)
    if not rest:
        return None
    href = links.href("measures", frame.filters, statuses=(status,))
    return html.P(link(ngettext("and %(n)s more", "and %(n)s more", rest), href))


def _not_done(data: OverduePage, frame: Frame) -> Component | None:
    """Return what a decision closed as not done; nothing where there is none."""
    if not data.not_done:
        return None
    only = replace(frame.filters, statuses=(Status.NOT_DONE,))
    count = found(data.not_done)
    return section(
        ngettext("%(n)s closed as not done", "%(n)s closed as not done", count),
        measures_table(_("Closed as not done"), data.not_done, frame, data.plans),
        _rest(data.not_done, Status.NOT_DONE, frame),
        note=_("A decision has closed the work. The reason and the act stand on its page."),
        actions=export_links("measures", only),
        id="not-done-list",
    )


def _none_overdue(data: OverduePage, frame: Frame) -> Component:
    """Return that nothing is overdue; it is good news only where no date was missed at all."""
    if not_begun(data.plans):
        return html.P(wording.sentence(term_words(data.plans)) + ".")
    words = wording.filter_words(frame)
    text = _("Nothing is overdue.")
    if words:
        text = _("By the filter “%(words)s” nothing is overdue.", words=words)
    return html.P(text) if data.totals.missed else all_clear(text)


def _nothing(frame: Frame) -> Component:
    """Return the empty state: no measures at all by these filters."""
    return nothing_found(
        "overdue",
        frame,
        by_filter=N_("There are no measures by the filter “%(words)s”."),
        at_all=_("There are no measures yet."),
        action=_("Show all that is overdue"),
    )
