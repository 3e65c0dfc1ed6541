"""Which module shows which page: explicit, nothing is found by scanning the disk."""

import logging
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

NAMES = (
    "overview",
    "measures",
    "overdue",
    "sections",
    "executors",
    "indicators",
    "timeline",
    "territories",
    "practices",
    "meeting",
    "account",
)


def _load() -> Mapping[str, ModuleType]:
    found = {}
    for name in NAMES:
        try:
            found[name] = import_module(f"callbacks.{name}")
        except ImportError as error:
            logging.getLogger(__name__).warning("page %s: %s", name, error)
    return found


MODULES = _load()
