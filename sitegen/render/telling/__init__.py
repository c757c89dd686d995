"""Diagnostics as people and machines are told them: in words of a language, and one file a rendering.

`told` puts a diagnostic into words; `formats` names the renderings. Nothing here reads the environment, and what
leaves has no character that a terminal would obey.
"""

from sitegen.render.telling.findings import Findings, ending, summary
from sitegen.render.telling.lines import Lines, lines_below
from sitegen.render.telling.plain import text
from sitegen.render.telling.told import ENGLISH, Told, place, tell

__all__ = ["ENGLISH", "Findings", "Lines", "Told", "ending", "lines_below", "place", "summary", "tell", "text"]
