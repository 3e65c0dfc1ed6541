"""Saving what a settled draft orders: as a new plan, or as changes of a saved one.

All of it happens in the caller's transaction.
"""
