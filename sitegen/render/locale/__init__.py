"""What differs from language to language: dates, order, quotation marks, lists, names, messages.

Pure functions of values and a language tag, returning plain text; no module here knows a page or a kind.
Only `catalogues` reads files, and only `jinja` knows the template engine.
"""
