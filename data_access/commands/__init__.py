"""Commands: what writes to the database."""
