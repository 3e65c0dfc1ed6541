"""The coordinator's page: files in, forms out, doubtful places, missing reports, the record."""

from dash import html
from dash.development.base_component import Component

from data_access.records.data import DataPage
from layouts import components
from layouts.components import headline
from layouts.data_bar import leaving
from layouts.data_findings import findings_section
from layouts.data_forms import forms_section
from layouts.data_log import batches_section, drafts_section
from layouts.data_upload import upload_section
from layouts.frame import Frame
from layouts.sentences import silent_words
from layouts.silence_list import silent_section
from layouts.texts import _, fmt_moment_date, ngettext
from layouts.wording import clauses, sentence

#: The headline changes when a finding is decided on.
HEADLINE = "data-headline"


def page(data: DataPage, frame: Frame) -> Component:
    """Return the page; what waits for a person stands above what is only told."""
    return components.page(
        html.Div(head(data), id=HEADLINE, **leaving()),
        upload_section(),
        drafts_section(data.drafts, frame),
        findings_section(data, frame),
        forms_section(data, frame) if data.plans else None,
        silent_section(data, frame) if data.plans else None,
        batches_section(data.batches, frame),
        css="data",
    )


def head(data: DataPage) -> Component:
    """Return the headline."""
    return headline(finding(data))


def finding(data: DataPage) -> str:
    """Return what waits: who has not reported, what is undecided, when a file last came in."""
    if not data.plans:
        return _("There is no plan yet: take in the act that approved it.")
    words = clauses(silent_words(data.totals), _undecided(data.open_count), _last(data))
    return sentence(words) + "."


def _undecided(count: int) -> str:
    if not count:
        return _("no place in the documents waits for a decision")
    return ngettext(
        "%(n)s place in the documents waits for a decision",
        "%(n)s places in the documents wait for a decision",
        count,
    )


def _last(data: DataPage) -> str:
    if not data.batches:
        return _("no file has been taken in yet")
    return _(
        "the last file was taken in on %(date)s", date=fmt_moment_date(data.batches[0].imported_at)
    )
