"""Refusals of a whole file, and of one cell."""

from data_access.records.forms import Fault


class FileRefused(Exception):  # noqa: N818 - a refusal, not a failure of ours
    """A file that is not read at all; `fault` tells why."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.fault = Fault(code, values={name: str(value) for name, value in values.items()})


class CellRefused(Exception):  # noqa: N818 - likewise
    """A cell that does not hold what its column asks for."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = {name: str(value) for name, value in values.items()}
