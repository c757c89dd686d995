"""What is published: all families of outputs. To add one, add a file to `outputs/` and a name here."""

from sitegen.outputs.assets import FAMILY as ASSETS
from sitegen.outputs.atom import FAMILY as ATOM
from sitegen.outputs.calendars import FAMILY as CALENDARS
from sitegen.outputs.countries import FAMILY as COUNTRIES
from sitegen.outputs.directories import FAMILY as DIRECTORIES
from sitegen.outputs.documents import FAMILY as DOCUMENTS
from sitegen.outputs.events import FAMILY as EVENTS
from sitegen.outputs.front import FAMILY as FRONT
from sitegen.outputs.jcal import FAMILY as JCAL
from sitegen.outputs.jsonfeed import FAMILY as JSONFEED
from sitegen.outputs.media import FAMILY as MEDIA
from sitegen.outputs.months import FAMILY as MONTHS
from sitegen.outputs.news import FAMILY as NEWS
from sitegen.outputs.notfound import FAMILY as NOTFOUND
from sitegen.outputs.posters import FAMILY as POSTERS
from sitegen.outputs.projects import FAMILY as PROJECTS
from sitegen.outputs.redirects import FAMILY as REDIRECTS
from sitegen.outputs.robots import FAMILY as ROBOTS
from sitegen.outputs.search import FAMILY as SEARCH
from sitegen.outputs.sitemap import FAMILY as SITEMAP
from sitegen.outputs.subscribe import FAMILY as SUBSCRIBE
from sitegen.outputs.welcome import FAMILY as WELCOME
from sitegen.render.family import Family

FAMILIES: tuple[Family, ...] = (
    ASSETS,
    ATOM,
    CALENDARS,
    DIRECTORIES,
    DOCUMENTS,
    EVENTS,
    FRONT,
    JCAL,
    MEDIA,
    COUNTRIES,
    JSONFEED,
    MONTHS,
    NEWS,
    NOTFOUND,
    POSTERS,
    PROJECTS,
    REDIRECTS,
    ROBOTS,
    SEARCH,
    SITEMAP,
    SUBSCRIBE,
    WELCOME,
)
