"""Executors' reports: the form handed out as a workbook, and taken in again."""
