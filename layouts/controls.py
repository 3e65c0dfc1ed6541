"""The filter bar's controls: Dash's own inputs with all their texts in our languages."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from layouts.texts import _

#: A choice: what is stored in the address, what is read.
Option = tuple[str | int, str]


def labelled(label: str, control: Component, *, css: str = "") -> Component:
    """Return a control under its label."""
    return html.Div(
        [
            html.Label(
                label,
                htmlFor=control.id,
                id=f"{control.id}-label",
                className="control__label",
            ),
            control,
        ],
        className=f"control {css}".strip(),
    )


def dropdown(
    id: str | dict[str, Any],
    options: Sequence[Option],
    value: str | int | Sequence[str] | None,
    *,
    placeholder: str,
    multi: bool = False,
    clearable: bool = True,
    keeps_order: bool = False,
) -> Component:
    """Return a dropdown; `placeholder` says what holds while nothing is chosen.

    What is found by typing comes best match first, or with `keeps_order` as it stands.
    """
    return dcc.Dropdown(
        id=id,
        options=choices(options),
        value=list(value) if multi and not isinstance(value, str | int | None) else value,
        multi=multi,
        clearable=clearable,
        searchable=len(options) > 7,
        search_order="original" if keeps_order else "index",
        placeholder=placeholder,
        labels=_dropdown_texts(),
        optionHeight="auto",
        maxHeight=420,
        className="control__input",
    )


def choices(options: Sequence[Option], *, found_by: str = "") -> list[dict[str, Any]]:
    """Return options as a dropdown takes them.

    `found_by`: words by which the server found them, however the names write them; without it the
    dropdown itself looks for what is typed.
    """
    looked_up = {"search": found_by} if found_by else {}
    return [{"value": key, "label": text, "title": text, **looked_up} for key, text in options]


def date_picker(id: str, value: date | None, *, placeholder: str = "") -> Component:
    """Return a date field DD.MM.YYYY with a calendar that starts on Monday."""
    return dcc.DatePickerSingle(
        id=id,
        date=value.isoformat() if value else None,
        display_format="DD.MM.YYYY",
        month_format="MMMM YYYY",
        first_day_of_week=1,
        placeholder=placeholder or _("DD.MM.YYYY"),
        clearable=True,
        className="control__input control__input--date",
    )


def search(id: str, value: str, *, placeholder: str) -> Component:
    """Return a search field that acts on Enter and on leaving it."""
    return dcc.Input(
        id=id,
        type="search",
        value=value,
        debounce=True,
        placeholder=placeholder,
        maxLength=200,
        autoComplete="off",
        className="control__input control__input--search",
    )


def _dropdown_texts() -> dict[str, Any]:
    """Return every text of a dropdown that a person can meet."""
    return {
        "select_all": _("Select all"),
        "deselect_all": _("Clear all"),
        "selected_count": _("selected: {num_selected}"),
        "search": _("Search"),
        "clear_search": _("Clear the search"),
        "clear_selection": _("Clear the selection"),
        "no_options_found": _("Nothing found"),
    }


def script_words() -> dict[str, str]:
    """Return the words of Dash's own controls that `assets/controls.js` replaces, by those."""
    return {
        "Clear date": _("Clear the date"),
        "Close calendar": _("Close the calendar"),
        "Previous month": _("Previous month"),
        "Next month": _("Next month"),
        "Decrease value": _("Previous year"),
        "Increase value": _("Next year"),
        "Calendar": _("Calendar"),
        "Year": _("Year"),
        "Choices": _("Choices"),
        "No such date": _("There is no such date: write it as DD.MM.YYYY"),
    }
