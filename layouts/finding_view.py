"""A doubtful place of a document in words: how bad, where, what was read and proposed."""

import re
from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from data_access.records.reading import Finding
from layouts import field_texts
from layouts.components import Content, icon
from layouts.finding_words import FINDINGS
from layouts.import_texts import finding_text, place_text, severity_text
from layouts.texts import N_, _

#: Severity → icon and class; the word stands beside them.
MARKS = {
    "error": ("exclamation-octagon", "sev sev--error"),
    "warning": ("exclamation-triangle", "sev sev--warning"),
    "info": ("info-circle", "sev sev--info"),
}
#: What a finding is about, by its field: those of a plan, shorter or wider where it needs that.
FIELDS = {
    **field_texts.FIELDS,
    "by_agreement": N_("“by agreement”"),
    "deadline_text": N_("deadline"),
    "document": N_("document"),
    "indicator.direction": N_("direction of an indicator"),
    "indicator.unit": N_("unit of an indicator"),
    "indicator.value": N_("value of an indicator"),
    "indicators": N_("indicators"),
    "period": N_("term of the plan"),
    "reporting": N_("reporting duty"),
    "reporting_periods": N_("reporting periods"),
    "reporting_text": N_("reporting duty"),
    "row": N_("row of the table"),
    "sections": N_("sections"),
    "term": N_("term of the plan"),
}
#: How a finding was settled, where no words of a person say it.
RESOLUTIONS = {
    "accepted": N_("taken as proposed"),
    "edited": N_("corrected by hand"),
    "dismissed": N_("kept as read"),
    "superseded": N_("replaced by a newer file"),
}
#: A way of ours, this version's or another's; words of a person never look like it.
CODE = re.compile(r"[a-z]+(_[a-z]+)*")
NUMBER = re.compile(r"\d+(\.\d+)*")


def severity_mark(severity: str) -> Component:
    """Return icon and word of a severity."""
    picture, css = MARKS[severity]
    return html.Span([icon(picture), severity_text(severity)], className=css)


def field_word(field: str) -> str:
    """Return what a finding is about; an unknown field as it is."""
    return _(FIELDS[field]) if field in FIELDS else field


def place_word(place: str) -> str:
    """Return a place in the document in words: of a file, of the act, of a measure."""
    if place == "act":
        return _("the act's text")
    if NUMBER.fullmatch(place):
        return _("item %(number)s", number=place)
    return place_text(place) or place


def own_words(words: str) -> str:
    """Return words of a person in such a form that none of them is taken for a way of ours."""
    return f"“{words}”" if CODE.fullmatch(words) else words


def resolution_word(resolution: str, *, proposed: bool = True) -> str:
    """Return how a finding was settled, in words; nothing is "taken" where none was `proposed`."""
    if resolution == "accepted" and not proposed:
        resolution = "dismissed"
    if resolution in RESOLUTIONS:
        return _(RESOLUTIONS[resolution])
    return _("settled") if CODE.fullmatch(resolution) else resolution


def told_settled(text: str, resolution: str, *, proposed: bool) -> str:
    """Return the sentence of a finding, and after it how it was settled, as a sentence too."""
    how = resolution_word(resolution, proposed=proposed)
    if how and CODE.fullmatch(resolution):
        how = f"{how[0].upper()}{how[1:]}."
    return f"{text} {how}".strip()


def worded(code: str, message: str, read: str, proposal: str, parameters: Mapping[str, str]) -> str:
    """Return the sentence of a finding: by its code, else as it was worded when it was found."""
    if code not in FINDINGS and not code.startswith("deadline."):
        return message
    shown = dict(parameters)
    try:
        return finding_text(Finding(None, "", code, "info", read, proposal, "", shown))
    except (KeyError, ValueError):  # parameters of another version of the program
        return message


def read_and_made(read: str, proposal: str, sentence: str = "", now: str = "") -> Content:
    """Return what was read, what stands `now` and what is proposed, as far as the `sentence` does
    not say it.
    """
    rows = [
        (_("Read"), "" if read in sentence else read),
        (_("Stands now"), now),
        (_("Proposed"), "" if proposal in sentence else proposal),
    ]
    shown = [html.Div([html.Dt(term), html.Dd(text)]) for term, text in rows if text]
    return html.Dl(shown, className="readmade") if shown else None
