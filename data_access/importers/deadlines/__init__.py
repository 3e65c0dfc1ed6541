"""The deadline reader: normalise → tokens → named parts → statement → reading.

`read(phrase, Term)` is the whole of it; `docs/deadlines.md` describes the grammar.
"""

from data_access.importers.deadlines.read import read
from data_access.importers.deadlines.records import KINDS, Point, Question, Reading, Repair, Term

__all__ = ["KINDS", "Point", "Question", "Reading", "Repair", "Term", "read"]
