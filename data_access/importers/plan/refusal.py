"""The refusal of a file, with a reason code that the interface words."""


class ReadingRefused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """A file that cannot be read as a plan.

    `code` is an identifier ("empty", "too_large", …; `layouts.refusal_texts` words them),
    `parameters` what the wording needs.
    """

    def __init__(self, code: str, **parameters: str) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters
