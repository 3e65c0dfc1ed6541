"""The table of pages: path, name, title, icon; nothing is found by scanning the disk."""

from dataclasses import dataclass

from layouts.links import PATHS
from layouts.texts import N_, _


@dataclass(frozen=True)
class Page:
    """One page; `name` is its route in `links.PATHS`, `module` the page module that shows it."""

    name: str
    module: str
    title: str
    icon: str = ""
    in_nav: bool = False

    @property
    def path(self) -> str:
        """Return the path, with `{id}` for the page of one thing."""
        return PATHS[self.name]


PAGES: tuple[Page, ...] = (
    Page("overview", "overview", N_("Overview"), "grid-1x2", in_nav=True),
    Page("measures", "measures", N_("Measures"), "list-check", in_nav=True),
    Page("overdue", "overdue", N_("Overdue"), "exclamation-circle", in_nav=True),
    Page("sections", "sections", N_("Sections"), "bookmark", in_nav=True),
    Page("executors", "executors", N_("Executors"), "people", in_nav=True),
    Page("indicators", "indicators", N_("Indicators"), "graph-down-arrow", in_nav=True),
    Page("timeline", "timeline", N_("Timeline"), "calendar3", in_nav=True),
    Page("territories", "territories", N_("Territories"), "geo-alt", in_nav=True),
    Page("practices", "practices", N_("Practices"), "lightbulb", in_nav=True),
    Page("meeting", "meeting", N_("Meeting"), "easel", in_nav=True),
    Page("measure", "measures", N_("Measure")),
    Page("section", "sections", N_("Section")),
    Page("executor", "executors", N_("Executor")),
    Page("territory", "territories", N_("Territory")),
    Page("account", "account", N_("Account")),
)

_BY_NAME = {page.name: page for page in PAGES}
_BY_PATH = {page.path: page for page in PAGES if "{id}" not in page.path}
_OF_ONE = {page.path.removesuffix("/{id}"): page for page in PAGES if "{id}" in page.path}
#: Longer than any id of the database; Python refuses to read endless digits.
_MAX_DIGITS = 18


def title(name: str) -> str:
    """Return a page's title in the language of the request."""
    return _(_BY_NAME[name].title)


def find(path: str) -> tuple[Page, int | None] | None:
    """Return the page at a path with the id in it (None for lists); None for no such page."""
    path = path.rstrip("/") or "/"
    if path in _BY_PATH:
        return _BY_PATH[path], None
    folder, _slash, tail = path.rpartition("/")
    one = _OF_ONE.get(folder)
    if one and tail.isascii() and tail.isdigit() and len(tail) <= _MAX_DIGITS:
        return one, int(tail)
    return None


def nav_name(path: str) -> str:
    """Return the name of the entry in the navigation that a path belongs to; "" for none."""
    found = find(path)
    if found is None:
        return ""
    return found[0].module if found[0].module in _BY_NAME else found[0].name
