"""Migrations of the schema, run by Alembic; and the triggers that they create."""
