"""What the filter bar offers; see `data_access.queries.plans`."""

from data_access.queries.plans import choices as load

__all__ = ["load"]
