"""What every source gives: paragraphs and tables in the document's order, with their places.

A place is "line:68", "page:3" or "table:1 row:5": an identifier that the interface words.
"""

from dataclasses import dataclass, field

from data_access.records.reading import Finding


@dataclass(frozen=True)
class Paragraph:
    """A paragraph outside tables."""

    text: str
    place: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table; line breaks within a cell are kept.

    `widths` says over how many columns each text reaches (empty: not known, one each; the cells
    that it covers are ""). `copied` are the columns whose text came down from a cell that
    reaches over several rows.
    """

    cells: tuple[str, ...]
    place: str = ""
    widths: tuple[int, ...] = ()
    copied: frozenset[int] = frozenset()

    @property
    def filled(self) -> list[int]:
        """Return the columns that hold text."""
        return [column for column, text in enumerate(self.cells) if text.strip()]

    @property
    def own(self) -> list[int]:
        """Return the columns that hold a text of this row's own."""
        return [column for column in self.filled if column not in self.copied]


@dataclass(frozen=True)
class Table:
    """A table; `ragged` where its rows may lack cells (plain text), so that columns can slide."""

    rows: tuple[Row, ...]
    ragged: bool = False


Block = Paragraph | Table


@dataclass(frozen=True)
class Document:
    """A document's blocks; `repairs` are codes of what was cleaned on the way, with counts.

    `doubts` are findings about how the blocks were told apart.
    """

    blocks: tuple[Block, ...]
    repairs: dict[str, int] = field(default_factory=dict)
    doubts: tuple[Finding, ...] = ()

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs outside tables."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    @property
    def tables(self) -> list[Table]:
        """Return the tables."""
        return [block for block in self.blocks if isinstance(block, Table)]
