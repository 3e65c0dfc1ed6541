"""Free text that looks like personal data, by its form alone."""
