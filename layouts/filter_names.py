"""The names of the filters for people, and what is said of those that a page does not honour."""

from collections.abc import Mapping

from layouts import pages
from layouts.frame import Frame
from layouts.links import NAMES
from layouts.texts import N_, _, ngettext

#: Field of `Filters` → its label in the filter bar, in the chips and in sentences.
LABELS: Mapping[str, str] = {
    "as_of": N_("As of"),
    "plan": N_("Plan"),
    "territory": N_("Territory"),
    "section": N_("Section"),
    "executor": N_("Executor"),
    "statuses": N_("Status"),
    "q": N_("Search"),
    "since": N_("Changes since"),
}
#: What the address can name besides: it filters nothing.
LANGUAGE = N_("Language")


def label(field: str) -> str:
    """Return the name of a filter in the language of the request."""
    return _(LABELS[field])


def addressed(name: str) -> str:
    """Return a filter that the address names, as people know it: "«На дату» (as_of)".

    What has no name of its own on the screen keeps the one of the address.
    """
    labels = {NAMES[field]: label for field, label in LABELS.items()} | {"lang": LANGUAGE}
    if name not in labels:
        return _("“%(name)s”", name=name)
    return _("“%(label)s” (%(name)s)", label=_(labels[name]), name=name)


def without_effect(frame: Frame) -> str:
    """Return the sentence about filters that are set and change nothing here; "" for none."""
    names = [_("“%(name)s”", name=label(one)) for one in pages.ignored(frame.path, frame.filters)]
    if not names:
        return ""
    return ngettext(
        "The filter %(names)s has no effect on this page.",
        "The filters %(names)s have no effect on this page.",
        len(names),
        names=", ".join(names),
    )
