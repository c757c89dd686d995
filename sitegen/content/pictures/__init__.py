"""Pictures as editors give them: what they are, and whether they are fit to be published."""

from sitegen.content.pictures.survey import survey
from sitegen.content.pictures.tools import able

__all__ = ["able", "survey"]
