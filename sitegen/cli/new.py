"""sitegen new: a new document, made of answers or of options."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from sitegen.cli.console import say
from sitegen.cli.desk import below, desk, refusing
from sitegen.cli.language import words_of
from sitegen.cli.options import LANG, site_options
from sitegen.editing.descriptions import description
from sitegen.editing.desk import Desk
from sitegen.editing.new import (
    Draft,
    Tree,
    is_neutral,
    label,
    plan_new,
    required,
    suggested_id,
    tree,
    wrong_answer,
    wrong_id,
)
from sitegen.editing.plan import Plan
from sitegen.editing.refusal import Refusal
from sitegen.foundation.diagnostics import sentence
from sitegen.kinds import BY_NAME
from sitegen.model.kind import Kind
from sitegen.model.problems import N_
from sitegen.model.reference import Ref
from sitegen.render.locale.messages import Catalogue
from sitegen.render.telling import tell

Wrong = Callable[[str], str]
"""What is wrong with an answer, in words; empty if nothing is."""


@click.command()
@click.argument("kind_name", metavar="KIND", type=click.Choice(sorted(BY_NAME)))
@click.option("--id", "identifier", metavar="ID", help="The id.  [default: made of the title]")
@click.option("--lang", "text_lang", metavar="TAG", help="The language of the text.")
@click.option("--title", help="The title, or the name.")
@click.option("--set", "settings", multiple=True, metavar="FIELD=VALUE", help="A field, as in venue.city=Hamar.")
@click.option("--messages", metavar="TAG", help=LANG)
@site_options
def new(
    kind_name: str,
    identifier: str | None,
    text_lang: str | None,
    title: str | None,
    settings: tuple[str, ...],
    messages: str | None,
    site: Path,
    cache: Path | None,
    now: datetime | None,
    jobs: int | None,
) -> None:
    """Writes a new document of the kind KIND. It asks for what is required and is not said by options.

    A field that takes a list is set once for each item: --set topics=transport --set topics=climate
    """
    words, kind = words_of(site, messages), BY_NAME[kind_name]
    with refusing(site, words):
        at = desk(site, cache, now, jobs)
        asking = Asking(at, kind, words)
        plan = asking.plan(identifier, text_lang, title, settings)
        at.carry_out(plan)
    for path in plan.writes:
        say(below(site, path))


class Asking:
    """A conversation about a new document of a kind."""

    def __init__(self, at: Desk, kind: Kind, words: Catalogue) -> None:
        self.at = at
        self.kind = kind
        self.words = words
        self.languages = at.languages()

    def plan(self, identifier: str | None, lang: str | None, title: str | None, settings: tuple[str, ...]) -> Plan:
        """What is to be written, once everything required is known."""
        said = [_setting(each) for each in settings]
        if title is not None:
            said.insert(0, (label(self.kind), title))
        fields = tree(self.kind, said)
        text_lang = self.language(lang)
        for name, value in fields.items():
            self.check(text_lang, name, value)
        for field in required(self.kind):
            if field.name not in fields:
                fields[field.name] = self.ask(text_lang, field.name)
        called = fields[label(self.kind)]
        draft = Draft(Ref(self.kind.name, self.identifier(identifier, called, title is not None)), text_lang)
        return plan_new(draft, _in_order(self.kind, fields), self.languages)

    def language(self, given: str | None) -> str:
        """The language of the text; empty for a kind that has one file for all."""
        if is_neutral(self.kind) and given is None:
            return ""
        if given is not None:
            if complaint := self.wrong_language(given):
                raise Refusal(complaint)
            return given
        first = self.languages[0]
        question = self.words.gettext("Language of the text ({known})").format(known=", ".join(self.languages))
        return self.answer(question, self.wrong_language, first)

    def wrong_language(self, lang: str) -> str:
        if lang in self.languages:
            return ""
        said = self.words.gettext("“{lang}” is no language of this site; it has {known}.")
        return said.format(lang=lang, known=", ".join(self.languages))

    def identifier(self, given: str | None, called: Tree, settled: bool) -> str:
        """The id: as given, or made of what the document is called; asked for where that was an answer as well."""
        if given is not None:
            if found := wrong_id(given, self.kind, self.at.held):
                raise Refusal(found[0], **found[1])
            return given
        first = next(iter(called.values()), "") if isinstance(called, dict) else called
        suggested = suggested_id(str(first))
        if settled and not self.wrong_id(suggested):
            return suggested
        return self.answer(self.words.gettext("Id, which never changes"), self.wrong_id, suggested)

    def wrong_id(self, identifier: str) -> str:
        found = wrong_id(identifier, self.kind, self.at.held)
        return self.words.gettext(found[0]).format_map(found[1]) if found else ""

    def check(self, lang: str, name: str, value: Tree) -> None:
        """Refuses a value that was given as an option."""
        if name.startswith("x-"):
            return
        if wrong := wrong_answer(self.kind, lang, self.languages, name, value):
            told = tell(wrong[0], _no_lines, self.words)
            raise Refusal(N_("{name}: {reason} {mend}"), name=name, reason=told.reason, mend=told.mend)

    def ask(self, lang: str, name: str) -> str:
        """The value of a required field."""
        told = self.words.gettext(description(self.kind.facts, name))
        return self.answer(f"{name}: {told}\n{name}", lambda said: self.wrong(lang, name, said))

    def wrong(self, lang: str, name: str, said: str) -> str:
        if not said.strip():
            return sentence(self.words.gettext("The field “{name}” is empty, and it is required."), {"name": name})
        found = wrong_answer(self.kind, lang, self.languages, name, said)
        told = [tell(each, _no_lines, self.words) for each in found]
        return "\n".join(f"{each.reason} {each.mend}" for each in told)

    def answer(self, question: str, wrong: Wrong, default: str = "") -> str:
        """Asks until the answer is good. The question stands on standard error, as do complaints."""
        while True:
            said = str(click.prompt(question, default=default, show_default=bool(default), err=True)).strip()
            complaint = wrong(said)
            if not complaint:
                return said
            click.echo(complaint, err=True)


def _no_lines(_path: str) -> tuple[str, ...]:
    return ()


def _setting(written: str) -> tuple[str, str]:
    name, equals, value = written.partition("=")
    if not equals or not name:
        raise click.UsageError(f"--set {written}: write it as field=value")
    return name.strip(), value.strip()


def _in_order(kind: Kind, fields: dict[str, Tree]) -> dict[str, Tree]:
    """The fields in the order in which editors read them: what it is called and what is required, then the rest."""
    first = [field.name for field in required(kind)]
    order = {name: at for at, name in enumerate([first[0], "summary", *first[1:]])}
    return dict(sorted(fields.items(), key=lambda entry: order.get(entry[0], len(order))))
