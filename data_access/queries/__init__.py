"""Queries: one module for each page, from a View to its record."""
