"""Whatever is done to a file: a reading or a refusal, and never anything else."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.importers.plan.read import read_plan
from data_access.importers.plan.refusal import ReadingRefused
from data_access.records.reading import PlanReading
from layouts.import_texts import finding_text, place_text
from layouts.refusal_texts import refusal_text
from tests.unit.importers import plan_documents as documents

SOURCES = (
    ("a.txt", documents.as_tabs()),
    ("b.txt", documents.as_cells()),
    ("c.txt", documents.as_cells(tab="")),
    ("d.html", documents.as_html()),
    ("e.docx", documents.as_docx()),
)
PIECES = (
    "\t",
    "\n",
    "«",
    "(",
    "1.1. ",
    "2.",
    "</td>",
    "<tr>",
    "<table>",
    "2022",
    "\t\t",
    "\x00",
    ", ",
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "put", "copy", "end", "join"]),
        st.floats(0, 1),
        st.integers(1, 300),
        st.one_of(st.sampled_from(PIECES).map(str.encode), st.binary(max_size=12)),
    ),
    max_size=8,
)
QUIET = settings(max_examples=120, suppress_health_check=list(HealthCheck))


def edited(data: bytes, edits: list[tuple[str, float, int, bytes]]) -> bytes:
    for kind, share, length, piece in edits:
        at = int(share * len(data))
        if kind == "cut":
            data = data[:at] + data[at + length :]
        elif kind == "put":
            data = data[:at] + piece + data[at:]
        elif kind == "copy":
            data = data[:at] + data[at : at + length] + data[at:]
        elif kind == "end":
            data = data[: max(at, 1)]
        else:
            data = data.replace(b"\n", b"\t", 1 + length % 3)
    return data


def outcome(data: bytes, name: str) -> PlanReading | ReadingRefused:
    try:
        return read_plan(data, name)
    except ReadingRefused as refused:
        return refused


def holds(data: bytes, name: str) -> None:
    reading = outcome(data, name)
    if isinstance(reading, ReadingRefused):
        assert refusal_text(reading.code, reading.parameters)
        return
    assert reading.measures
    for measure in reading.measures:
        assert list(measure.schedule.due_dates) == sorted(measure.schedule.due_dates)
        assert measure.number
    for finding in reading.findings:
        assert finding_text(finding)
        place_text(finding.place)


@QUIET
@given(st.sampled_from(SOURCES), EDITS)
def test_mutated_files(
    source: tuple[str, bytes], edits: list[tuple[str, float, int, bytes]]
) -> None:
    holds(edited(source[1], edits), source[0])


@QUIET
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.docx", "a.pdf", "a", ""]))
def test_any_bytes(data: bytes, name: str) -> None:
    holds(data, name)


@QUIET
@given(st.lists(st.lists(st.text(max_size=20), max_size=6), max_size=8))
def test_any_cells(rows: list[list[str]]) -> None:
    holds(documents.as_tabs([tuple(row) for row in rows]), "a.txt")
