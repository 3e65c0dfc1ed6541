"""Every pair of colours that is read keeps the contrast of WCAG AA, in both themes."""

import re
from pathlib import Path

import pytest

from data_access.records.status import Status
from layouts import status_view
from layouts.figures import base

ASSETS = Path(__file__).parents[3] / "assets"
TEXT, LARGE = 4.5, 3.0
SURFACES = ("paper", "card")
STATUSES = tuple(f"st-{status.value.replace('_', '-')}" for status in Status)
PAIRS = [
    *((ink, paper, TEXT) for ink in ("ink", "muted", "accent", "st-overdue") for paper in SURFACES),
    ("ink", "accent-soft", TEXT),
    ("accent", "accent-soft", TEXT),
    ("on-accent", "accent", TEXT),
    ("note-ink", "note", TEXT),
    ("ink", "bad-soft", TEXT),
    ("muted", "bad-soft", TEXT),
    ("st-overdue", "bad-soft", TEXT),
    *(("ink", f"tile-{grade}", TEXT) for grade in ("low", "mid", "more")),
    ("on-tile-high", "tile-high", TEXT),
    *(("control", paper, LARGE) for paper in SURFACES),
    *((status, paper, LARGE) for status in STATUSES for paper in SURFACES),
]


def tokens(theme: str) -> dict[str, str]:
    css = (ASSETS / "00-tokens.css").read_text(encoding="utf-8")
    light, dark = css.split('[data-bs-theme="dark"] {', 1)
    found = dict(re.findall(r"--([\w-]+): (#\w{6});", light))
    if theme == "dark":
        found.update(re.findall(r"--([\w-]+): (#\w{6});", dark))
    return found


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast(theme: str, front: str, back: str, least: float) -> None:
    found = tokens(theme)
    assert contrast(found[front], found[back]) >= least


@pytest.mark.parametrize("status", list(Status))
def test_tokens_and_looks_are_the_same_colours(status: Status) -> None:
    name = f"st-{status.value.replace('_', '-')}"
    look = status_view.LOOKS[status]
    assert (tokens("light")[name], tokens("dark")[name]) == (look.light, look.dark)


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("ink", base.INK),
        ("muted", base.MUTED),
        ("hairline", base.HAIRLINE),
        ("accent", base.ACCENT),
        ("card", base.CARD),
    ],
)
def test_charts_use_the_tokens(name: str, colour: str) -> None:
    assert tokens("light")[name] == colour


def test_dark_theme_answers_every_colour_of_the_charts() -> None:
    css = (ASSETS / "50-figures.css").read_text(encoding="utf-8")
    colours = [look.light for look in status_view.LOOKS.values()]
    for colour in (*colours, base.INK, base.MUTED, base.HAIRLINE, base.ACCENT, base.CARD):
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        assert f"fill: rgb({red}, {green}, {blue})" in css
        assert f"stroke: rgb({red}, {green}, {blue})" in css


def test_scale_has_every_width_place_and_height() -> None:
    css = (ASSETS / "60-scale.css").read_text(encoding="utf-8")
    for i in range(101):
        assert f".w-{i} {{ width: {i}% !important; }}" in css
        assert f".x-{i} {{ left: {i}%; }}" in css
    for rows in range(base.MOST_ROWS + 1):
        assert f".fig-r-{rows} {{ height: {base.rows_height(rows)}px; }}" in css


@pytest.mark.parametrize("path", sorted(ASSETS.glob("*.css")), ids=lambda path: path.name)
def test_styles_ask_nothing_of_another_host(path: Path) -> None:
    css = path.read_text(encoding="utf-8")
    assert "//" not in css
    assert "@import" not in css
