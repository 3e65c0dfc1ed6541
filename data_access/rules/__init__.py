"""The status rules: pure functions, from plain facts to spans. No database here."""
