"""Doubtful places of an act, as the page of a measure tells them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class SourceDoubt:
    """What was doubtful about a measure in the act: `message` as it was worded when it was found,
    `code` and `parameters` word it again. `resolution` is a code of ours, or a person's words.
    """

    message: str
    resolution: str = ""
    code: str = ""
    read: str = ""
    proposal: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
