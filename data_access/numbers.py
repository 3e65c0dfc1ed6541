"""A condition that a column holds one of the numbers that a parameter brings, as one list.

So a statement has one text for any count of them: a value for each, as `in_` binds it, is written
into the text anew at every execution.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ARRAY, Boolean, ColumnElement, Integer, Select, String, bindparam
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeDecorator, TypeEngine


class _Numbers(TypeDecorator[Sequence[int]]):
    """An array in PostgreSQL, JSON in SQLite."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type of the parameter."""
        is_sqlite = dialect.name == "sqlite"
        return dialect.type_descriptor(String() if is_sqlite else ARRAY(Integer()))

    def process_bind_param(self, value: Sequence[int] | None, dialect: Dialect) -> Any:
        """Return the list as the database takes it; TypeError where none is given."""
        if value is None:
            raise TypeError("a list of numbers is needed")
        numbers = list(value)
        return str(numbers) if dialect.name == "sqlite" else numbers


class _OneOf(FunctionElement[bool]):
    """A column and the parameter with the numbers."""

    name = "one_of"
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: OperatorType | None = None) -> Any:
        """Return it as it is: compared with true, as any function is, it would use no index."""
        return self


class _OneFound(_OneOf):
    """A column and the question that finds the numbers."""

    name = "one_found"
    inherit_cache = True


def among(column: Any, parameter: str) -> ColumnElement[bool]:
    """Return the condition that a column holds one of the numbers in the parameter."""
    return _OneOf(column, bindparam(parameter, type_=_Numbers()))


def among_found(column: Any, question: Select[int]) -> ColumnElement[bool]:
    """Return the condition that a column holds one of the numbers that a question finds.

    PostgreSQL asks the question first and then looks the numbers up; where it may choose, it reads
    the whole table for a few dozen of them.
    """
    return _OneFound(column, question.correlate(None).scalar_subquery())


@compiles(_OneOf, "postgresql")
def _postgresql(element: _OneOf, compiler: SQLCompiler, **options: Any) -> str:
    column, numbers = (compiler.process(one, **options) for one in element.clauses)
    return f"{column} = ANY ({numbers})"


@compiles(_OneOf, "sqlite")
def _sqlite(element: _OneOf, compiler: SQLCompiler, **options: Any) -> str:
    column, numbers = (compiler.process(one, **options) for one in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({numbers}))"  # noqa: S608 - compiled parts


@compiles(_OneFound, "postgresql")
def _found_by_postgresql(element: _OneFound, compiler: SQLCompiler, **options: Any) -> str:
    column, question = (compiler.process(one, **options) for one in element.clauses)
    return f"{column} = ANY (ARRAY{question})"


@compiles(_OneFound, "sqlite")
def _found_by_sqlite(element: _OneFound, compiler: SQLCompiler, **options: Any) -> str:
    column, question = (compiler.process(one, **options) for one in element.clauses)
    return f"{column} IN {question}"
