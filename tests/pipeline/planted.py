"""Each bug that can be planted, with a short script that brings it out."""

from typing import NamedTuple

from . import plants
from .author import Author
from .edits import Script
from .plants import Apply


class Plant(NamedTuple):
    """A bug, and the script that shows it."""

    name: str
    apply: Apply
    script: Script


def opening() -> Author:
    """A portal on which most things depend on each other."""
    made = Author().configure("languages", 5).add("event", "mote", body=2).add("event", "seminar")
    made.add("news", "nytt", body=3).add("topic", "miljo").add("topic", "bygg")
    made.add("person", "ole").add("project", "prosjekt")
    made.add("page", "om", body=4).fact("event", "mote", "topics", 2).fact("event", "seminar", "topics", 1)
    made.fact("news", "nytt", "related", 2).fact("event", "mote", "contacts", 2)
    return made


def _title() -> Author:
    return opening().then().text("title", "event", "mote", 2)


def _bundle() -> Author:
    return opening().document("bundle", "event", "mote").text("body", "event", "mote", 6)


PLANTS: tuple[Plant, ...] = (
    Plant("a card is judged without its title", plants.digest("card", plants.card_without_title), _title().script),
    Plant("a link is judged by its target alone", plants.digest("link", plants.unchanging),
          opening().then().text("title", "event", "seminar", 2).script),
    Plant("the facts are judged without translations", plants.facts_of_the_original,
          opening().translate("event", "mote", "sv").fact("event", "mote", "where", 1)
          .then().text("summary", "event", "mote", 1, "sv").script),
    Plant("a body is judged by its document", plants.digest("body", plants.unchanging),
          opening().then().text("body", "event", "mote", 1).script),
    Plant("local answers are believed on any ground", plants.groundless,
          opening().then().text("title", "event", "seminar", 2).script),
    Plant("local answers are believed on a ground without texts", plants.ground_without_texts,
          opening().then().text("body", "event", "mote", 1).script),
    Plant("an event's entries are no ground", plants.parts_without_ground,
          opening().then().text("title", "topic", "miljo", 2, "").script),
    Plant("a sheaf is judged without grounds", plants.ungrounded, _title().script),
    Plant("that an event is over is judged once and for all", plants.digest("over", plants.unchanging),
          opening().fact("event", "mote", "when", 2).then().do("now", 6).script),
    Plant("what names a document is not judged", plants.digest("ties", plants.unchanging),
          opening().then().fact("project", "prosjekt", "topics", 1).script),
    Plant("what depends on the instant is judged once and for all", plants.timeless,
          opening().then().do("now", 9).script),
    Plant("the public address is not judged", plants.digest("frame", plants.frame_without_prefix),
          opening().then().configure("url", 1).script),
    Plant("a template is judged without what it includes", plants.closures_without_includes,
          opening().text("alias", "event", "mote", 1).template("redirect.html", 1)
          .then().template("redirect.html", 2).script),
    Plant("a catalogue is not judged", plants.constant_catalogue,
          opening().then().message("nb", "Events", 1).script),
    Plant("the generator has one version for ever", plants.constant_version, opening().then().do("code", 1).script),
    Plant("the parser has one version for ever", plants.constant_parser, opening().then().do("code", 1).script),
    Plant("what outputs share is judged by its name", plants.parts_by_path,
          opening().then().text("title", "topic", "miljo", 2, "").then().fact("person", "ole", "email", 1).script),
    Plant("attachments are judged by their size", plants.media_by_size,
          _bundle().then().do("media", 0, 1, 1).script),
    Plant("pictures on pages are judged by their names", plants.digest("pictured", plants.unchanging),
          _bundle().then().do("media", 0, 0, 1).script),
    Plant("assets are judged by their names", plants.assets_by_name,
          opening().then().template("assets/site.css", 1).script),
    Plant("editions are looked at without asking", plants.unasked_editions,
          opening().text("alias", "event", "mote", 1).then().text("slug", "event", "mote", 1).script),
    Plant("what is no longer wanted stays", plants.kept_outputs,
          opening().then().document("delete", "event", "seminar").then().text("title", "event", "mote", 2).script),
    Plant("a parsed text is kept without the site's languages", plants.key_without_languages,
          opening().configure("languages", 0).fact("topic", "miljo", "description", 2)
          .then().configure("languages", 3).script),
    Plant("a build that fails is remembered", plants.memory_of_a_failed_build,
          opening().text("alias", "event", "mote", 1).then().text("title", "event", "mote", 2).spoil("undefined")
          .then().do("mend").script),
    Plant("a document that becomes a draft counts as it was", plants.drafts_unseen,
          opening().then().fact("event", "mote", "draft", 3).script),
    Plant("an output's arguments are not compared", plants.arguments_not_compared,
          opening().text("alias", "event", "mote", 1).then().text("alias", "event", "mote", 3).script),
    Plant("questions that found nothing are forgotten", plants.forgotten_absence,
          opening().fact("event", "mote", "draft", 3).then().fact("event", "mote", "draft", 0).script),
)  # fmt: skip
