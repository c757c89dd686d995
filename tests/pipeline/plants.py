"""Bugs to plant: ways in which an incremental build could be wrong.

A plant changes the real pipeline, and only what is remembered or compared from build to build: a clean build
by a planted pipeline is still right.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from sitegen.engine import build as engine_build, decide as decide_module, spare
from sitegen.engine.question import ABSENT, EACH, Answers, Asked, Question
from sitegen.engine.rendering import RenderFailed
from sitegen.engine.trace import Memory, Trace, remember
from sitegen.foundation.digest import digest_value
from sitegen.graph import entity as entity_module, grounds, translations
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

Apply = Callable[[pytest.MonkeyPatch], None]
Digesting = Callable[..., Any]


def digest(question: str, by: Digesting) -> Apply:
    """A question whose answer is judged by something that it does not tell all of."""

    def apply(patch: pytest.MonkeyPatch) -> None:
        honest = answers_module.site_answers

        def planted(site: Any) -> dict[str, Asked]:
            asked = honest(site)
            old = asked[question]
            return {**asked, question: Asked(old.answer, lambda *args: by(site, old.answer, args), old.keep)}

        patch.setattr(answers_module, "site_answers", planted)

    return apply


def unchanging(site: Any, answer: Digesting, args: tuple[str, ...]) -> Any:
    answer(*args)
    return digest_value(args)


def card_without_title(site: Any, answer: Digesting, args: tuple[str, ...]) -> Any:
    card = answer(*args)
    return digest_value(card and replace(card, link=replace(card.link, title="")))


def frame_without_prefix(site: Any, answer: Digesting, args: tuple[str, ...]) -> Any:
    return digest_value(replace(answer(*args), prefix="", base=""))


def facts_of_the_original(patch: pytest.MonkeyPatch) -> None:
    honest = translations._entity

    def planted(original: Any, facts: Any, others: Any) -> Any:
        return replace(honest(original, facts, others), heads=(original.head_digest,))

    patch.setattr(translations, "_entity", planted)


def closures_without_includes(patch: pytest.MonkeyPatch) -> None:
    honest = theme_module.closures

    def planted(templates: Any) -> Any:
        _, wrong = honest(templates)
        return {name: digest_value(source) for name, source in templates.items()}, wrong

    patch.setattr(theme_module, "closures", planted)


def constant_catalogue(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(answers_module, "catalogue_answer", lambda theme, lang: digest_value(lang))


def constant_version(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(build_module, "generator_version", lambda: "1")


def constant_parser(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(load_module, "generator_version", lambda: "1")


def parts_by_path(patch: pytest.MonkeyPatch) -> None:
    honest = parts_module._answers

    def planted(*given: Any) -> dict[str, Asked]:
        named = {name: asked.answer for name, asked in honest(*given).items()}
        return {name: Asked(answer, lambda path: digest_value(path), False) for name, answer in named.items()}

    patch.setattr(parts_module, "_answers", planted)


def groundless(patch: pytest.MonkeyPatch) -> None:
    """Local answers are believed whatever became of their document."""
    patch.setattr(entity_module, "pieces", lambda entity: [])
    patch.setattr(grounds, "beside", lambda site, entity: [])


def ground_without_texts(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(entity_module, "pieces", lambda entity: [entity.heads])
    patch.setattr(grounds, "beside", lambda site, entity: [])


def timeless(patch: pytest.MonkeyPatch) -> None:
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


def media_by_size(patch: pytest.MonkeyPatch) -> None:
    honest = build_module.all_answers

    def planted(*given: Any) -> Any:
        asked = dict(honest(*given))
        read = asked["media_bytes"].answer
        asked["media_bytes"] = Asked(read, lambda *args: digest_value(len(read(*args))), False)
        return asked

    patch.setattr(build_module, "all_answers", planted)


def assets_by_name(patch: pytest.MonkeyPatch) -> None:
    honest = build_module.all_answers

    def planted(*given: Any) -> Any:
        asked = dict(honest(*given))
        return {**asked, "asset": Asked(asked["asset"].answer, lambda name: digest_value(name))}

    patch.setattr(build_module, "all_answers", planted)


def unasked_editions(patch: pytest.MonkeyPatch) -> None:
    def planted(self: View, ref: Any) -> Any:
        return self.lens._answers.ask(Question("editions", (str(ref),)))

    patch.setattr(View, "editions", planted)


def parts_without_ground(patch: pytest.MonkeyPatch) -> None:
    """What hangs on an event's entries is said to hang on the event alone."""
    honest = Answers.on
    patch.setattr(Answers, "on", lambda self, grounds, first: honest(self, self.grounds, first))


def ungrounded(patch: pytest.MonkeyPatch) -> None:
    """Of a sheaf only what is asked about none of its own documents is remembered."""
    honest = Answers.grounded

    def planted(self: Answers, asked: Any, about: Any) -> Any:
        return tuple(each for each in honest(self, asked, about) if each.name != EACH)

    patch.setattr(Answers, "grounded", planted)


def kept_outputs(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(spare.Spare, "reduce", lambda self, wanted: None)


def key_without_languages(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(documents, "cache_key", lambda source, languages, version: digest_value((source.digest, version)))


def memory_of_a_failed_build(patch: pytest.MonkeyPatch) -> None:
    stores: list[Any] = []
    load, run, save = build_module.load_memory, build_module.build_outputs, build_module.save_memory

    def loading(store: Any) -> Memory:
        stores.append(store)
        return load(store)

    def building(
        outputs: Any, recipes: Any, answers: Answers, memory: Memory, version: str, *others: Any, **named: Any
    ) -> Any:
        try:
            return run(outputs, recipes, answers, memory, version, *others, **named)
        except RenderFailed:
            save(stores[-1], remember(version, memory.traces.values(), memory.because, answers))
            raise

    patch.setattr(build_module, "load_memory", loading)
    patch.setattr(build_module, "build_outputs", building)


def drafts_unseen(patch: pytest.MonkeyPatch) -> None:
    """What has become a draft, and so has no answer, counts as it was."""
    nothing = (ABSENT, digest_value(None))

    def planted(memory: Memory, answers: Answers) -> frozenset[Question]:
        now = {each: answers.digest(each) for each in memory.answers}
        return frozenset(each for each, old in memory.answers.items() if now[each] not in (old, *nothing))

    patch.setattr(decide_module, "_changed", planted)


def arguments_not_compared(patch: pytest.MonkeyPatch) -> None:
    honest = decide_module._reason

    def planted(output: Any, trace: Trace | None, *others: Any) -> Any:
        return honest(output, trace and Trace(output, trace.asked, trace.results), *others)

    patch.setattr(decide_module, "_reason", planted)


def forgotten_absence(patch: pytest.MonkeyPatch) -> None:
    """Who looked for what was not there is not remembered."""
    nothing = (ABSENT, digest_value(None))

    def planted(version: str, traces: Any, because: Any, answers: Answers) -> Memory:
        kept = [
            Trace(each.output, tuple(q for q in each.asked if answers.digest(q) not in nothing), each.results)
            for each in traces
        ]
        return remember(version, kept, because, answers)

    patch.setattr(engine_build, "remember", planted)
