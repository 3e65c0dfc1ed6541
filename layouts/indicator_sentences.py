"""What the page of indicators says in words: the finding, the verdict on each indicator."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.common import PlanRef
from data_access.records.cut import Cut
from data_access.records.indicators import IndicatorRow
from layouts.components import icon
from layouts.dumbbell import gap_text
from layouts.indicator_scale import amount, verdict_icon
from layouts.sentences import indicators_words
from layouts.texts import N_, _, ngettext
from layouts.wording import clauses, dated

#: More names than this make the headline a list.
_NAMES_SHOWN = 2


def finding(plans: Sequence[PlanRef], rows: Sequence[IndicatorRow]) -> str:
    """Return the page's headline: how many targets are met, which are missed, what is unknown."""
    if not rows:
        return _("The plans in view set no indicators")
    if isinstance(rows, Cut):
        return dated(plans, _of_many(rows))
    known = [row for row in rows if row.met is not None]
    if not known:
        return dated(
            plans,
            ngettext(
                "there is no actual value yet for %(n)s indicator",
                "there is no actual value yet for any of %(n)s indicators",
                len(rows),
            ),
        )
    return dated(plans, clauses(_met(known), _missed(known), _unknown(len(rows) - len(known))))


def _of_many(rows: Cut[IndicatorRow]) -> str:
    """Return how many targets are met, where there are too many indicators to name any."""
    text = indicators_words(rows)
    return text[:1].lower() + text[1:]


def verdict(row: IndicatorRow) -> Component:
    """Return whether the target of the compared year is met: icon, word and the gap in words."""
    if row.met is None or row.gap_year is None:
        return html.P(
            [icon("dash-circle"), html.Span(_("no actual value yet"), className="muted")],
            className="ind-verdict",
        )
    words: list[Component | str] = [html.B(_verdict_text(row))]
    if row.gap or row.is_preliminary:
        words += [html.Br(), gap_text(row)]
    return html.P([verdict_icon(row.met), html.Span(words)], className="ind-verdict")


def ahead(row: IndicatorRow) -> str:
    """Return the targets that wait for their actuals: "2021: цель 0,66 %, факта пока нет"."""
    if row.met is None:
        return ""
    waiting = [year for year in sorted(row.targets) if year not in row.actuals]
    return "; ".join(
        _(
            "target %(year)s: %(value)s, no actual value yet",
            year=year,
            value=amount(row, row.targets[year]),
        )
        for year in waiting
    )


def _verdict_text(row: IndicatorRow) -> str:
    text = N_("Target of %(year)s met") if row.met else N_("Target of %(year)s missed")
    return _(text, year=row.gap_year)


def _met(known: Sequence[IndicatorRow]) -> str:
    """Return "цели 2020 года достигнуты по 2 из 3 показателей"; the year if it is one."""
    count = sum(bool(row.met) for row in known)
    years = {row.gap_year for row in known}
    if len(years) == 1:
        return ngettext(
            "the target of %(year)s is met for %(met)s of %(n)s indicator with an actual value",
            "the targets of %(year)s are met for %(met)s of %(n)s indicators with actual values",
            len(known),
            met=count,
            year=years.pop(),
        )
    return ngettext(
        "the target is met for %(met)s of %(n)s indicator with an actual value",
        "the targets are met for %(met)s of %(n)s indicators with actual values",
        len(known),
        met=count,
    )


def _missed(known: Sequence[IndicatorRow]) -> str:
    """Return the names of what misses its target, the gap of a single one; "" for none."""
    rows = [row for row in known if not row.met]
    if not rows or len(rows) > _NAMES_SHOWN:
        return ""
    names = ", ".join(f"«{row.short_name}»" for row in rows)
    if len(rows) == 1:
        names = f"{names} ({gap_text(rows[0])})"
    return ngettext("missed: %(names)s", "missed: %(names)s", len(rows), names=names)


def _unknown(count: int) -> str:
    """Return how many have no actual value; "" for none."""
    if not count:
        return ""
    return ngettext(
        "%(n)s indicator has no actual value yet",
        "%(n)s indicators have no actual value yet",
        count,
    )
