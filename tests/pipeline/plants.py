"""Planted bugs: ways in which an incremental build could be wrong, each with a short script that brings it out.

A plant changes the real pipeline, and only what is remembered or compared from build to build: a clean build
by a planted pipeline is still right.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NamedTuple

import pytest

from sitegen.engine import build as engine_build, decide as decide_module, spare
from sitegen.engine.question import ABSENT, Answers, Asked, Question
from sitegen.engine.rendering import RenderFailed
from sitegen.engine.trace import Memory, Trace, remember
from sitegen.foundation.digest import digest_value
from sitegen.graph import translations
from sitegen.graph.questions import TIMELY
from sitegen.pipeline import (
    answers as answers_module,
    build as build_module,
    documents,
    load as load_module,
    parts as parts_module,
)
from sitegen.render import theme as theme_module
from sitegen.render.view import View

from .author import Author
from .edits import Script

Apply = Callable[[pytest.MonkeyPatch], None]
Digesting = Callable[..., Any]


class Plant(NamedTuple):
    """A bug, and the script that shows it."""

    name: str
    apply: Apply
    script: Script


def _digest(question: str, by: Digesting) -> Apply:
    """A question whose answer is judged by something that it does not tell all of."""

    def apply(patch: pytest.MonkeyPatch) -> None:
        honest = answers_module.site_answers

        def planted(site: Any) -> dict[str, Asked]:
            asked = honest(site)
            old = asked[question]
            return {**asked, question: Asked(old.answer, lambda *args: by(site, old.answer, args), old.keep)}

        patch.setattr(answers_module, "site_answers", planted)

    return apply


def _unchanging(site: Any, answer: Digesting, args: tuple[str, ...]) -> Any:
    answer(*args)
    return digest_value(args)


def _card_without_title(site: Any, answer: Digesting, args: tuple[str, ...]) -> Any:
    card = answer(*args)
    return digest_value(card and replace(card, link=replace(card.link, title="")))


def _sorted_ties(site: Any, answer: Digesting, args: tuple[str, ...]) -> Any:
    return digest_value([(each.kind, each.role, sorted(each.refs)) for each in answer(*args)])


def _frame_without_prefix(site: Any, answer: Digesting, args: tuple[str, ...]) -> Any:
    return digest_value(replace(answer(*args), prefix="", base=""))


def _facts_of_the_original(patch: pytest.MonkeyPatch) -> None:
    honest = translations._entity

    def planted(original: Any, facts: Any, others: Any) -> Any:
        return replace(honest(original, facts, others), digest=digest_value((original.ref, original.head_digest)))

    patch.setattr(translations, "_entity", planted)


def _closures_without_includes(patch: pytest.MonkeyPatch) -> None:
    honest = theme_module.closures

    def planted(templates: Any) -> Any:
        _, wrong = honest(templates)
        return {name: digest_value(source) for name, source in templates.items()}, wrong

    patch.setattr(theme_module, "closures", planted)


def _constant_catalogue(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(answers_module, "catalogue_answer", lambda theme, lang: digest_value(lang))


def _constant_version(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(build_module, "generator_version", lambda: "1")


def _constant_parser(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(load_module, "generator_version", lambda: "1")


def _parts_by_path(patch: pytest.MonkeyPatch) -> None:
    honest = parts_module._answers

    def planted(shelf: Any) -> dict[str, Asked]:
        named = {name: asked.answer for name, asked in honest(shelf).items()}
        return {name: Asked(answer, lambda path: digest_value(path), False) for name, answer in named.items()}

    patch.setattr(parts_module, "_answers", planted)


def _timeless(patch: pytest.MonkeyPatch) -> None:
    """All that depends on the instant is judged as if it did not."""
    honest = answers_module.site_answers

    def planted(site: Any) -> dict[str, Asked]:
        never = honest(site.at(datetime(2026, 1, 1, tzinfo=UTC)))
        made = {}
        for name, asked in honest(site).items():
            old = never[name].answer
            timeless = Asked(asked.answer, lambda *args, old=old: digest_value(old(*args)), asked.keep)
            made[name] = timeless if name in TIMELY else asked
        return made

    patch.setattr(answers_module, "site_answers", planted)


def _media_by_size(patch: pytest.MonkeyPatch) -> None:
    honest = build_module.all_answers

    def planted(*given: Any) -> Any:
        asked = dict(honest(*given))
        read = asked["media_bytes"].answer
        asked["media_bytes"] = Asked(read, lambda *args: digest_value(len(read(*args))), False)
        return asked

    patch.setattr(build_module, "all_answers", planted)


def _assets_by_name(patch: pytest.MonkeyPatch) -> None:
    honest = build_module.all_answers

    def planted(*given: Any) -> Any:
        asked = dict(honest(*given))
        return {**asked, "asset": Asked(asked["asset"].answer, lambda name: digest_value(name))}

    patch.setattr(build_module, "all_answers", planted)


def _unasked_editions(patch: pytest.MonkeyPatch) -> None:
    def planted(self: View, ref: Any) -> Any:
        return self.lens._answers.ask(Question("editions", (str(ref),)))

    patch.setattr(View, "editions", planted)


def _kept_outputs(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(spare.Spare, "reduce", lambda self, wanted: None)


def _key_without_languages(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(documents, "cache_key", lambda source, languages, version: digest_value((source.digest, version)))


def _memory_of_a_failed_build(patch: pytest.MonkeyPatch) -> None:
    stores: list[Any] = []
    load, run, save = build_module.load_memory, build_module.build_outputs, build_module.save_memory

    def loading(store: Any) -> Memory:
        stores.append(store)
        return load(store)

    def building(outputs: Any, recipes: Any, answers: Answers, memory: Memory, version: str, *others: Any, **named: Any) -> Any:
        try:
            return run(outputs, recipes, answers, memory, version, *others, **named)
        except RenderFailed:
            save(stores[-1], remember(version, memory.traces.values(), memory.because, answers))
            raise

    patch.setattr(build_module, "load_memory", loading)
    patch.setattr(build_module, "build_outputs", building)


def _drafts_unseen(patch: pytest.MonkeyPatch) -> None:
    """What has become a draft, and so has no answer, counts as it was."""
    nothing = (ABSENT, digest_value(None))

    def planted(memory: Memory, answers: Answers) -> frozenset[Question]:
        now = {each: answers.digest(each) for each in memory.answers}
        return frozenset(each for each, old in memory.answers.items() if now[each] not in (old, *nothing))

    patch.setattr(decide_module, "_changed", planted)


def _arguments_not_compared(patch: pytest.MonkeyPatch) -> None:
    honest = decide_module._reason

    def planted(output: Any, trace: Trace | None, *others: Any) -> Any:
        return honest(output, trace and Trace(output, trace.asked, trace.result), *others)

    patch.setattr(decide_module, "_reason", planted)


def _forgotten_absence(patch: pytest.MonkeyPatch) -> None:
    """Who looked for what was not there is not remembered."""
    nothing = (ABSENT, digest_value(None))

    def planted(version: str, traces: Any, because: Any, answers: Answers) -> Memory:
        kept = [
            Trace(each.output, tuple(q for q in each.asked if answers.digest(q) not in nothing), each.result)
            for each in traces
        ]
        return remember(version, kept, because, answers)

    patch.setattr(engine_build, "remember", planted)


def _portal() -> Author:
    """A portal on which most things depend on each other."""
    made = Author().configure("languages", 5).add("event", "mote", body=2).add("event", "seminar").add("news", "nytt", body=3)
    made.add("topic", "miljo").add("topic", "bygg").add("person", "ole").add("project", "prosjekt")
    made.add("page", "om", body=4).fact("event", "mote", "topics", 2).fact("event", "seminar", "topics", 1)
    made.fact("news", "nytt", "related", 2).fact("event", "mote", "contacts", 2)
    return made


def _title() -> Author:
    return _portal().then().text("title", "event", "mote", 2)


def _bundle() -> Author:
    return _portal().document("bundle", "event", "mote").text("body", "event", "mote", 6)


PLANTS: tuple[Plant, ...] = (
    Plant("a card is judged without its title", _digest("card", _card_without_title), _title().script),
    Plant("a link is judged by its target alone", _digest("link", _unchanging),
          _portal().then().text("title", "event", "seminar", 2).script),
    Plant("the facts are judged without translations", _facts_of_the_original,
          _portal().translate("event", "mote", "sv").fact("event", "mote", "where", 1)
          .then().text("title", "event", "mote", 4, "sv").script),
    Plant("a body is judged by its document", _digest("body", _unchanging),
          _portal().then().text("body", "event", "mote", 1).script),
    Plant("what names a document is judged without its order", _digest("ties", _sorted_ties),
          _portal().fact("event", "mote", "when", 2).then().do("now", 6).script),
    Plant("what names a document is not judged", _digest("ties", _unchanging),
          _portal().then().fact("project", "prosjekt", "topics", 1).script),
    Plant("what depends on the instant is judged once and for all", _timeless,
          _portal().then().do("now", 9).script),
    Plant("the public address is not judged", _digest("frame", _frame_without_prefix),
          _portal().then().configure("url", 1).script),
    Plant("a template is judged without what it includes", _closures_without_includes,
          _portal().text("alias", "event", "mote", 1).template("redirect.html", 1)
          .then().template("redirect.html", 2).script),
    Plant("a catalogue is not judged", _constant_catalogue,
          _portal().then().message("nb", "Events", 1).script),
    Plant("the generator has one version for ever", _constant_version, _portal().then().do("code", 1).script),
    Plant("the parser has one version for ever", _constant_parser, _portal().then().do("code", 1).script),
    Plant("what outputs share is judged by its name", _parts_by_path,
          _portal().then().text("title", "topic", "miljo", 2, "").then().fact("person", "ole", "email", 1).script),
    Plant("attachments are judged by their size", _media_by_size,
          _bundle().then().do("media", 0, 1, 1).script),
    Plant("assets are judged by their names", _assets_by_name,
          _portal().then().template("assets/site.css", 1).script),
    Plant("editions are looked at without asking", _unasked_editions,
          _portal().text("alias", "event", "mote", 1).then().text("slug", "event", "mote", 1).script),
    Plant("what is no longer wanted stays", _kept_outputs,
          _portal().then().document("delete", "event", "seminar").then().text("title", "event", "mote", 2).script),
    Plant("a parsed text is kept without the site's languages", _key_without_languages,
          _portal().configure("languages", 0).fact("topic", "miljo", "description", 2).then().configure("languages", 3).script),
    Plant("a build that fails is remembered", _memory_of_a_failed_build,
          _portal().text("alias", "event", "mote", 1).then().text("title", "event", "mote", 2).spoil("undefined")
          .then().do("mend").script),
    Plant("a document that becomes a draft counts as it was", _drafts_unseen,
          _portal().then().fact("event", "mote", "draft", 3).script),
    Plant("an output's arguments are not compared", _arguments_not_compared,
          _portal().text("alias", "event", "mote", 1).then().text("alias", "event", "mote", 3).script),
    Plant("questions that found nothing are forgotten", _forgotten_absence,
          _portal().fact("event", "mote", "draft", 3).then().fact("event", "mote", "draft", 0).script),
)  # fmt: skip
