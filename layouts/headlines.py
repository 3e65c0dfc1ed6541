"""The head of a page about plans: the finding, which plans, on which dates."""

from collections.abc import Sequence

from dash.development.base_component import Component

from data_access.records.common import PlanRef
from layouts.components import headline
from layouts.sentences import own_dates
from layouts.wording import plan_line


def plans_headline(plans: Sequence[PlanRef], finding: str) -> Component:
    """Return the finding under the plan's name; each plan's date below it where they differ."""
    return headline(finding, own_dates(plans) or None, over=plan_line(plans))
