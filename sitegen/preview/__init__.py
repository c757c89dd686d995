"""The live preview: what is published is served to its editor, built anew at each change, and reloaded.

A request goes `guard` → `address` → `answers`; a change goes `watching` → `building` → `session`, and from
there to the browsers through `server`. Nothing here reads a clock or the environment.
"""
