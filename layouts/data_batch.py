"""One file taken in: what came of it, by whom and when, and the way to what it changed."""

from dataclasses import replace
from datetime import date

from dash import html
from dash.development.base_component import Component

from data_access.records.data import Batch
from data_access.records.forms import EARLY, PERSONAL
from layouts import components, links
from layouts.components import Content, facts, headline, icon, link, section
from layouts.data_counts import counted
from layouts.data_log import kind_word
from layouts.frame import Frame
from layouts.texts import N_, _, fmt_date, fmt_moment, fmt_number, ngettext

#: Kind → the page on which its rows are seen.
SEEN_ON = {"plan": "overview", "reports": "measures", "indicators": "indicators"}
#: What passed on a person's word.
LET_PASS = {
    PERSONAL: N_("Let pass as no personal data"),
    EARLY: N_("Early dates confirmed as right"),
}


def batch_page(batch: Batch, frame: Frame, *, before: bool = False) -> Component:
    """Return the page of one file taken in; it is also what stands after a confirmation.

    `before` is the page of an upload that was saved before: that is said.
    """
    again = _("This upload is saved already; there is nothing more to do here.")
    return components.page(
        headline(result(batch), again if before else None, over=_crumbs(frame)),
        html.P([icon("check-circle", "st-done"), html.Span(_safe(batch))], className="all-clear"),
        _ways(batch, frame),
        facts(_facts(batch)),
        *_named(batch),
        css="data",
    )


def result(batch: Batch) -> str:
    """Return in words what the file changed."""
    if batch.kind == "plan" and batch.fate == "amended":
        return _("The plan is changed: “%(name)s”.", name=_plan(batch))
    if batch.kind == "plan":
        return _("The plan is saved: “%(name)s”.", name=_plan(batch))
    said = counted(batch.added, batch.changed)
    if batch.kind == "reports":
        return _("Reports are taken in: %(counts)s.", counts=said)
    return _("Values of indicators are taken in: %(counts)s.", counts=said)


def _safe(batch: Batch) -> str:
    return _(
        "Saved on %(when)s by %(who)s, with the file's checksum.",
        when=fmt_moment(batch.imported_at),
        who=batch.by or _("command line"),
    )


def _plan(batch: Batch) -> str:
    return batch.plan.short_title if batch.plan else batch.file_name


def _crumbs(frame: Frame) -> Component:
    back = link(_("Data"), links.href("data", frame.filters))
    here = html.Span(_("File taken in"))
    return html.Nav([back, here], className="crumbs", **{"aria-label": _("Where this page is")})


def _named(batch: Batch) -> list[Component]:
    """Return the measures that an act added or took off, by name: what went is told first."""
    return [
        section(
            counted_measures(fate, len(batch.named[fate])),
            html.Ul([html.Li(one) for one in batch.named[fate]], className="named-measures"),
        )
        for fate in ("removed", "restored", "added")
        if batch.named.get(fate)
    ]


def counted_measures(fate: str, number: int) -> str:
    """Return how many measures an act added, took off or restored, as a heading."""
    if fate == "removed":
        return ngettext("%(n)s measure is taken off", "%(n)s measures are taken off", number)
    if fate == "restored":
        return ngettext("%(n)s measure is back", "%(n)s measures are back", number)
    return ngettext("%(n)s measure is added", "%(n)s measures are added", number)


def _ways(batch: Batch, frame: Frame) -> Component:
    """Return where the result is seen, and the way back to the next file."""
    plan = batch.plan.id if batch.plan else None
    day = _later(batch)
    labels = {
        "plan": _("Open the plan"),
        "reports": _("Open the register of measures"),
        "indicators": _("Open the indicators"),
    }
    filters = replace(links.context(frame.filters), plan=plan)
    seen = links.href(SEEN_ON[batch.kind], replace(filters, as_of=day) if day else filters)
    return html.Div(
        [
            link(labels[batch.kind], seen, css="btn btn-primary"),
            link(_("Take in another file"), links.href("data", frame.filters), css="btn btn-quiet"),
        ],
        className="actions",
    )


def _later(batch: Batch) -> date | None:
    """Return the day of the file where the plan opens on an earlier one: it would not show it."""
    day = batch.imported_at.date()
    return day if batch.plan and batch.plan.as_of < day else None


def _changed(batch: Batch) -> str:
    return _(
        "changed: %(changed)s, as they were: %(unchanged)s",
        changed=fmt_number(batch.changed),
        unchanged=fmt_number(batch.unchanged),
    )


def _facts(batch: Batch) -> list[tuple[str, Content]]:
    pairs: list[tuple[str, Content]] = [
        (_("File"), html.Span(batch.file_name, className="file-name")),
        (_("What"), kind_word(batch.kind)),
        (_("Plan"), batch.plan.title if batch.plan else _("several, or none")),
    ]
    if batch.counts_from:
        pairs.append((_("Changed by"), batch.basis))
        pairs.append((_("Changes count from"), fmt_date(batch.counts_from)))
    if batch.kind == "plan" and batch.fate == "amended":
        pairs.append((_("Measures"), _changed(batch)))
    elif rows := counted(batch.added, batch.changed, batch.unchanged):
        pairs.append((_("Rows"), rows))
    for one, count in batch.allowed.items():
        if count:
            pairs.append((_(LET_PASS[one]), ngettext("%(n)s place", "%(n)s places", count)))
    return pairs
