"""What the search page needs to know: where the indexes are, and by what hits can be picked out."""

from dataclasses import dataclass

from sitegen.model.problems import N_
from sitegen.render.labels import KINDS
from sitegen.render.sieve import Choice, Option, country_choice, topic_choice, year_choice
from sitegen.render.view import View

FOLDER = "search/"
"""The folder of the indexes, one for each language below it."""

LISTS = ("event", "news", "project", "topic", "organisation", "person")


@dataclass(frozen=True, slots=True)
class Index:
    """The index of a language: its name in the reader's language, and the address of its folder."""

    lang: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Seeking:
    """`indexes` are in the order in which readers read their languages; none where there is nothing to search in.
    `choices` are by what hits can be picked out; `lists` lead to everything: message and link.
    """

    indexes: tuple[Index, ...]
    choices: tuple[Choice, ...]
    lists: tuple[tuple[str, str], ...]


def seeking(view: View) -> Seeking:
    """What the search page of the view's language needs."""
    indexed = view.searching()
    there = tuple(lang for lang in view.frame.reading_order if lang in indexed)
    return Seeking(
        indexes=tuple(Index(lang, view.say.language(lang), view.href(f"{FOLDER}{lang}/")) for lang in there),
        choices=_choices(view) if there else (),
        lists=tuple((KINDS[kind], view.href(view.section(kind))) for kind in LISTS),
    )


def _choices(view: View) -> tuple[Choice, ...]:
    kinds = tuple(Option(kind, view.catalogue.gettext(words)) for kind, words in KINDS.items())
    topics = topic_choice(view, view.refs("documents", "topic"))
    years = year_choice(view.years("search_years"))
    return (Choice("kind", N_("Kind"), kinds), topics, country_choice(view, view.countries()), years)
