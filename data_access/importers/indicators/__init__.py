"""Values of indicators: the table handed out as a workbook, and taken in again."""
