"""How a page is written: templates, words and dates in the reader's language, and the view of the site."""
