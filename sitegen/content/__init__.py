"""One source file: reading it, its name, its front matter, its text. Knows nothing of other documents."""
