"""What is published: all families of outputs. To add one, add a file to `outputs/` and a name here."""

from sitegen.outputs.assets import FAMILY as ASSETS
from sitegen.outputs.atom import FAMILY as ATOM
from sitegen.outputs.calendars import FAMILY as CALENDARS
from sitegen.outputs.media import FAMILY as MEDIA
from sitegen.outputs.redirects import FAMILY as REDIRECTS
from sitegen.outputs.robots import FAMILY as ROBOTS
from sitegen.outputs.sitemap import FAMILY as SITEMAP
from sitegen.render.family import Family

FAMILIES: tuple[Family, ...] = (ASSETS, ATOM, CALENDARS, MEDIA, REDIRECTS, ROBOTS, SITEMAP)
