"""What was taken in when and by whom, and one's own uploads that are not saved yet."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.data import Batch
from data_access.records.drafts import DraftHead
from layouts import links
from layouts.components import Content, link, section
from layouts.data_counts import counted
from layouts.frame import Frame
from layouts.native import form, submit
from layouts.notices import empty
from layouts.tables import Column, table
from layouts.texts import N_, _, fmt_moment, ngettext

KINDS = {
    "plan": N_("Plan"),
    "reports": N_("Reports"),
    "indicators": N_("Indicators"),
}
#: Where the form goes that throws away what has nothing to save.
IDLE = "/data/idle"


def drafts_section(drafts: Sequence[DraftHead], frame: Frame) -> Component | None:
    """Return one's uploads that are neither saved nor thrown away; nothing where there is none."""
    if not drafts:
        return None
    cols = [
        Column(_("Uploaded"), "date", small="side"),
        Column(_("What"), "text", small="sub"),
        Column(_("File"), "title", small="main", is_header=True),
    ]
    rows = [
        [
            fmt_moment(one.created_at),
            _(KINDS[one.kind]),
            link(one.file_name, links.href("draft", frame.filters, id=one.id), css="title-link"),
        ]
        for one in drafts
    ]
    title = ngettext(
        "%(n)s upload of yours is not saved yet", "%(n)s uploads of yours are not saved yet",
        len(drafts),
    )  # fmt: skip
    note = _("Only you see them. They are kept for thirty days after the last change.")
    shown = table(_("Not saved yet"), cols, rows)
    return section(title, shown, _throw_idle(drafts), note=note, id="drafts")


def _throw_idle(drafts: Sequence[DraftHead]) -> Component | None:
    """Return the way to be rid of forms with nothing to save; plans are never among them."""
    if all(one.kind == "plan" for one in drafts):
        return None
    said = _(
        "Throw away the forms with nothing to save: those with errors, and those that bring"
        " nothing new"
    )
    return form(IDLE, submit(said, css="btn btn-sm btn-quiet"), css="after-table no-print")


def batches_section(batches: Sequence[Batch], frame: Frame) -> Component:
    """Return what was taken in, the newest first."""
    if not batches:
        nothing = empty(
            _("No file has been taken in yet."),
            _("What is taken in stands here with its time, its account and its counts."),
        )
        return section(_("Files taken in"), nothing, id="batches")
    cols = [
        Column(_("When"), "date", small="side"),
        Column(_("What"), "text", small="sub"),
        Column(_("File"), "title", small="main", is_header=True),
        Column(_("Plan"), "text", small="sub"),
        Column(_("Rows"), "text", small="sub"),
        Column(_("By whom"), "name", small="sub"),
    ]
    rows = [_cells(one, frame) for one in batches]
    return section(
        _("Files taken in"), table(_("Files taken in, the newest first"), cols, rows), id="batches"
    )


def _cells(one: Batch, frame: Frame) -> list[Content]:
    file = link(
        html.Span(one.file_name, className="clamp"),
        links.href("batch", frame.filters, id=one.id),
        css="title-link",
        title=one.file_name,
    )
    plan = one.plan.short_title if one.plan else ""
    who = one.by or _("command line")
    return [
        fmt_moment(one.imported_at),
        _(KINDS[one.kind]),
        file,
        plan,
        counted(one.added, one.changed, one.unchanged),
        who,
    ]


def kind_word(kind: str) -> str:
    """Return what a file holds."""
    return _(KINDS[kind])
