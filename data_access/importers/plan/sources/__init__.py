"""Sources: each kind of file becomes the same list of paragraphs and tables, with places."""
