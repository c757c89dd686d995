"""The kinds of document, one file each. `KINDS` is the whole list: to add a kind, add a file and a name here."""

from sitegen.kinds.event import EVENT
from sitegen.kinds.news import NEWS
from sitegen.kinds.organisation import ORGANISATION
from sitegen.kinds.page import PAGE
from sitegen.kinds.person import PERSON
from sitegen.kinds.project import PROJECT
from sitegen.kinds.topic import TOPIC
from sitegen.model.kind import Kind

KINDS: tuple[Kind, ...] = (EVENT, NEWS, PROJECT, PAGE, PERSON, ORGANISATION, TOPIC)

BY_NAME = {kind.name: kind for kind in KINDS}
BY_FOLDER = {kind.folder: kind for kind in KINDS}
