"""Faults that a page can meet on its way to the screen."""


class PageNotFoundError(Exception):
    """There is no such thing, or no right to see it: the answer is the same for both."""
