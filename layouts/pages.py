"""The table of pages: path, name, title, icon, filters; nothing is found by scanning the disk."""

from dataclasses import dataclass

from data_access.records.accounts import KEEPERS, Role
from data_access.records.view import Filters
from layouts.links import PATHS
from layouts.texts import N_, _

#: Fields of `Filters`: what says which plans are looked at and when, and what narrows their lists.
CONTEXT = frozenset({"as_of", "plan", "territory"})
LISTS = CONTEXT | {"section", "executor", "q"}
EVERYBODY = frozenset(Role)


@dataclass(frozen=True)
class Page:
    """One page; `name` is its route in `links.PATHS`, `module` the page module that shows it.

    `filters` are the fields of `Filters` that change what the page shows; the frame says so where
    others are set. The page of one thing counts its plan and territory among them: they came
    with the person from the list. For accounts of other `roles` the page does not exist.
    """

    name: str
    module: str
    title: str
    icon: str = ""
    in_nav: bool = False
    filters: frozenset[str] = frozenset()
    roles: frozenset[Role] = EVERYBODY

    @property
    def path(self) -> str:
        """Return the path, with `{id}` for the page of one thing."""
        return PATHS[self.name]


PAGES: tuple[Page, ...] = (
    Page("overview", "overview", N_("Overview"), "grid-1x2", True, LISTS | {"since"}),
    Page("measures", "measures", N_("Measures"), "list-check", True, LISTS | {"statuses"}),
    Page("overdue", "overdue", N_("Overdue"), "exclamation-circle", True, LISTS),
    Page("sections", "sections", N_("Sections"), "bookmark", True, LISTS),
    Page("executors", "executors", N_("Executors"), "people", True, LISTS),
    Page("indicators", "indicators", N_("Indicators"), "graph-down-arrow", True, CONTEXT),
    Page("timeline", "timeline", N_("Timeline"), "calendar3", True, LISTS | {"statuses"}),
    Page("territories", "territories", N_("Territories"), "geo-alt", True, LISTS),
    Page("practices", "practices", N_("Practices"), "lightbulb", True, CONTEXT - {"as_of"}),
    Page("meeting", "meeting", N_("Meeting"), "easel", True, LISTS),
    Page("data", "data", N_("Data"), "inbox", True, CONTEXT, KEEPERS),
    Page("measure", "measures", N_("Measure"), filters=CONTEXT),
    Page("section", "sections", N_("Section"), filters=CONTEXT),
    Page("executor", "executors", N_("Executor"), filters=CONTEXT),
    Page("territory", "territories", N_("Territory"), filters=CONTEXT),
    Page("draft", "data", N_("Upload"), roles=KEEPERS),
    Page("batch", "data", N_("File taken in"), roles=KEEPERS),
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


def list_path(path: str) -> str:
    """Return the path of the list that the page of one thing belongs to; "" for other pages."""
    found = find(path)
    return PATHS[found[0].module] if found and found[1] is not None else ""


def honours(path: str, field: str) -> bool:
    """Tell whether a field of `Filters` changes what the page at a path shows."""
    found = find(path)
    return found is not None and field in found[0].filters


def has_listing(path: str) -> bool:
    """Tell whether the page at a path shows a long list part by part."""
    found = find(path)
    return found is not None and found[0].module == "territories"


def ignored(path: str, filters: Filters) -> tuple[str, ...]:
    """Return the fields that are set and that the page at a path does not honour.

    A page that shows no data of plans (the account) has nothing to say about any of them.
    """
    found = find(path)
    if found is None or not found[0].filters:
        return ()
    return tuple(field for field in set_fields(filters) if field not in found[0].filters)


def set_fields(filters: Filters) -> tuple[str, ...]:
    """Return the fields that filter anything, in the order of the record."""
    nothing = Filters()
    return tuple(one for one in vars(nothing) if getattr(filters, one) != getattr(nothing, one))
