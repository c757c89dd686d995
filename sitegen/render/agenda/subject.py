"""What a calendar is called, and which page it is of."""

from sitegen.graph.calendars import ALL, CLOSED, COUNTRY, DEADLINES, SERIES, YEAR
from sitegen.model.reference import Ref
from sitegen.render.view import View


def subject(scope: str, view: View) -> str:
    """What a calendar holds, in few words."""
    gettext = view.catalogue.gettext
    sort, _, name = scope.partition(":")
    if scope in (ALL, DEADLINES, CLOSED):
        return {ALL: gettext("Events"), DEADLINES: gettext("Deadlines"), CLOSED: gettext("Closed calendar")}[scope]
    if sort == YEAR:
        return " ".join((gettext("Events"), name))
    if sort == COUNTRY:
        return view.say.country(name)
    if sort == SERIES:
        return name.replace("-", " ").capitalize()
    link = view.link(Ref.of(scope))
    return link.title.words if link else gettext("Closed calendar")


def page_of(scope: str, view: View) -> str:
    """The address of the page that a calendar belongs to."""
    sort, _, name = scope.partition(":")
    if sort == YEAR and name in view.years("event_years"):
        return f"{view.section('event')}{name}/"
    if sort in (ALL, DEADLINES, CLOSED, COUNTRY, SERIES, YEAR):
        return view.section("calendar")
    link = view.link(Ref.of(scope))
    return link.address if link else view.section("calendar")
