"""Ids of what can be changed on the page of an upload; each carries the draft that it belongs to.

A callback for one finding, one name or one row matches on draft and key, so nothing else of the
page is drawn anew.
"""

from typing import Any

from dash import ALL, MATCH

Id = dict[str, Any]

#: A part of the reading that is shown, or edited: its content, its buttons, its fields.
BLOCK, ACT, VALUE, FAULT = "draft-block", "draft-act", "draft-value", "draft-fault"
#: What a field expects, in words.
HINT = "draft-hint"
#: What a form was opened with: another tab may have changed it meanwhile.
OPENED = "draft-opened"
#: Every form that is open on the page of a draft, for whatever callback of that draft.
OPEN_FORMS: Id = {"type": OPENED, "draft": MATCH, "kind": ALL, "key": ALL, "field": ALL}
#: A finding and the buttons that settle it.
FINDING, SETTLE = "draft-finding", "draft-settle"
#: A name of an executor, what is said of it (the choice, a spelling), the buttons, what is wrong.
NAME, SAID, DECIDE, UNFIT = "draft-name", "draft-said", "draft-decide", "draft-unfit"
#: Where the plan goes: its part of the page, its buttons and fields, its choices (at once).
TARGET, AIM, AIM_AT, AIM_PICK = "draft-target", "draft-aim", "draft-aim-at", "draft-aim-pick"
#: The mark of what that part of the page shows.
AIM_SHOWN = "draft-aim-shown"
#: What the fields of the basis were opened with.
AIM_OPENED = "draft-aim-opened"
#: The choice of the saved measure that a new one is, and the button that undoes it.
JOIN, PART = "draft-join", "draft-part"
#: What has just happened, for those who hear the page.
TOLD = "draft-told"
#: The heading of the findings, which counts the open ones.
FINDINGS_TITLE = "draft-findings-title"
#: How many rows a section has, and the plan indicators.
COUNT = "draft-count"
#: What changes when anything of a draft does.
HEAD, NAV, BAR, DIFFERENCE = "draft-head", "draft-nav", "draft-bar", "draft-difference"
FINDINGS, NAMES, MEASURES, INDICATORS = (
    "draft-findings",
    "draft-names",
    "draft-measures",
    "draft-indicators",
)


#: The key of a row that is still to be added; a measure's says under which section.
NEW = "+"


def new_in(section_key: str) -> str:
    """Return the key of a measure that is still to be added to a section."""
    return f"{NEW}{section_key}"


def is_new(key: str) -> bool:
    """Tell whether a key stands for a row that is still to be added."""
    return key.startswith(NEW)


def whole(type_: str, draft: int) -> Id:
    """Return the id of a part that a draft has once."""
    return {"type": type_, "draft": draft}


def block(draft: int, kind: str, key: str) -> Id:
    """Return the id of a row ("measure", "indicator", "section") or of the head ("plan")."""
    return {"type": BLOCK, "draft": draft, "kind": kind, "key": key}


def count(draft: int, key: str) -> Id:
    """Return the id of the number of rows of a section, by its key, or of the "indicators"."""
    return {"type": COUNT, "draft": draft, "key": key}


def act(draft: int, kind: str, key: str, name: str) -> Id:
    """Return the id of a button of a block: "edit", "save", "cancel", "remove" or "restore"."""
    return {"type": ACT, "draft": draft, "kind": kind, "key": key, "act": name}


def value(draft: int, kind: str, key: str, field: str) -> Id:
    """Return the id of a field of a block's form."""
    return {"type": VALUE, "draft": draft, "kind": kind, "key": key, "field": field}


def fault(draft: int, kind: str, key: str, field: str) -> Id:
    """Return the id of what is said beside a field."""
    return {"type": FAULT, "draft": draft, "kind": kind, "key": key, "field": field}


def hint(draft: int, kind: str, key: str, field: str) -> Id:
    """Return the id of what a field expects, in words."""
    return {"type": HINT, "draft": draft, "kind": kind, "key": key, "field": field}


def opened(draft: int, kind: str, key: str) -> Id:
    """Return the id of what keeps the values that a block's form was opened with."""
    return {"type": OPENED, "draft": draft, "kind": kind, "key": key, "field": ""}


def finding(draft: int, index: int) -> Id:
    """Return the id of a finding."""
    return {"type": FINDING, "draft": draft, "index": index}


def settle(draft: int, index: int, how: str) -> Id:
    """Return the id of a button of a finding; `how` is what it settles it as."""
    return {"type": SETTLE, "draft": draft, "index": index, "how": how}


def of_name(type_: str, draft: int, key: str) -> Id:
    """Return the id of a part of an executor's name."""
    return {"type": type_, "draft": draft, "key": coded(key)}


def coded(key: str) -> str:
    """Return a name's key in ASCII: Dash's server does not know its own ids by other letters."""
    return key.encode().hex()


def decoded(code: str) -> str:
    """Return the key of a name that an id carries; "" for what is none."""
    try:
        return bytes.fromhex(code).decode()
    except ValueError:
        return ""


def said(draft: int, key: str, field: str) -> Id:
    """Return the id of a field of a name: "choice" or "spelling"."""
    return {"type": SAID, "draft": draft, "key": coded(key), "field": field}


def decide(draft: int, key: str, act: str) -> Id:
    """Return the id of a button of a name: "decide", or "again" where it is decided."""
    return {"type": DECIDE, "draft": draft, "key": coded(key), "act": act}


def aim(draft: int, field: str, type_: str = AIM_AT) -> Id:
    """Return the id of a field that says where a plan goes, or of what is said beside it."""
    return {"type": type_, "draft": draft, "field": field}


def join(draft: int, key: str, type_: str = JOIN) -> Id:
    """Return the id of the choice of what a new measure is, or of the button that undoes it."""
    return {"type": type_, "draft": draft, "key": key}


def anchor(kind: str, key: object) -> str:
    """Return where a link on the page leads to."""
    return f"{kind}-{key}"
