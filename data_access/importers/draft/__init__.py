"""A plan between reading and saving: edits, findings settled, names matched, the difference.

All of it is pure: records in, records out. `data_access.commands.drafts` keeps and saves it.
"""
