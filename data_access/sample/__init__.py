"""Sample plans as data files, and the code that loads them with a generated history."""
