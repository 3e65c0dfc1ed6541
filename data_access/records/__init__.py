"""Plain typed records: all that layouts know of the data. No SQLAlchemy here."""
