"""What a refused command said."""

import pytest

from data_access.records.drafts import Refused


def codes(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    """Return the codes of the faults."""
    return [one.code for one in refusal.value.faults]
