"""Where files are put in: an area for each kind, by drag and drop, by a picker, without scripts."""

import json

from dash import html
from dash.development.base_component import Component

from data_access.records.limits import MOST_BYTES, MOST_MEGABYTES
from layouts.components import icon, section
from layouts.native import field, form, submit
from layouts.texts import N_, _

UPLOAD = "/data/upload"
#: Kind → title, what is put in, what comes of it, file types of the picker.
KINDS = {
    "plan": (
        N_("Act with a plan"),
        N_("Word, PDF, web page or text of the act: .docx, .pdf, .html, .txt"),
        "file-earmark-text",
        ".docx,.pdf,.html,.htm,.txt",
    ),
    "reports": (
        N_("Executors' reports"),
        N_("A filled-in form: .xlsx or .csv"),
        "file-earmark-check",
        ".xlsx,.csv",
    ),
    "indicators": (
        N_("Values of indicators"),
        N_("A filled-in form of the indicators: .xlsx or .csv"),
        "file-earmark-bar-graph",
        ".xlsx,.csv",
    ),
}


def upload_section() -> Component:
    """Return the three areas; whatever is put in is shown before anything is saved."""
    areas = [_area(kind) for kind in KINDS]
    return section(
        _("Take in a file"),
        html.Div(areas, className="drops"),
        note=_("The file is read as soon as it is chosen. Nothing is saved before you confirm it."),
        id="upload",
        css="no-print",
    )


def _area(kind: str) -> Component:
    title, hint, picture, accepted = KINDS[kind]
    file = field("file", "file", accept=accepted, required=True)
    return form(
        UPLOAD,
        field("hidden", "kind", value=kind),
        html.H3([icon(picture), _(title)], className="drop__title"),
        html.P(_(hint), className="drop__hint"),
        html.Div(
            [
                html.Label([file, html.Span(_("Choose a file"))], className="drop__pick btn"),
                html.Span(_("or drag it here"), className="drop__or"),
                submit(_("Read the file"), css="btn btn-primary drop__send"),
            ],
            className="drop__way",
        ),
        html.Div(className="drop__state", role="status"),
        css="drop",
        encType="multipart/form-data",
        **{"data-upload": json.dumps(_words(), ensure_ascii=False)},
    )


def _words() -> dict[str, str | int]:
    """Return what `assets/upload.js` goes by and says."""
    return {
        "most": MOST_BYTES,
        "sending": _("Sending “{name}”: {percent} %"),
        "reading": _("Reading “{name}”…"),
        "too_big": too_big(),
        "one": _("Put in one file at a time."),
        "lost": _("The connection broke off; nothing was taken in. Try once more."),
        "cancel": _("Cancel"),
    }


def too_big() -> str:
    """Return what is said of a file over the limit."""
    return _("The file is larger than %(limit)s MB.", limit=MOST_MEGABYTES)
